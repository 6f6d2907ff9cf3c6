import { z } from 'zod';

/** How somebody agreed; `proxy` stands where it was noted before relation and name of whoever decides were. */
export const ConsentManner = z.enum(['spoken', 'written', 'proxy']);
export type ConsentManner = z.infer<typeof ConsentManner>;

/** How it is noted now: who said it is a fact of its own. */
export const SpokenOrWritten = ConsentManner.exclude(['proxy']);
