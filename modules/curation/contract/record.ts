import { optionalText, idOf, IsoDateTime, Locale, LocalizedText, type Id } from '@qantara/kernel';
import { Capacity, NeedCode, ServiceId, ServiceStatus } from '@qantara/directory/contract';
import { z } from 'zod';
import { line, optionalNumber } from './hand/blank.ts';
import { CostRow } from './hand/offer.ts';

export const AlertId = idOf('AlertId');
export type AlertId = Id<'AlertId'>;

/** The texts of a service that are written in three languages. */
export const EDITED_TEXTS = [
  'name',
  'alternate_name',
  'description',
  'eligibility_description',
  'application_process',
  'fees_description',
  'interpretation_services',
  'accreditations',
] as const;
export type EditedText = (typeof EDITED_TEXTS)[number];

/** What a person changes of a service by hand. */
export const ServiceEdit = z.object({
  serviceId: ServiceId,
  name: LocalizedText,
  alternate_name: optionalText,
  description: optionalText,
  eligibility_description: optionalText,
  application_process: optionalText,
  fees_description: optionalText,
  interpretation_services: optionalText,
  accreditations: optionalText,
  status: ServiceStatus,
  url: line(2000),
  email: line(254),
  phone: line(60),
  minimum_age: optionalNumber(0, 150),
  maximum_age: optionalNumber(0, 150),
  capacity: Capacity,
  /** What it answers, where it serves, which languages are spoken, what it costs; a list that is left out stays. */
  needCodes: z.array(NeedCode).max(20).optional(),
  areaIds: z.array(z.uuid()).max(500).optional(),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .max(60)
    .optional(),
  costs: z.array(CostRow).max(20).optional(),
  /** Whether languages that were written now are translations of one that stood there. */
  isTranslation: z.boolean().default(false),
  cadenceMonths: z.coerce.number().int().min(1).max(24),
});
export type ServiceEdit = z.infer<typeof ServiceEdit>;

/** A text that is a translation: who made it, of what, and whether the original reads otherwise since. */
export const TranslationState = z.object({
  field: z.string(),
  locale: Locale,
  fromLocale: Locale,
  origin: z.enum(['person', 'source', 'machine']),
  translatedBy: z.string().nullable(),
  translatedAt: IsoDateTime,
  isOutdated: z.boolean(),
});
export type TranslationState = z.infer<typeof TranslationState>;

/** A service as whoever curates the directory changes it. */
export const EditedService = ServiceEdit.omit({ isTranslation: true }).extend({
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  sources: z.array(z.string()),
  translations: z.array(TranslationState),
  needCodes: z.array(NeedCode),
  areaIds: z.array(z.uuid()),
  languages: z.array(z.string()),
  costs: z.array(CostRow),
  /** The currency that most prices of this directory are in. */
  usualCurrency: z.string().nullable(),
  assuredAt: IsoDateTime.nullable(),
});
export type EditedService = z.infer<typeof EditedService>;

/** One change of one field, as it is kept. */
export const HistoryLine = z.object({
  object: z.string(),
  field: z.string(),
  action: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  by: z.string().nullable(),
  at: z.string(),
});
export type HistoryLine = z.infer<typeof HistoryLine>;

export const PairObject = z.enum(['organization', 'service']);
export type PairObject = z.infer<typeof PairObject>;

/** Why two records may be one. */
export const PairReason = z.enum(['same_name', 'like_name', 'same_phone', 'same_site', 'same_organisation']);
export type PairReason = z.infer<typeof PairReason>;

const side = z.object({
  id: z.uuid(),
  name: LocalizedText,
  of: LocalizedText.nullable(),
  source: z.string().nullable(),
});

export const Pair = z.object({
  object: PairObject,
  one: side,
  other: side,
  reasons: z.array(PairReason),
  score: z.number(),
});
export type Pair = z.infer<typeof Pair>;

export const MergedPair = z.object({
  mergeId: z.uuid(),
  object: PairObject,
  kept: side,
  gone: side,
  mergedAt: IsoDateTime,
});
export type MergedPair = z.infer<typeof MergedPair>;
