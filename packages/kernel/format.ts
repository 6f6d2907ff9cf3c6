import type { Locale } from './localized-text.ts';
import { INTL_LOCALE } from './translate.ts';
import { withoutTurns } from './keep-direction.ts';

/** What a region says of its clock and digits, apart from the language of the page. */
export type RegionSettings = { timeZone: string; numberingSystem: 'latn' | 'arab' };

export type Formats = {
  date: (moment: string | Date) => string;
  dateTime: (moment: string | Date) => string;
  month: (moment: string | Date) => string;
  number: (value: number, digits?: number) => string;
  percent: (ratio: number, digits?: number) => string;
  list: (items: string[]) => string;
};

/** One format for each number of digits: making one takes longer than writing a hundred numbers with it. */
function numbersOf(tag: string, style: 'decimal' | 'percent'): (value: number, digits?: number) => string {
  const made = new Map<number, Intl.NumberFormat>();
  return (value, digits = 0) => {
    const format = made.get(digits) ?? new Intl.NumberFormat(tag, { style, maximumFractionDigits: digits });
    made.set(digits, format);
    return format.format(value);
  };
}

/** Dates, numbers and lists as this language writes them, in the region's time zone and digits. */
export function formatsFor(locale: Locale, region: RegionSettings): Formats {
  const tag = locale === 'ar' ? `ar-u-nu-${region.numberingSystem}` : INTL_LOCALE[locale];
  const { timeZone } = region;
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone });
  const minute = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    // A date without an hour is that day everywhere: it is read at noon, so that no time zone moves it.
    date: (moment) =>
      day.format(
        typeof moment === 'string' && moment.length === 10 ? new Date(`${moment}T12:00:00Z`) : new Date(moment),
      ),
    dateTime: (moment) => minute.format(new Date(moment)),
    month: (moment) => month.format(new Date(moment)),
    number: numbersOf(tag, 'decimal'),
    percent: numbersOf(tag, 'percent'),
    list: (items) => list.format(items),
  };
}

/** Text from elsewhere inside a line, kept from scrambling its direction (Unicode TR9: first strong isolate). */
export function isolate(text: string): string {
  return `\u2068${withoutTurns(text)}\u2069`;
}
