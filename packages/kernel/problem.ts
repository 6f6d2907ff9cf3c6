import { z } from 'zod';

/** A refusal on the wire: RFC 9457 problem details, with the product's code and the fields at fault. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  errors: z.array(
    z.object({
      pointer: z.string(),
      code: z.string(),
      detail: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type Problem = z.infer<typeof Problem>;
