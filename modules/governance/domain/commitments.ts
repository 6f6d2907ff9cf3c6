import type { CommitmentState } from '../contract/index.ts';

/** Whether a commitment is over: kept, or dropped. */
export const isSettled = (state: CommitmentState): boolean => state === 'kept' || state === 'dropped';

/** Its day has passed and nobody said that it is kept. */
export const isOverdue = (of: { state: CommitmentState; dueOn: string }, today: string): boolean =>
  !isSettled(of.state) && of.dueOn < today;
