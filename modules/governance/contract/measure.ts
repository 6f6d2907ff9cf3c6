import { z } from 'zod';

/** What this module publishes to be counted, by the code that indicators keep. */
export const GovernanceMeasure = z.enum(['commitments_kept']);
export type GovernanceMeasure = z.infer<typeof GovernanceMeasure>;
