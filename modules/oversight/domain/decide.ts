import { refuse } from '@qantara/kernel';
import type { FindingState } from '../contract/index.ts';

/** Whether this account may decide on a finding: never on one about itself. */
export function mayDecide(accountId: string | null, finding: { accountId: string }): boolean {
  return accountId !== null && accountId !== finding.accountId;
}

/** What was decided must be explained, but where nothing was the matter. Refuses `decision_note_needed`. */
export function checkDecision(decision: FindingState, note: string): void {
  if (decision !== 'fine' && note === '') refuse('decision_note_needed');
}
