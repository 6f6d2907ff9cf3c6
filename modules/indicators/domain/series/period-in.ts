import { dayAfter } from '@qantara/kernel';
import type { Period } from '../../contract/index.ts';

const day = (year: number, month: number, date = 1): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

const months = (year: number, first: number, count: number): Period => ({
  startsOn: day(year, first),
  endsOn: day(year, first + count),
});

/** The Monday of a week of ISO 8601. */
function mondayOf(year: number, week: number): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return day(year, 1, monday);
}

/** The week of a year is the one whose Thursday is in it: few years have a 53rd. */
const isWeekOf = (year: string, monday: string): boolean => dayAfter(monday, 3).startsWith(year);

/** Of other years than these no source speaks: they are slips, and some are no dates anywhere else. */
export function isYearThere(code: string): boolean {
  const year = Number(code.slice(0, 4));
  return year >= 1900 && year <= 2200;
}

const STARTS: Record<string, number> = { January: 1, April: 4, July: 7, October: 10, Oct: 10 };

type Reader = [pattern: RegExp, read: (parts: string[]) => Period | undefined];

const isIn = (number: number, most: number): boolean => number >= 1 && number <= most;
const of = (period: Period, isThere: boolean): Period | undefined => (isThere ? period : undefined);

/** As files of DHIS2, of SDMX and of people write periods. */
const READERS: Reader[] = [
  [/^(\d{4})$/, ([year]) => months(Number(year), 1, 12)],
  [/^(\d{4})-?(\d{2})$/, ([year, month]) => of(months(Number(year), Number(month), 1), isIn(Number(month), 12))],
  [/^(\d{4})-?M(\d{1,2})$/, ([year, month]) => of(months(Number(year), Number(month), 1), isIn(Number(month), 12))],
  [/^(\d{4})-?[QT]([1-4])$/, ([year, quarter]) => months(Number(year), Number(quarter) * 3 - 2, 3)],
  [/^(\d{4})-?[SH]([12])$/, ([year, half]) => months(Number(year), Number(half) * 6 - 5, 6)],
  [/^(\d{4})(January|April|July|October|Oct)$/, ([year, name]) => months(Number(year), STARTS[name ?? ''] ?? 1, 12)],
  [
    /^(\d{4})-?W(\d{1,2})$/,
    ([year, week]) => {
      const startsOn = mondayOf(Number(year), Number(week));
      return of({ startsOn, endsOn: dayAfter(startsOn, 7) }, isWeekOf(year ?? '', startsOn));
    },
  ],
  [/^(\d{4})(\d{2})(\d{2})$/, ([year, month, date]) => oneDay(`${year}-${month}-${date}`)],
  [/^(\d{4}-\d{2}-\d{2})$/, ([date]) => oneDay(date ?? '')],
];

function oneDay(startsOn: string): Period | undefined {
  const read = new Date(`${startsOn}T00:00:00Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== startsOn) return undefined;
  return { startsOn, endsOn: dayAfter(startsOn, 1) };
}

/** The half-open period that a code names: `2026`, `2026Q1`, `202601`, `2026-01`, `2026S2`, `2026April`, `2026W07`, a day. */
export function periodIn(code: string): Period | undefined {
  const plain = code.trim();
  if (!isYearThere(plain)) return undefined;
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(plain);
    if (found !== null) return read(found.slice(1));
  }
  return undefined;
}
