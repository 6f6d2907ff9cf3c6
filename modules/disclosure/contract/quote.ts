import { IsoDateTime, Locale } from '@qantara/kernel';
import { z } from 'zod';

/** The one thing that may be said of who spoke; never two, for two together name. */
export const Attribution = z.enum(['none', 'area', 'age_group', 'role']);
export type Attribution = z.infer<typeof Attribution>;

export const QuoteAgeGroup = z.enum(['under_18', 'from_18', 'from_30', 'from_45', 'from_60']);
export const QuoteRole = z.enum(['parent', 'carer', 'volunteer', 'worker', 'newcomer', 'pupil', 'neighbour']);

export const QuoteState = z.enum(['proposed', 'released', 'withdrawn']);
export type QuoteState = z.infer<typeof QuoteState>;

const words = z.string().trim().min(3).max(1000);

/** `attributedTo` is an area's identifier, an age group or a role, as the attribution says. */
export const NewQuote = z.object({
  language: Locale,
  words,
  attribution: Attribution,
  areaId: z.uuid().nullable().default(null),
  ageGroup: QuoteAgeGroup.nullable().default(null),
  role: QuoteRole.nullable().default(null),
  groupSize: z.coerce.number().int().min(1).max(100_000_000).nullable().default(null),
});
export type NewQuote = z.infer<typeof NewQuote>;

export const PublicQuote = z.object({
  quoteId: z.uuid(),
  language: Locale,
  words: z.string(),
  attribution: Attribution,
  attributedTo: z.string().nullable(),
});
export type PublicQuote = z.infer<typeof PublicQuote>;

export const Quote = PublicQuote.extend({
  groupSize: z.number().int().nullable(),
  state: QuoteState,
  proposedAt: IsoDateTime,
  releasedAt: IsoDateTime.nullable(),
  withdrawnAt: IsoDateTime.nullable(),
  isOwn: z.boolean(),
});
export type Quote = z.infer<typeof Quote>;
