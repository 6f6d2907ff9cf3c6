import type { ReferralStatus, WithdrawReason } from '../contract/index.ts';
import { stepsFor, take } from './lifecycle.ts';

/** Whether a person may still take back what was asked for them. */
export function mayWithdraw(status: ReferralStatus): boolean {
  return status !== 'draft' && stepsFor(status, 'requester').includes('cancel');
}

/**
 * The status after a person took their request back. The ten states know two sides, and only they cancel (SDOH Clinical Care
 * 3.0.0); who asked, asked for the person, so their word is the requester's step, at once and with nobody's yes. Refuses
 * `step_not_possible` where it is over already.
 */
export function withdraw(status: ReferralStatus, reasonCode: WithdrawReason): ReferralStatus {
  return take(status, { step: 'cancel', side: 'requester', reasonCode, outcomeCode: null });
}
