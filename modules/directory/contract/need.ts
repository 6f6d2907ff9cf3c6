import { LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

export const NeedCode = z.string().regex(/^[a-z_]{1,40}$/);
export type NeedCode = z.infer<typeof NeedCode>;

/** What people need help with, and the other words they may have for it. */
export const Need = z.object({
  needCode: NeedCode,
  name: LocalizedText,
  words: LocalizedText.nullable(),
});
export type Need = z.infer<typeof Need>;
