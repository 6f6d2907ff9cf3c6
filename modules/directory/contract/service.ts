import { idOf, IsoDate, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { Need, NeedCode } from './need.ts';

export const ServiceId = idOf('ServiceId');
export type ServiceId = Id<'ServiceId'>;
export const LocationId = idOf('LocationId');
export type LocationId = Id<'LocationId'>;

/** HSDS 3.1 service.status. */
export const ServiceStatus = z.enum(['active', 'inactive', 'defunct', 'temporarily closed']);
export type ServiceStatus = z.infer<typeof ServiceStatus>;

/** Whether there is room now. */
export const Capacity = z.enum(['open', 'waiting_list', 'full', 'assessment_first', 'unknown']);
export type Capacity = z.infer<typeof Capacity>;

/** HSDS 3.1 phone.type, as far as a caller must know it. */
export const PhoneKind = z.enum(['voice', 'text', 'mobile', 'fax', 'textphone']);
export type PhoneKind = z.infer<typeof PhoneKind>;

export const ServicePhone = z.object({
  number: z.string(),
  kind: PhoneKind,
  description: LocalizedText.nullable(),
  /** ISO 639 codes. */
  languages: z.array(z.string()),
});
export type ServicePhone = z.infer<typeof ServicePhone>;

const clock = z.string().regex(/^\d{2}:\d{2}$/);

/**
 * One day's hours: a day of the week (1 Monday, ISO 8601) or of the month, as its schedule says it; words where hours do not;
 * or a time of closure. Hours belong to one place, or to all.
 */
export const OpeningHours = z.object({
  locationId: LocationId.nullable(),
  weekday: z.number().int().min(1).max(7).nullable(),
  /** Only the first (1) to fifth such weekday of a month, or counted from its end (-1 the last). */
  nth: z.number().int().nullable(),
  /** A day of the month; -1 is its last. */
  monthDay: z.number().int().nullable(),
  /** Every how many weeks, counted from the week of `since`. */
  every: z.number().int().min(1),
  since: IsoDate.nullable(),
  opensAt: clock.nullable(),
  closesAt: clock.nullable(),
  validFrom: IsoDate.nullable(),
  validTo: IsoDate.nullable(),
  isClosed: z.boolean(),
  description: LocalizedText.nullable(),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

/** Where a service is given. Of a confidential place nothing is told but that it is one, and its phones. */
export const Place = z.object({
  locationId: LocationId,
  isConfidential: z.boolean(),
  name: LocalizedText.nullable(),
  description: LocalizedText.nullable(),
  transport: LocalizedText.nullable(),
  /** In one line. */
  address: LocalizedText.nullable(),
  areaId: z.uuid().nullable(),
  areaName: LocalizedText.nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  accessibility: LocalizedText.nullable(),
  phones: z.array(ServicePhone),
});
export type Place = z.infer<typeof Place>;

/** What a service costs, for whom (HSDS 3.1 cost_option); the currency by ISO 4217. */
export const Cost = z.object({
  option: LocalizedText.nullable(),
  amount: z.number().nullable(),
  currency: z.string().nullable(),
  description: LocalizedText.nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
});
export type Cost = z.infer<typeof Cost>;

/** What a list shows of a service: enough to choose. */
export const ServiceCard = z.object({
  serviceId: ServiceId,
  name: LocalizedText,
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  /** The beginning of it. */
  description: LocalizedText.nullable(),
  needCodes: z.array(NeedCode),
  /** Areas where it serves; none is the whole region. */
  areaNames: z.array(LocalizedText),
  areaNote: LocalizedText.nullable(),
  /** The open ones only. */
  places: z.array(Place.pick({ name: true, areaName: true, address: true, latitude: true, longitude: true })),
  hasConfidentialPlace: z.boolean(),
  hours: z.array(OpeningHours),
  languages: z.array(z.string()),
  capacity: Capacity,
  /** When that was said: it fades as it ages. */
  capacityAt: IsoDateTime.nullable(),
  phone: z.string().nullable(),
  assuredAt: IsoDateTime.nullable(),
});
export type ServiceCard = z.infer<typeof ServiceCard>;

/** Who made a text that is a translation: a person of this directory, whoever it was brought from, or a machine. */
export const TranslationOrigin = z.enum(['person', 'source', 'machine']);
export type TranslationOrigin = z.infer<typeof TranslationOrigin>;

/** A shown text that is a translation: of what, by whom, and whether the original reads otherwise since. */
export const ShownTranslation = z.object({
  field: z.string(),
  locale: Locale,
  fromLocale: Locale,
  origin: TranslationOrigin,
  translatedBy: z.string().nullable(),
  isOutdated: z.boolean(),
});
export type ShownTranslation = z.infer<typeof ShownTranslation>;

export const Service = z.object({
  serviceId: ServiceId,
  status: ServiceStatus,
  name: LocalizedText,
  alternateName: LocalizedText.nullable(),
  description: LocalizedText.nullable(),
  organisation: z.object({
    organisationId: z.uuid(),
    name: LocalizedText,
    description: LocalizedText.nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    receivesReferrals: z.boolean(),
  }),
  needs: z.array(Need.pick({ needCode: true, name: true })),
  areas: z.array(z.object({ areaId: z.uuid(), name: LocalizedText })),
  areaNote: LocalizedText.nullable(),
  places: z.array(Place),
  phones: z.array(ServicePhone),
  hours: z.array(OpeningHours),
  languages: z.array(z.string()),
  eligibility: LocalizedText.nullable(),
  minimumAge: z.number().nullable(),
  maximumAge: z.number().nullable(),
  fees: LocalizedText.nullable(),
  costs: z.array(Cost),
  applicationProcess: LocalizedText.nullable(),
  documents: LocalizedText.nullable(),
  alert: LocalizedText.nullable(),
  url: z.string().nullable(),
  email: z.string().nullable(),
  capacity: Capacity,
  capacityAt: IsoDateTime.nullable(),
  assuredAt: IsoDateTime.nullable(),
  updatedAt: IsoDateTime,
  translations: z.array(ShownTranslation),
  /** Where the record came from, when an import brought it. */
  source: z.string().nullable(),
});
export type Service = z.infer<typeof Service>;
