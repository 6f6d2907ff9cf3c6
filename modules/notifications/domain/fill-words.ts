import { isolate, type Locale } from '@qantara/kernel';
import { smsTextOf } from './sms-parts.ts';
import type { NoticeTemplate, NoticeWords } from '../contract/index.ts';

/** The values of a notice as they are read in one language. */
export type ShownValues = Record<string, string>;

/** A message as it leaves. */
export type FilledWords = { subject: string; body: string; short: string; disguised: string | null };

const BRACED = /\{([a-z]+)\}/g;
const NAMES = new Set(['organisation', 'need', 'service']);

/** Puts the values into the words. What stands in a value is text: it is filled once, and holds no placeholder of its own. */
export function fillWords(
  template: Pick<NoticeTemplate, 'placeholders'>,
  words: NoticeWords,
  given: { locale: Locale; values: ShownValues },
): FilledWords {
  const { locale, values } = given;
  const fill = (text: string | undefined, isLetter: boolean): string =>
    (text ?? '').replaceAll(BRACED, (_whole, name: string) => {
      const value = values[name] ?? '';
      // Marks of direction are letters outside GSM 03.38: a short message would be cut into twice as many parts.
      return isLetter && NAMES.has(template.placeholders[name] ?? '') ? isolate(value) : value;
    });
  const disguised = words.disguised?.[locale];
  return {
    subject: fill(words.subject[locale], false).replaceAll(/[\r\n]+/g, ' '),
    body: fill(words.body[locale], true),
    short: smsTextOf(fill(words.short[locale], false)),
    disguised: disguised === undefined || disguised === '' ? null : smsTextOf(disguised),
  };
}
