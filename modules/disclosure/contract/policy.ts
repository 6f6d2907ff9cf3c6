import { z } from 'zod';

/** The sizes of group that regions agree on (anchors, plan-engagement-grants §5.1): among colleagues, in public, and of what wounds. */
export const PolicyPreset = z.enum(['internal', 'public', 'sensitive']);
export type PolicyPreset = z.infer<typeof PolicyPreset>;

export const Rounding = z.enum(['none', 'controlled_5']);
export type Rounding = z.infer<typeof Rounding>;

/** What may be told of a dataset. `least` is the smallest group that is told of; below three nothing could be kept. */
export const Policy = z.object({
  least: z.coerce.number().int().min(3).max(1000),
  showsZero: z.boolean(),
  /** An area with fewer residents is told nothing of, whatever its counts; 0 asks nothing. */
  leastPopulation: z.coerce.number().int().min(0).max(100_000),
  rounding: Rounding,
});
export type Policy = z.infer<typeof Policy>;
