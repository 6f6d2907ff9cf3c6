import { z } from 'zod';

/** What this module publishes to be counted, by the code that indicators keep. */
export const ScreeningMeasure = z.enum(['wanted_needs']);
export type ScreeningMeasure = z.infer<typeof ScreeningMeasure>;
