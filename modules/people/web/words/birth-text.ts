import type { Formats, Translate } from '@qantara/kernel';
import type { Birth } from '../../contract/index.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** What is known of a birth, as it is known: a day, a month, a year, or a guess of the age on some day. */
export function birthText(birth: Birth, { t, formats }: { t: Translate; formats: Formats }): string | null {
  const { year, month, day, estimatedAge, estimatedOn } = birth;
  if (year !== null && month !== null && day !== null) return formats.date(`${year}-${two(month)}-${two(day)}`);
  // At noon, so that no time zone moves it into the month before.
  if (year !== null && month !== null) return formats.month(new Date(`${year}-${two(month)}-15T12:00:00Z`));
  if (year !== null) return String(year);
  if (estimatedAge === null || estimatedOn === null) return null;
  return t('people.birth.guess', { age: estimatedAge, date: formats.date(estimatedOn) });
}
