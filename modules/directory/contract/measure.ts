import { z } from 'zod';

/** What this module publishes to be counted, by the code that indicators keep. */
export const DirectoryMeasure = z.enum(['fresh_services_rate']);
export type DirectoryMeasure = z.infer<typeof DirectoryMeasure>;
