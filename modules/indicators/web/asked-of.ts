import type { Indicator } from '../contract/index.ts';
import { breakdownsOf, type PublicBreakdown } from '../domain/index.ts';

const YEARS_BACK = 2;

/** The year in an address; null where it names none that can be asked for. */
export function yearAsked(query: URLSearchParams): number | null {
  const year = Number(query.get('year') ?? '');
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null;
}

/** The years to choose from: this one, those just before, and the one that is shown. */
export function yearsToChoose(shown: number, today: string): number[] {
  const current = Number(today.slice(0, 4));
  const recent = Array.from({ length: YEARS_BACK + 1 }, (_, index) => current - YEARS_BACK + index);
  return [...new Set([...recent, shown])].toSorted((a, b) => a - b);
}

/** The breakdown in an address, or the first that the indicator has; of some there is only the whole. */
export function breakdownAsked(query: URLSearchParams, indicator: Indicator): PublicBreakdown | 'none' {
  const offered = breakdownsOf(indicator);
  return offered.find((by) => by === query.get('by')) ?? offered[0] ?? 'none';
}
