import { dayAfter, refuse } from '@qantara/kernel';
import type { Period } from '../contract/index.ts';

/** A whole year, first day in, last day out. */
export function yearOf(year: number): Period {
  return { startsOn: `${year}-01-01`, endsOn: `${year + 1}-01-01` };
}

/** The period that was asked for; without one, the twelve months to tomorrow. Refuses `ends_before_it_starts`. */
export function periodOf(asked: { startsOn?: string | undefined; endsOn?: string | undefined }, today: string): Period {
  const endsOn = asked.endsOn ?? dayAfter(today, 1);
  const yearBefore = `${Number(endsOn.slice(0, 4)) - 1}${endsOn.slice(4)}`.replace('-02-29', '-02-28');
  const startsOn = asked.startsOn ?? yearBefore;
  if (startsOn >= endsOn)
    refuse('ends_before_it_starts', { fields: [{ path: 'endsOn', code: 'ends_before_it_starts' }] });
  return { startsOn, endsOn };
}

/** The first days of the months or quarters that a period touches: a month with nothing in it is still a month. */
export function stepsOf(period: Period, by: 'month' | 'quarter'): string[] {
  const months = by === 'month' ? 1 : 3;
  const first = new Date(`${period.startsOn.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - (first.getUTCMonth() % months));
  const steps: string[] = [];
  for (
    const step = first;
    step.toISOString().slice(0, 10) < period.endsOn;
    step.setUTCMonth(step.getUTCMonth() + months)
  )
    steps.push(step.toISOString().slice(0, 10));
  return steps;
}

/** The first day of the month or quarter that holds all of a stretch of time; none where it is longer than one. */
export function stepHolding(stretch: Period, by: 'month' | 'quarter'): string | undefined {
  const steps = stepsOf(stretch, by);
  return steps.length === 1 ? steps[0] : undefined;
}

/** The last day in a half-open period, as people say it. */
export function lastDayOf(period: Pick<Period, 'endsOn'>): string {
  return dayAfter(period.endsOn, -1);
}

/** Where a half-open period ends whose last day people have named. */
export function endAfter(lastDay: string): string {
  return dayAfter(lastDay, 1);
}

/** The year that a period is, when it is one from its first day to its last. */
export function wholeYearOf(period: Period): number | null {
  const year = Number(period.startsOn.slice(0, 4));
  const whole = yearOf(year);
  return whole.startsOn === period.startsOn && whole.endsOn === period.endsOn ? year : null;
}
