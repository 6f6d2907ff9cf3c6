import { optionalText } from '@qantara/kernel';
import { z } from 'zod';
import { optionalId, optionalNumber } from './blank.ts';

/** What it costs, for whom: nothing, an amount, or words. */
export const CostRow = z.object({
  /** The option that stands there already; none for a new one. */
  costId: optionalId,
  isFree: z.boolean().default(false),
  amount: optionalNumber(0, 1_000_000_000),
  currency: z
    .preprocess(
      (value) => (value === '' || value === undefined ? null : typeof value === 'string' ? value.toUpperCase() : value),
      z
        .string()
        .refine((code) => /^[A-Z]{3}$/.test(code), { params: { code: 'not_currency' } })
        .nullable(),
    )
    .default(null),
  costText: optionalText,
  isRemoved: z.boolean().default(false),
});
export type CostRow = z.infer<typeof CostRow>;
