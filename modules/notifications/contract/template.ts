import { IsoDateTime, Locale, LocalizedText } from '@qantara/kernel';
import { z } from 'zod';

/** `referral.asked`: what happened, in two words or three. */
export const TemplateCode = z.string().regex(/^[a-z_]{2,30}\.[a-z_]{2,30}$/);

/** What notices are about: by these somebody chooses how they want to be told. */
export const NoticeTopic = z.enum(['referrals', 'requests', 'safety', 'partnership', 'account']);
export type NoticeTopic = z.infer<typeof NoticeTopic>;

/** What may stand in a message, and nothing else may: none of these kinds can hold anything about a person. */
export const PlaceholderKind = z.enum(['link', 'mark', 'count', 'date', 'organisation', 'need', 'service']);
export type PlaceholderKind = z.infer<typeof PlaceholderKind>;

/** Who is told. */
export const NoticeRecipient = z.enum(['account', 'organisation', 'person']);
export type NoticeRecipient = z.infer<typeof NoticeRecipient>;

/** How a message leaves. */
export const NoticeChannel = z.enum(['email', 'sms']);
export type NoticeChannel = z.infer<typeof NoticeChannel>;

/** Written, read by everybody from now on and locked, or followed by the next. */
export const NoticeTextState = z.enum(['drafted', 'published', 'superseded']);
export type NoticeTextState = z.infer<typeof NoticeTextState>;

/** What a message says: as a letter, as a short message, and, to a person, where others may read it. */
export const NoticeWords = z.object({
  subject: LocalizedText,
  body: LocalizedText,
  short: LocalizedText,
  disguised: LocalizedText.nullable(),
});
export type NoticeWords = z.infer<typeof NoticeWords>;

/** A template as it is declared, in `db/seeds/notices`: what it may say, to whom, and the words that it is shipped with. */
export const NoticeTemplate = z.object({
  code: TemplateCode,
  topic: NoticeTopic,
  to: z.array(NoticeRecipient).min(1),
  placeholders: z.record(z.string().regex(/^[a-z]{2,20}$/), PlaceholderKind),
  /** The addresses of ours that a link of it may lead to: `/r/:secret`, `/work/referrals/:id`. */
  paths: z.array(z.string().regex(/^(?:\/(?:[a-z]+(?:-[a-z]+)*|:id|:secret))+$/)),
  /** The same to the same about the same is not said again within these hours. */
  notAgainForHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 366),
  /** Whether a second copy does no harm, so that one of which nobody knows whether it left may be sent again. */
  harmlessTwice: z.boolean(),
  name: LocalizedText,
  words: NoticeWords,
});
export type NoticeTemplate = z.infer<typeof NoticeTemplate>;

/** One version of the words of a template; number 0 is what is shipped. */
export const NoticeText = z.object({
  number: z.number().int(),
  state: NoticeTextState,
  words: NoticeWords,
  version: z.number().int(),
  publishedAt: IsoDateTime.nullable(),
});
export type NoticeText = z.infer<typeof NoticeText>;

/** A message as it would arrive in one language, with invented values. */
export const NoticePreview = z.object({
  locale: Locale,
  subject: z.string(),
  body: z.string(),
  short: z.string(),
  parts: z.number().int(),
  characters: z.number().int(),
  isUnicode: z.boolean(),
  disguised: z.string().nullable(),
});
export type NoticePreview = z.infer<typeof NoticePreview>;

/** A template with all its versions, and how its draft, or else what is sent today, would arrive. */
export const TemplatePage = z.object({
  code: TemplateCode,
  topic: NoticeTopic,
  name: LocalizedText,
  to: z.array(NoticeRecipient),
  placeholders: z.array(z.object({ name: z.string(), kind: PlaceholderKind })),
  texts: z.array(NoticeText),
  previews: z.array(NoticePreview),
});
export type TemplatePage = z.infer<typeof TemplatePage>;

const words = (most: number) => {
  const one = z.string().trim().max(most).optional();
  return z.object({ ar: one, fr: one, en: one });
};

/** The next version of the words, as far as it is written. */
export const DraftedNotice = z.object({
  template: TemplateCode,
  /** The version of the draft that was read; 0 where there was none. */
  version: z.coerce.number().int().min(0).default(0),
  subject: words(150),
  body: words(4000),
  short: words(700),
  disguised: words(300).optional(),
});
export type DraftedNotice = z.output<typeof DraftedNotice>;
