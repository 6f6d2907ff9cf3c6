import { LOCALES, type FieldFault, type Locale, type LocalizedText } from '@qantara/kernel';
import type { NoticeTemplate } from '../contract/index.ts';
import { smsSizeOf, smsTextOf } from './sms-parts.ts';

const BRACED = /\{([^{}]*)\}/g;
/** As many parts as somebody may be charged for. */
export const MOST_PARTS = 4;

/** Words as far as they are written. */
export type WrittenWords = Record<'subject' | 'body' | 'short', LocalizedText> & { disguised: LocalizedText | null };

export const namesIn = (text: string): string[] => [...text.matchAll(BRACED)].map(([, name = '']) => name.trim());

/** About how long a value of each kind is, so that parts are counted as they will be. */
const LENGTH_OF: Record<string, number> = {
  link: 80,
  mark: 8,
  count: 3,
  date: 17,
  organisation: 30,
  need: 20,
  service: 30,
};

type Declared = Pick<NoticeTemplate, 'placeholders' | 'to'>;
type Part = keyof WrittenWords;

function strangeIn(text: string, allowed: readonly string[]): string | undefined {
  const withoutNames = text.replaceAll(BRACED, '');
  if (/[{}]/.test(withoutNames)) return '{';
  return namesIn(text).find((name) => !allowed.includes(name));
}

/** What a link would be counted as; the letter that stands for each place is of the same alphabet as the text. */
export function likelySize(text: string, placeholders: NoticeTemplate['placeholders']) {
  const filled = text.replaceAll(BRACED, (_whole, name: string) =>
    'x'.repeat(LENGTH_OF[placeholders[name] ?? ''] ?? 10),
  );
  return smsSizeOf(smsTextOf(filled));
}

function faultOf(part: Part, text: string, { placeholders }: Declared): Omit<FieldFault, 'path'> | undefined {
  const declared = Object.keys(placeholders);
  const links = declared.filter((name) => placeholders[name] === 'link');
  // A subject is read on a locked screen and a disguised word by others: neither leads anywhere.
  const allowed =
    part === 'disguised' ? [] : part === 'subject' ? declared.filter((name) => !links.includes(name)) : declared;
  const strange = strangeIn(text, allowed);
  if (strange !== undefined) return { code: 'placeholder_unknown', values: { name: strange } };
  const isLinked = part === 'body' || part === 'short';
  const missing = isLinked ? links.find((name) => !namesIn(text).includes(name)) : undefined;
  if (missing !== undefined) return { code: 'link_missing', values: { name: missing } };
  const isShort = part === 'short' || part === 'disguised';
  if (isShort && likelySize(text, placeholders).parts > MOST_PARTS)
    return { code: 'too_many_parts', values: { limit: MOST_PARTS } };
  return undefined;
}

const partsOf = ({ to }: Declared): Part[] => [
  'subject',
  'body',
  'short',
  ...(to.includes('person') ? (['disguised'] as const) : []),
];

/**
 * What is wrong with the words of a template, field by field: a placeholder that it does not declare, a link that is missing, a short
 * message of too many parts; and, where it is to be sent, a language that is missing.
 */
export function faultsOfWords(declared: Declared, words: WrittenWords, mustBeWhole: boolean): FieldFault[] {
  return partsOf(declared).flatMap((part) =>
    LOCALES.flatMap((locale: Locale): FieldFault[] => {
      const text = words[part]?.[locale] ?? '';
      const path = `${part}.${locale}`;
      if (text === '') return mustBeWhole ? [{ path, code: 'required' }] : [];
      const fault = faultOf(part, text, declared);
      return fault === undefined ? [] : [{ path, ...fault }];
    }),
  );
}
