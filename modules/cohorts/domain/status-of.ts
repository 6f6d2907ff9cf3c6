import type { Cohort, CohortStatus } from '../contract/index.ts';

/** Whether a cohort runs on a day of the region's calendar. */
export function statusOf({ startsOn, lastDay }: Pick<Cohort, 'startsOn' | 'lastDay'>, today: string): CohortStatus {
  if (today < startsOn) return 'not_yet';
  return lastDay !== null && lastDay < today ? 'ended' : 'running';
}
