import { dayIn } from '@qantara/kernel';
import { isStale } from './staleness.ts';

const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = 365.25 / 12;

type Asked = {
  kind: 'priority' | 'goal' | 'initiative';
  progress: 'planned' | 'under_way' | 'delayed' | 'done' | 'stopped' | null;
  /** The day on which something was last said; where nothing was, the plan's first. */
  asOf: string;
  everyMonths: number;
};

/** The day, in the region's calendar, on which something was last said of a node; where nothing was, the plan's first. */
export function newsAsOf(
  { reportedAt }: { reportedAt: string | null },
  { startsOn, timeZone }: { startsOn: string; timeZone: string },
): string {
  return reportedAt === null ? startsOn : dayIn(timeZone, new Date(reportedAt));
}

/** The day by which news is due; null of work that is over, and of what is no work. */
export function newsDueOn({ kind, progress, asOf, everyMonths }: Asked): string | null {
  if (kind !== 'initiative' || progress === 'done' || progress === 'stopped') return null;
  const due = Date.parse(asOf.slice(0, 10)) + Math.round(everyMonths * DAYS_OF_MONTH) * DAY_MS;
  return new Date(due).toISOString().slice(0, 10);
}

/** Whether its owner is to be asked now: from a week before the day on. */
export function isToBeAsked(dueOn: string | null, today: string): boolean {
  return dueOn !== null && Date.parse(dueOn) - Date.parse(today) <= 7 * DAY_MS;
}

/** Whether what was last said is too old to judge by. */
export function isSilent(asked: Asked, today: string): boolean {
  return newsDueOn(asked) !== null && isStale({ asOf: asked.asOf, everyMonths: asked.everyMonths, today });
}
