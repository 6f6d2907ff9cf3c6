import { dayAfter } from '@qantara/kernel';
import { expectedOf, progressOf, type Aim } from '../target-status.ts';

/**
 * The last day on which a target was where it should have been: so far it has come, and by the path that was set, or an even pace,
 * that was due then. Null where it never moved towards its goal, since then no day says how late it is; and where it is to stay as it is.
 */
export function keptUpUntil(aim: Aim): string | null {
  const progress = progressOf(aim);
  if (progress === null || progress <= 0 || typeof aim.tolerance === 'number') return null;
  for (let day = aim.today; day > aim.startsOn; day = dayAfter(day, -1))
    if (expectedOf({ ...aim, today: day }) <= progress) return day;
  return aim.startsOn;
}
