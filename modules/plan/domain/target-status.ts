import type { TargetStatus } from '../contract/index.ts';
import { isStale } from './staleness.ts';

export type PathPoint = { on: string; value: number };
export type Aim = {
  baseline: number | null;
  goal: number | null;
  current: number | null;
  startsOn: string;
  dueOn: string;
  today: string;
  /** Which way is better; a goal on the other side of the baseline is a level to keep. */
  better: 'up' | 'down';
  /** Where the figure is to stay as it is: how far from the goal still counts as kept. Null for a target that moves. */
  tolerance?: number | null;
  /** Where the figure should be by which days; without any, an even pace is expected. */
  path?: readonly PathPoint[];
  /** The day of the newest record behind the figure, and how often there should be a new one. */
  asOf?: string | null;
  everyMonths?: number;
};

/** Within this share of what is expected by now a target is on track; below the second it is off track. */
const ON_TRACK = 0.9;
const AT_RISK = 0.6;
/** What is lost in adding fractions must not turn a figure at the edge of its tolerance into a failure. */
const ROUNDING = 1e-9;

/** The value aimed at: as set, or the baseline and so much of it more or less. No baseline, no such value. */
export function goalOf(target: {
  targetKind: 'absolute' | 'relative' | 'maintain';
  target: number;
  baseline: number | null;
}): number | null {
  if (target.targetKind !== 'relative') return target.target;
  return target.baseline === null ? null : target.baseline * (1 + target.target);
}

/**
 * How far from baseline to goal, 0 to 1 and beyond; rising and falling targets alike. Null where a part is missing:
 * missing is never zero. A goal that the baseline had already reached is a level: kept or not kept; so is one with a tolerance.
 */
export function progressOf({
  baseline,
  goal,
  current,
  better,
  tolerance = null,
}: Pick<Aim, 'baseline' | 'goal' | 'current' | 'better' | 'tolerance'>): number | null {
  if (goal === null || current === null) return null;
  if (tolerance !== null) return Math.abs(current - goal) <= tolerance + ROUNDING ? 1 : 0;
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
  return due <= start ? 1 : Math.min(1, Math.max(0, (now - start) / (due - start)));
}

function betweenPoints(points: readonly PathPoint[], today: string): number | null {
  const after = points.findIndex(({ on }) => on > today);
  const [before, next] = [points[after === -1 ? points.length - 1 : after - 1], points[after]];
  if (before === undefined) return null;
  if (after === -1 || next === undefined) return before.value;
  const share = shareOfTime({ startsOn: before.on, dueOn: next.on, today });
  return before.value + share * (next.value - before.value);
}

/** The share of the way that should be behind us today: along the path that was set, or else at an even pace. */
export function expectedOf(aim: Aim): number {
  const { baseline, goal, startsOn, dueOn, today, path = [] } = aim;
  if (path.length === 0 || baseline === null || goal === null || goal === baseline) return shareOfTime(aim);
  const within = path.filter(({ on }) => on > startsOn && on < dueOn).toSorted((a, b) => a.on.localeCompare(b.on));
  const points = [{ on: startsOn, value: baseline }, ...within, { on: dueOn, value: goal }];
  const value = betweenPoints(points, today);
  return value === null ? 0 : (value - baseline) / (goal - baseline);
}

/** Once a target is due nothing newer is waited for: how it ended stands. */
function isTooOld({ asOf, everyMonths, today, dueOn }: Aim): boolean {
  const at = today < dueOn ? today : dueOn;
  return typeof asOf === 'string' && everyMonths !== undefined && isStale({ asOf, everyMonths, today: at });
}

/** What a target's figure says of it today. A figure that is too old says nothing, whatever it says: its age comes first. */
export function statusOf(aim: Aim): TargetStatus {
  if (aim.today < aim.startsOn) return 'not_started';
  const progress = progressOf(aim);
  if (progress === null) return 'no_data';
  if (isTooOld(aim)) return 'no_recent_data';
  if (progress >= 1) return 'achieved';
  return typeof aim.tolerance === 'number' ? 'off_track' : paceOf(progress, expectedOf(aim));
}

function paceOf(progress: number, expected: number): TargetStatus {
  if (progress >= ON_TRACK * expected) return 'on_track';
  return progress >= AT_RISK * expected ? 'at_risk' : 'off_track';
}
