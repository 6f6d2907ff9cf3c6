import { pageOf } from '@qantara/kernel';
import { z } from 'zod';
import { NeedCode } from './need.ts';
import { ServiceCard } from './service.ts';

/** An address may hold `areaId=` where a list was left at "anywhere". */
const optional = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), shape.optional());

export const ServiceSearch = z.object({
  words: z.string().trim().max(200).default(''),
  needCode: optional(NeedCode),
  areaId: optional(z.uuid()),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export type ServiceSearch = z.infer<typeof ServiceSearch>;

/** Another way to ask that does find something. */
export const WiderSearch = z.object({
  words: z.string(),
  needCode: NeedCode.nullable(),
  areaId: z.uuid().nullable(),
  total: z.number().int(),
});
export type WiderSearch = z.infer<typeof WiderSearch>;

/** How the words were read: as typed, with a spelling corrected, or any of them where none has all. */
export const ReadingOfWords = z.enum(['all_words', 'corrected', 'any_word']);
export type ReadingOfWords = z.infer<typeof ReadingOfWords>;

/** `total` is null beyond a thousand: nobody reads that far. */
export const FoundServices = pageOf(ServiceCard).extend({
  reading: ReadingOfWords,
  correctedWords: z.string().nullable(),
  /** Where nothing was found: what to ask instead, and whom to call. */
  wider: z.array(WiderSearch),
  callNow: z.array(ServiceCard),
});
export type FoundServices = z.infer<typeof FoundServices>;

export const MatchCriterion = z.enum(['referrals', 'need', 'area', 'language', 'age', 'capacity']);
export type MatchCriterion = z.infer<typeof MatchCriterion>;
export const MatchFit = z.enum(['fits', 'partly', 'unknown', 'does_not_fit']);
export type MatchFit = z.infer<typeof MatchFit>;

/** Why a service suits a need, criterion by criterion: the worse ones too, nothing is hidden. */
export const MatchReason = z.object({ criterion: MatchCriterion, fit: MatchFit });
export type MatchReason = z.infer<typeof MatchReason>;

export const MatchSearch = z.object({
  needCode: NeedCode,
  areaId: optional(z.uuid()),
  language: optional(z.string().regex(/^[a-z]{2,3}$/)),
  age: optional(z.coerce.number().int().min(0).max(130)),
  page: z.coerce.number().int().min(1).max(500).default(1),
});
export type MatchSearch = z.infer<typeof MatchSearch>;

export const MatchingService = z.object({
  service: ServiceCard,
  receivesReferrals: z.boolean(),
  reasons: z.array(MatchReason),
});
export type MatchingService = z.infer<typeof MatchingService>;
