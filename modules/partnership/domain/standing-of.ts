import { Dimension, type Assessment, type Standing } from '../contract/index.ts';

/** From this level on something works. */
const WORKS = 2;

/** Which dimensions nobody looked at. */
export function notLookedAt(assessments: readonly Pick<Assessment, 'dimension'>[]): Dimension[] {
  return Dimension.options.filter((one) => !assessments.some(({ dimension }) => dimension === one));
}

/** Ready is only who was looked at in everything and where everything works (D2.1): what nobody knows is no readiness. */
export function standingOf(assessments: readonly Pick<Assessment, 'dimension' | 'level'>[]): Standing {
  if (assessments.some(({ level }) => level < WORKS)) return 'on_the_way';
  return notLookedAt(assessments).length === 0 ? 'ready' : 'not_known';
}

/** Steps that were agreed and whose day has passed while the thing still does not work. */
export function lateSteps(assessments: readonly Pick<Assessment, 'level' | 'stepDueOn'>[], today: string): number {
  return assessments.filter(({ level, stepDueOn }) => level < WORKS && stepDueOn !== null && stepDueOn < today).length;
}
