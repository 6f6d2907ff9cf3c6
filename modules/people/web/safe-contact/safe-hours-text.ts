import type { Formats, Locale, Translate } from '@qantara/kernel';
import type { ContactWay } from '../../contract/index.ts';

/** A Monday: the days of a week are named by the days after it. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** The name of a day of the week, 1 is Monday. */
export function dayName(day: number, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(new Date(MONDAY + (day - 1) * DAY));
}

type Words = { t: Translate; formats: Formats; locale: Locale };

/** The days and hours in which contact is safe, in words; null where it always is. */
export function safeHoursText(
  way: Pick<ContactWay, 'safeDays' | 'safeFrom' | 'safeUntil'>,
  words: Words,
): string | null {
  const { t, formats, locale } = words;
  const days = formats.list(way.safeDays.map((day) => dayName(day, locale)));
  const { safeFrom: from, safeUntil: until } = way;
  if (from === null || until === null) return days === '' ? null : t('people.contact.days', { days });
  return days === ''
    ? t('people.contact.hours', { from, until })
    : t('people.contact.days_hours', { days, from, until });
}
