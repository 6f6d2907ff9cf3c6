import { z } from 'zod';

export const ConsentManner = z.enum(['spoken', 'written', 'proxy']);
export type ConsentManner = z.infer<typeof ConsentManner>;
