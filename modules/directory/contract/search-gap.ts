import { IsoDate } from '@qantara/kernel';
import { z } from 'zod';
import { NeedCode } from './need.ts';

/** Which weeks a report on unanswered searches looks at, and what it is narrowed to. */
export const GapSearch = z.object({
  weeks: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.coerce.number().int().min(1).max(104).default(12),
  ),
});
export type GapSearch = z.infer<typeof GapSearch>;

/** A count of searches; null is a few, too few to be told without telling of somebody. */
const Searches = z.number().int().nullable();

/** What was searched for and not found. */
export const GapReport = z.object({
  from: IsoDate,
  /** Fewer than this many are told as "a few". */
  fewest: z.number().int(),
  total: Searches,
  needs: z.array(z.object({ needCode: NeedCode.nullable(), searches: Searches })),
  areas: z.array(z.object({ areaId: z.uuid().nullable(), searches: Searches })),
  weeks: z.array(z.object({ week: IsoDate, searches: Searches })),
  words: z.array(z.object({ words: z.string(), searches: z.number().int() })),
  filters: z.array(z.object({ filter: z.string(), searches: Searches })),
});
export type GapReport = z.infer<typeof GapReport>;
