import { optionalText, LocalizedText } from '@qantara/kernel';
import { ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import { Suggested, TakenFrom } from '../suggestion.ts';
import { line, optionalId, optionalNumber } from './blank.ts';
import { PlaceChoice } from './hours.ts';

/** HSDS 3.1 location.location_type. */
export const PlaceKind = z.enum(['physical', 'postal', 'virtual']);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** What is said of a place by hand. */
export const PlaceDetails = z.object({
  placeKind: PlaceKind.default('physical'),
  name: optionalText,
  /** Street and number, a line each, as they stand on a letter. */
  addressLines: optionalText,
  city: optionalText,
  areaId: optionalId,
  postalCode: line(20),
  country: z
    .preprocess(
      (value) => (value === '' || value === undefined ? null : typeof value === 'string' ? value.toUpperCase() : value),
      z
        .string()
        .refine((code) => /^[A-Z]{2}$/.test(code), { params: { code: 'not_country' } })
        .nullable(),
    )
    .default(null),
  latitude: optionalNumber(-90, 90),
  longitude: optionalNumber(-180, 180),
  accessibility: optionalText,
  phone: line(60),
});
export type PlaceDetails = z.infer<typeof PlaceDetails>;

/** What is hidden of a confidential place, and can only be written; its point is one thing. */
export const HIDDEN_FIELDS = [
  'name',
  'addressLines',
  'city',
  'areaId',
  'postalCode',
  'country',
  'latitude',
  'accessibility',
] as const;
export const HiddenField = z.enum(HIDDEN_FIELDS);
export type HiddenField = z.infer<typeof HiddenField>;

export const NewPlace = PlaceDetails.extend({
  serviceId: ServiceId,
  isConfidential: z.boolean().default(false),
  ...TakenFrom.shape,
});
export type NewPlace = z.infer<typeof NewPlace>;

export const PlaceEdit = PlaceDetails.extend({
  locationId: z.uuid(),
  isConfidential: z.boolean().default(false),
  /** Of a confidential place: what is emptied. What is left blank stays as it is. */
  emptied: z.array(HiddenField).default([]),
  ...TakenFrom.shape,
});
export type PlaceEdit = z.infer<typeof PlaceEdit>;

/** An open place in the stead of a confidential one: everything is said anew, and said to be meant. */
export const PlaceOpening = PlaceDetails.extend({ locationId: z.uuid(), isMeant: z.boolean().default(false) });
export type PlaceOpening = z.infer<typeof PlaceOpening>;

/** A place as it is changed by hand; of a confidential one nothing but that it is one, its kind and its number. */
export const EditedPlace = PlaceDetails.extend({
  locationId: z.uuid(),
  isConfidential: z.boolean(),
  services: z.array(z.object({ serviceId: ServiceId, name: LocalizedText })),
  suggested: Suggested.nullable(),
});
export type EditedPlace = z.infer<typeof EditedPlace>;

/** Where a service is given, and the other places of its organisation. */
export const EditedPlaces = z.object({
  serviceId: ServiceId,
  name: LocalizedText,
  organisationName: LocalizedText,
  places: z.array(PlaceChoice),
  others: z.array(PlaceChoice),
  /** The country that most addresses of this directory are in. */
  country: z.string().nullable(),
  suggested: Suggested.nullable(),
});
export type EditedPlaces = z.infer<typeof EditedPlaces>;
