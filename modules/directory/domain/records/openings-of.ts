import type { LocalizedText } from '@qantara/kernel';
import type { Row } from './objects.ts';
import type { Parts } from './record.ts';
import { weekdayOf } from './weekday.ts';

/** When a service is open, one day of the week or of the month: what pages show and "open now" asks. */
export type Opening = {
  location_id: string | null;
  weekday: number | null;
  nth: number | null;
  month_day: number | null;
  every: number;
  since: string | null;
  opens_at: string | null;
  closes_at: string | null;
  valid_from: string | null;
  valid_to: string | null;
  is_closed: boolean;
  description: LocalizedText | null;
};

/** How a schedule says that there is none: HSDS 1.1 had a field for it, 3.x has not. */
export const CLOSED = 'closed';

const MOST_ROWS = 62;
const dayOf = (said: string | null | undefined): string | null => (said ?? '').slice(0, 10) || null;
const clockOf = (said: string | null | undefined): string | null => /^\d{2}:\d{2}/.exec(said ?? '')?.[0] ?? null;

function joined(one: LocalizedText | null | undefined, other: LocalizedText | null | undefined): LocalizedText | null {
  const words: LocalizedText = {};
  for (const locale of ['ar', 'fr', 'en'] as const) {
    const said = [one?.[locale], other?.[locale]].filter((part) => part !== undefined && part !== '');
    if (said.length > 0) words[locale] = [...new Set(said)].join('\n');
  }
  return Object.keys(words).length === 0 ? null : words;
}

/** Why it is closed, without the word that only says so. */
function withoutClosed(text: LocalizedText | null | undefined): LocalizedText | null {
  const said = Object.entries(text ?? {}).filter(([, words]) => (words ?? '').trim().toLowerCase() !== CLOSED);
  return joined(Object.fromEntries(said), null);
}

function commonOf(row: Row<'schedule'>, locations: ReadonlyMap<string, string>): Opening {
  const isClosed = Object.values(row.notes ?? {}).some((note) => note?.toLowerCase() === CLOSED);
  return {
    location_id: row.location_id ?? locations.get(row.service_at_location_id ?? '') ?? null,
    weekday: null,
    nth: null,
    month_day: null,
    every: row.freq === 'WEEKLY' ? Math.max(1, row.interval ?? 1) : 1,
    since: dayOf(row.dtstart ?? row.valid_from),
    opens_at: clockOf(row.opens_at),
    closes_at: clockOf(row.closes_at),
    valid_from: dayOf(row.valid_from),
    valid_to: dayOf(row.valid_to ?? row.until),
    is_closed: isClosed,
    description: isClosed ? withoutClosed(row.description) : joined(row.description, row.notes),
  };
}

/** `MO,2TU,-1FR`, in RFC 5545's words. */
function daysOf(row: Row<'schedule'>): { weekday: number; nth: number | null }[] {
  return (row.byday ?? '')
    .split(/[,;\s]+/)
    .filter((day) => day !== '')
    .flatMap((day) => {
      const weekday = weekdayOf(day);
      const nth = Number(/^[+-]?[1-5](?=\D)/.exec(day)?.[0] ?? 0);
      return weekday === undefined ? [] : [{ weekday, nth: nth === 0 ? null : nth }];
    });
}

function monthDaysOf(row: Row<'schedule'>): number[] {
  return (row.bymonthday ?? '')
    .split(/[,;\s]+/)
    .map(Number)
    .filter((day) => Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31);
}

/** Rules that go by weeks of the year, by days of it or for a number of times are shown in words, not asked. */
function isAskable(row: Row<'schedule'>): boolean {
  return !row.byweekno && !row.byyearday && !row.count && (row.freq !== 'MONTHLY' || (row.interval ?? 1) === 1);
}

function openingsOfRow(row: Row<'schedule'>, locations: ReadonlyMap<string, string>): Opening[] {
  const common = commonOf(row, locations);
  if (common.is_closed) return [common];
  const days = daysOf(row);
  const hasHours = common.opens_at !== null || common.closes_at !== null;
  const rules = [
    ...days.map((day) => ({ ...common, ...day })),
    ...(days.length > 0 ? [] : monthDaysOf(row).map((day) => ({ ...common, month_day: day }))),
  ];
  if (hasHours && rules.length > 0 && isAskable(row))
    return rules.map((rule, index) => ({ ...rule, description: index === 0 ? rule.description : null }));
  return common.description === null ? [] : [{ ...common, opens_at: null, closes_at: null, every: 1 }];
}

/** What the schedules of a service say, as days with hours; what no such day says stays as the words that say it. */
export function openingsOf(parts: Parts): Opening[] {
  const locations = new Map((parts.service_at_location ?? []).map((row) => [row.id, row.location_id ?? '']));
  return (parts.schedule ?? []).flatMap((row) => openingsOfRow(row, locations)).slice(0, MOST_ROWS);
}
