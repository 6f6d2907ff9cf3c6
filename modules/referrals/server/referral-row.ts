import type { Selectable } from 'kysely';
import type { ReferralsTables } from './tables.gen.ts';

export type ReferralRow = Selectable<ReferralsTables['referrals.referral']>;

/** What a referral keeps of its deadline; all of it nothing where nothing is expected any more. */
export type DueColumns = Pick<
  ReferralRow,
  'due_at' | 'due_why' | 'next_step' | 'next_step_at' | 'escalate_at' | 'escalated_at'
>;

/** What a deadline writes; why it is so is a document. */
export function dueValues({ due_at, due_why, next_step, next_step_at, escalate_at, escalated_at }: DueColumns) {
  const why = due_why === null ? null : JSON.stringify(due_why);
  return { due_at, due_why: why, next_step, next_step_at, escalate_at, escalated_at };
}
