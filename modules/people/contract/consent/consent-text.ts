import { IsoDateTime, LOCALES, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';
import { ConsentPurpose } from './consent.ts';

/** A text is drafted, then published and locked, then superseded by the next. */
export const ConsentTextState = z.enum(['drafted', 'published', 'superseded']);
export type ConsentTextState = z.infer<typeof ConsentTextState>;

/** What is read to a person before they agree: one version, in the three languages. */
export const ConsentText = z.object({
  textId: z.uuid(),
  purpose: ConsentPurpose,
  number: z.number().int(),
  state: ConsentTextState,
  words: LocalizedText,
  version: z.number().int(),
  publishedAt: IsoDateTime.nullable(),
  supersededAt: IsoDateTime.nullable(),
});
export type ConsentText = z.infer<typeof ConsentText>;

export const ConsentTextKey = z.object({ purpose: ConsentPurpose, number: z.coerce.number().int().min(1) });

const words = z.string().trim().max(4000).optional();

export const DraftedText = z.object({
  purpose: ConsentPurpose,
  /** The version of the draft that was read; 0 where there was none. */
  version: z.coerce.number().int().min(0).default(0),
  words: z
    .object({ ar: words, fr: words, en: words })
    .refine((text) => LOCALES.some((locale) => (text[locale] ?? '') !== ''), { params: { code: 'required' } }),
});
export type DraftedText = z.infer<typeof DraftedText>;

export const PeopleSetting = z.object({ ageOfMajority: z.coerce.number().int().min(12).max(25) });
export type PeopleSetting = z.infer<typeof PeopleSetting>;
