export { clockOf } from './blank.ts';
export { CreatedEntry, LikeRecord, LikeSearch, NewEntry } from './entry.ts';
export { EditedHours, HiddenHoursEdit, HoursEdit, HoursRow, OtherSchedule, PlaceChoice, Weekday } from './hours.ts';
export { CostRow } from './offer.ts';
export {
  NewOrganisation,
  NewPlaceOfOrganisation,
  OrganisationDetails,
  OrganisationEdit,
  OwnCapacity,
  OwnConfirmation,
  OwnEntries,
} from './organisation.ts';
export {
  EditedPlace,
  EditedPlaces,
  HIDDEN_FIELDS,
  HiddenField,
  NewPlace,
  PlaceDetails,
  PlaceEdit,
  PlaceKind,
  PlaceOpening,
} from './place.ts';
export { handRoutes } from './routes.ts';
