export { complianceOf, type ComplianceFacts } from './compliance.ts';
export { bySoonest, deadlinesOf, type DeadlineFacts, type DueThing } from './deadlines.ts';
export { daysBetween, monthsAfter } from './days.ts';
export { freePlacesOf, type PlacesCounted } from './free-places.ts';
export {
  grantsPaper,
  isLicensed,
  licenceStandingOf,
  licenceStepsFrom,
  takeLicence,
  type LicencePaper,
} from './licence.ts';
export { maySee, seesAll, stepsAllowed } from './policy.ts';
export { shortcomingStandingOf, shortcomingStepsFrom, takeShortcoming, type ShortcomingState } from './shortcoming.ts';
