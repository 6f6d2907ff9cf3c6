import type { EntryLack, NextStep } from '../contract/index.ts';

/** What an entry says of itself. */
export type EntrySaid = { assuredAt: Date | null; capacityAt: Date | null; hasLanguages: boolean; hasHours: boolean };

const DAY_MS = 86_400_000;
/** Half a year, as the measure of fresh services has it. */
const CHECKED_DAYS = 183;
/** A word on room loses half its worth in a month (directory, `rank-order.ts`). */
const ROOM_DAYS = 30;

const isOlder = (moment: Date, days: number, now: Date): boolean => now.getTime() - moment.getTime() > days * DAY_MS;

/** What of an entry is old or missing, and so sends people to the wrong door. */
export function lacksOf(said: EntrySaid, now: Date): EntryLack[] {
  const { assuredAt, capacityAt } = said;
  return [
    ...(assuredAt === null || isOlder(assuredAt, CHECKED_DAYS, now) ? (['not_checked'] as const) : []),
    ...(capacityAt === null ? (['no_room_said'] as const) : []),
    ...(capacityAt !== null && isOlder(capacityAt, ROOM_DAYS, now) ? (['room_is_old'] as const) : []),
    ...(said.hasLanguages ? [] : (['no_languages'] as const)),
    ...(said.hasHours ? [] : (['no_hours'] as const)),
  ];
}

/** What the sheet knows of a partner. */
export type Sheet = {
  waitingCount: number;
  reasons: readonly { reasonCode: string; count: number }[];
  lacks: readonly EntryLack[];
  days: number | null;
  regionDays: number | null;
};

/** What a partner can do about what its sheet says: first whoever waits, then what sends it the wrong people. */
export function nextSteps({ waitingCount, reasons, lacks, days, regionDays }: Sheet): NextStep[] {
  const gives = (code: string): boolean => reasons.some(({ reasonCode, count }) => reasonCode === code && count > 0);
  const says = (...some: EntryLack[]): boolean => lacks.some((lack) => some.includes(lack));
  const wanted: [NextStep, boolean][] = [
    ['answer_waiting', waitingCount > 0],
    ['say_room', gives('at_capacity') || says('no_room_said', 'room_is_old')],
    ['say_whom', gives('not_eligible') || gives('wrong_service')],
    ['say_where', gives('outside_area')],
    ['mend_entry', says('not_checked', 'no_languages', 'no_hours')],
    ['answer_sooner', days !== null && regionDays !== null && days > regionDays],
  ];
  const steps = wanted.flatMap(([step, isWanted]) => (isWanted ? [step] : []));
  return steps.length === 0 ? ['nothing'] : steps;
}
