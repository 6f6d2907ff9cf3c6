import type { MatchReason } from '@qantara/directory/contract';
import { languageName } from '@qantara/directory/web';
import type { Formats, Locale, Translate } from '@qantara/kernel';

type Reader = { t: Translate; formats: Formats; locale: Locale };
type Values = Record<string, string | number>;

/** What past answers say is worded by referrals, the rest by the directory. */
const OURS: readonly string[] = ['answers', 'in_time'];
/** Figures that are not whole. */
const WITH_A_DIGIT: readonly string[] = ['km', 'days', 'due'];

function shown({ criterion, values }: MatchReason, { t, formats, locale }: Reader): Values {
  const entries = Object.entries(values).map(([name, value]): [string, string | number] => {
    if (name === 'language') return [name, languageName(String(value), locale)];
    if (name === 'date') return [name, formats.date(String(value))];
    if (name === 'chiefNo') return [name, value === 'none' ? 'none' : t(`referrals.reason.${value}`)];
    if (typeof value === 'number' && (WITH_A_DIGIT.includes(name) || OURS.includes(criterion)))
      return [name, formats.number(value, 1)];
    return [name, value];
  });
  return Object.fromEntries(entries);
}

/** One fact for or against a service, as a sentence. */
export function reasonSentence(reason: MatchReason, reader: Reader): string {
  const { criterion, fit } = reason;
  const place = OURS.includes(criterion) ? 'referrals.match_says' : 'directory.match_says';
  return reader.t(`${place}.${criterion}.${fit}`, shown(reason, reader));
}
