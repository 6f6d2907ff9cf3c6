import type { TargetStatus } from '../contract/index.ts';

export type Aim = {
  baseline: number | null;
  goal: number | null;
  current: number | null;
  startsOn: string;
  dueOn: string;
  today: string;
  /** Which way is better; a goal on the other side of the baseline is a level to keep. */
  better: 'up' | 'down';
};

/** Within this share of what is expected by now a target is on track; below the second it is off track. */
const ON_TRACK = 0.9;
const AT_RISK = 0.6;

/** The value aimed at: as set, or the baseline and so much of it more or less. No baseline, no such value. */
export function goalOf(target: {
  targetKind: 'absolute' | 'relative';
  target: number;
  baseline: number | null;
}): number | null {
  if (target.targetKind === 'absolute') return target.target;
  return target.baseline === null ? null : target.baseline * (1 + target.target);
}

/**
 * How far from baseline to goal, 0 to 1 and beyond; rising and falling targets alike. Null where a part is missing:
 * missing is never zero. A goal that the baseline had already reached is a level: kept or not kept.
 */
export function progressOf({
  baseline,
  goal,
  current,
  better,
}: Pick<Aim, 'baseline' | 'goal' | 'current' | 'better'>): number | null {
  if (goal === null || current === null) return null;
  const reaches = (value: number) => (better === 'up' ? value >= goal : value <= goal);
  if (reaches(current)) return Math.max(1, wayOf({ baseline, goal, current }) ?? 1);
  if (baseline === null) return null;
  return reaches(baseline) ? 0 : wayOf({ baseline, goal, current });
}

function wayOf({ baseline, goal, current }: { baseline: number | null; goal: number; current: number }): number | null {
  return baseline === null || goal === baseline ? null : (current - baseline) / (goal - baseline);
}

function shareOfTime({ startsOn, dueOn, today }: Pick<Aim, 'startsOn' | 'dueOn' | 'today'>): number {
  const [start, due, now] = [startsOn, dueOn, today].map((day) => Date.parse(day)) as [number, number, number];
  return due <= start ? 1 : Math.min(1, (now - start) / (due - start));
}

/** What a target's figure says of it today, against an even pace from start to due date. */
export function statusOf(aim: Aim): TargetStatus {
  if (aim.today < aim.startsOn) return 'not_started';
  const progress = progressOf(aim);
  if (progress === null) return 'no_data';
  if (progress >= 1) return 'achieved';
  const expected = shareOfTime(aim);
  if (progress >= ON_TRACK * expected) return 'on_track';
  return progress >= AT_RISK * expected ? 'at_risk' : 'off_track';
}
