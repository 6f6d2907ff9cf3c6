import { LocalizedText, pageOf } from '@qantara/kernel';
import { z } from 'zod';
import { NeedCode } from './need.ts';
import { Capacity, ServiceCard } from './service.ts';

/** An address may hold `areaId=` where a list was left at "anywhere". */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

/** An address says `true`; to ask for what is not so would ask for nothing. */
const flag = z.preprocess(
  (value) => (value === 'true' ? true : value === 'false' || value === '' ? undefined : value),
  z.boolean().optional(),
);

/** `now`, a day, a day with a time, or the next such weekday; by the clock of the region. */
const WhenOpen = z.union([
  z.enum(['now', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']),
  z.iso.date(),
  z.iso.datetime({ local: true, precision: -1 }),
]);

/** Whether a place says what it has for people with disabilities, or that a wheelchair gets in. */
export const AskedAccess = z.enum(['said', 'wheelchair']);
export type AskedAccess = z.infer<typeof AskedAccess>;

/** Room as a search may ask for it. */
export const AskedCapacity = Capacity.exclude(['unknown']);

/** A search: every filter adds to the others; the module's README says what each means. */
export const ServiceSearch = z
  .object({
    words: z.string().trim().max(200).default(''),
    needCode: optional(NeedCode),
    areaId: optional(z.uuid()),
    /** Near a point (WGS 84), or near the middle of a postcode's places. */
    latitude: optional(z.coerce.number().min(-90).max(90)),
    longitude: optional(z.coerce.number().min(-180).max(180)),
    postcode: optional(z.string().trim().max(20)),
    /** Kilometres around it. */
    radius: z.preprocess((value) => (value === '' ? undefined : value), z.coerce.number().min(0.1).max(200).default(5)),
    openAt: optional(WhenOpen),
    /** The time of a day without one. */
    openTime: optional(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
    free: flag,
    age: optional(z.coerce.number().int().min(0).max(130)),
    language: optional(z.string().regex(/^[a-z]{2,3}$/)),
    access: optional(AskedAccess),
    remote: flag,
    capacity: optional(AskedCapacity),
    /** Whether the answer also counts what each need and each area would find. */
    counts: flag,
    page: z.coerce.number().int().min(1).max(500).default(1),
    perPage: z.coerce.number().int().min(1).max(50).default(20),
  })
  .refine(({ latitude, longitude }) => (latitude === undefined) === (longitude === undefined), {
    params: { code: 'required' },
    path: ['longitude'],
  });
export type ServiceSearch = z.infer<typeof ServiceSearch>;

/** One thing that a search is narrowed by. */
export const SearchFilter = z.enum([
  'words',
  'needCode',
  'areaId',
  'near',
  'openAt',
  'free',
  'age',
  'language',
  'access',
  'remote',
  'capacity',
]);
export type SearchFilter = z.infer<typeof SearchFilter>;

/** The same search without some of its filters, which does find something: at most a hundred and one are counted. */
export const WiderSearch = z.object({ without: z.array(SearchFilter), total: z.number().int() });
export type WiderSearch = z.infer<typeof WiderSearch>;

/** How the words were read: as typed, with a spelling corrected, or any of them where none has all. */
export const ReadingOfWords = z.enum(['all_words', 'corrected', 'any_word']);
export type ReadingOfWords = z.infer<typeof ReadingOfWords>;

/** Why a service was found: where its words stand, and which filters it fits. */
export const FoundBecause = z.enum([
  'name',
  'name_sound',
  'organisation',
  'organisation_sound',
  'need',
  'text',
  'corrected',
  'some_words',
  'near',
  'area',
  'region',
  'open',
  'free',
  'age',
  'language',
  'access',
  'remote',
  'room',
  'checked',
]);
export type FoundBecause = z.infer<typeof FoundBecause>;

/** A service as a search lists it. */
export const FoundService = ServiceCard.extend({
  /** Kilometres to its nearest open place, where the search asked from somewhere. */
  distance: z.number().nullable(),
  because: z.array(FoundBecause),
});
export type FoundService = z.infer<typeof FoundService>;

/** From where distances are measured; a postcode that no open address has is nowhere. */
export const AskedPlace = z.object({ latitude: z.number(), longitude: z.number() });

/** How many services the search would find with this need, area or language in place of its own; what none has is not there. */
export const SearchCounts = z.object({
  needs: z.array(z.object({ needCode: NeedCode, total: z.number().int() })),
  areas: z.array(z.object({ areaId: z.uuid(), total: z.number().int() })),
  languages: z.array(z.object({ language: z.string(), total: z.number().int() })),
});
export type SearchCounts = z.infer<typeof SearchCounts>;

/** `total` is null beyond a thousand: nobody reads that far. */
export const FoundServices = pageOf(FoundService).extend({
  reading: ReadingOfWords,
  correctedWords: z.string().nullable(),
  place: AskedPlace.nullable(),
  /** Null where it was not asked for, or would cost more than it tells. */
  counts: SearchCounts.nullable(),
  /** Where nothing was found: what to ask instead, and whom to call. */
  wider: z.array(WiderSearch),
  callNow: z.array(ServiceCard),
});
export type FoundServices = z.infer<typeof FoundServices>;

/** By what a service is judged for one person; past answers, and whether they come in time, are known to the module of referrals. */
export const MatchCriterion = z.enum([
  'referrals',
  'need',
  'area',
  'age',
  'conditions',
  'language',
  'capacity',
  'distance',
  'open',
  'access',
  'answers',
  'in_time',
]);
export type MatchCriterion = z.infer<typeof MatchCriterion>;
export const MatchFit = z.enum(['fits', 'partly', 'unknown', 'does_not_fit']);
export type MatchFit = z.infer<typeof MatchFit>;

/** Why a service suits a need, criterion by criterion: the worse ones too, nothing is hidden. `values` fill its sentence. */
export const MatchReason = z.object({
  criterion: MatchCriterion,
  fit: MatchFit,
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type MatchReason = z.infer<typeof MatchReason>;

export const MatchSearch = z.object({
  needCode: NeedCode,
  areaId: optional(z.uuid()),
  language: optional(z.string().regex(/^[a-z]{2,3}$/)),
  age: optional(z.coerce.number().int().min(0).max(130)),
  /** Whether somebody needs to get in with a wheelchair. */
  wheelchair: flag,
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export type MatchSearch = z.infer<typeof MatchSearch>;

export const MatchingService = z.object({
  service: ServiceCard,
  receivesReferrals: z.boolean(),
  /** Something that it asks of people does not fit this one, or it answers no referrals: it stands among the further services. */
  isFurther: z.boolean(),
  /** Its conditions in its own words, which no program can judge. */
  conditions: LocalizedText.nullable(),
  reasons: z.array(MatchReason),
});
export type MatchingService = z.infer<typeof MatchingService>;
