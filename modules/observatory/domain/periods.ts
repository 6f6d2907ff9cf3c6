import type { Rhythm } from '../contract/index.ts';

export type ReportPeriod = { startsOn: string; endsOn: string };

const MONTHS: Record<Rhythm, number> = { year: 12, half_year: 6, quarter: 3 };
const SIGNS: Record<string, Rhythm> = { H: 'half_year', Q: 'quarter' };

const firstOf = (year: number, month: number): string => {
  const at = year * 12 + month;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`;
};

/** What a code says: which rhythm it is of, and its days; half-open. */
export function readPeriod(code: string): ReportPeriod & { rhythm: Rhythm } {
  const year = Number(code.slice(0, 4));
  const rhythm = SIGNS[code.charAt(5)] ?? 'year';
  const months = MONTHS[rhythm];
  const month = rhythm === 'year' ? 0 : (Number(code.slice(6)) - 1) * months;
  return { rhythm, startsOn: firstOf(year, month), endsOn: firstOf(year, month + months) };
}

/** The code of the period of this rhythm that a first day begins. */
export function periodCode(rhythm: Rhythm, startsOn: string): string {
  const year = startsOn.slice(0, 4);
  if (rhythm === 'year') return year;
  const part = Math.floor((Number(startsOn.slice(5, 7)) - 1) / MONTHS[rhythm]) + 1;
  return `${year}-${rhythm === 'quarter' ? 'Q' : 'H'}${part}`;
}

/** The last period of this rhythm that is over on a day. */
export function lastOver(rhythm: Rhythm, today: string): string {
  const months = MONTHS[rhythm];
  const month = Number(today.slice(5, 7)) - 1;
  const begun = Math.floor(month / months) * months;
  return periodCode(rhythm, firstOf(Number(today.slice(0, 4)), begun - months));
}
