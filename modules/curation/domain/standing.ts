import { monthsFrom } from '@qantara/kernel';
import type { Standing } from '../contract/index.ts';

/** How often an entry is confirmed where nobody said otherwise: half a year, as the networks of 211 do. */
export const USUAL_MONTHS = 6;

/** Who keeps an entry is asked this long before it is overdue. */
const ASKED_BEFORE_DAYS = 30;
const DAY_MS = 86_400_000;

/** The moment until which a confirmation holds: so many months later, on the same day or the month's last. */
export function dueAt(assuredAt: Date, months: number): Date {
  return monthsFrom(assuredAt, months);
}

/** Whether an entry was confirmed in time. */
export function standingOf(assuredAt: Date | null, months: number, now: Date): Standing {
  if (assuredAt === null) return 'never';
  const due = dueAt(assuredAt, months).getTime();
  if (now.getTime() > due) return 'overdue';
  return now.getTime() > due - ASKED_BEFORE_DAYS * DAY_MS ? 'due' : 'fresh';
}
