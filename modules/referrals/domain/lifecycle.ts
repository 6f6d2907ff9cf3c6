import { refuse } from '@qantara/kernel';
import type { OutcomeCode, ReasonCode, ReferralStatus, ReferralStep, Side } from '../contract/index.ts';

type Rule = { from: readonly ReferralStatus[]; to: ReferralStatus; by: readonly Side[] };

const LIVE = ['requested', 'accepted', 'in-progress', 'on-hold'] as const;
const WORKED_ON = ['accepted', 'in-progress', 'on-hold'] as const;

/**
 * The ten states and who moves between them: SDOH Clinical Care 3.0.0, TaskForReferralManagement, its state diagram and
 * its table of who sets which status. `completed` can follow `accepted` at once: help may be given on the spot.
 */
const RULES: Record<ReferralStep, Rule> = {
  send: { from: ['draft'], to: 'requested', by: ['requester'] },
  accept: { from: ['requested'], to: 'accepted', by: ['target'] },
  reject: { from: ['requested'], to: 'rejected', by: ['target'] },
  start: { from: ['accepted'], to: 'in-progress', by: ['target'] },
  hold: { from: ['accepted', 'in-progress'], to: 'on-hold', by: ['target'] },
  resume: { from: ['on-hold'], to: 'in-progress', by: ['target'] },
  complete: { from: WORKED_ON, to: 'completed', by: ['target'] },
  fail: { from: WORKED_ON, to: 'failed', by: ['target'] },
  cancel: { from: LIVE, to: 'cancelled', by: ['requester', 'target'] },
  void: {
    from: ['draft', ...LIVE, 'rejected', 'completed', 'failed', 'cancelled'],
    to: 'entered-in-error',
    by: ['requester'],
  },
};

/** Which reasons each step may give; a step that is not here gives none. */
const REASONS: Partial<Record<ReferralStep, readonly ReasonCode[]>> = {
  reject: ['at_capacity', 'not_eligible', 'outside_area', 'wrong_service', 'referred_on', 'duplicate'],
  hold: ['wait_listed', 'waiting_for_papers', 'unreachable', 'at_capacity'],
  fail: ['unreachable', 'did_not_come', 'not_eligible', 'declined_by_person', 'at_capacity', 'referred_on'],
  cancel: ['declined_by_person', 'no_longer_needed', 'duplicate', 'no_answer', 'sent_by_mistake'],
  void: ['sent_by_mistake', 'duplicate'],
};

/** The steps that this side may take now. The same answer drives the page and judges the request. */
export function stepsFor(status: ReferralStatus, side: Side): ReferralStep[] {
  const steps = Object.keys(RULES) as ReferralStep[];
  return steps.filter((step) => RULES[step].from.includes(status) && RULES[step].by.includes(side));
}

/** The reasons that a step must choose from; empty where it gives none. */
export function reasonsFor(step: ReferralStep): readonly ReasonCode[] {
  return REASONS[step] ?? [];
}

export type Taken = {
  step: ReferralStep;
  side: Side;
  reasonCode: ReasonCode | null;
  outcomeCode: OutcomeCode | null;
};

function checkReason(taken: Taken): void {
  const reasons = reasonsFor(taken.step);
  if (reasons.length === 0) return;
  const { reasonCode } = taken;
  if (reasonCode === null) refuse('reason_needed', { fields: [{ path: 'reasonCode', code: 'required' }] });
  if (!reasons.includes(reasonCode))
    refuse('reason_does_not_fit', { fields: [{ path: 'reasonCode', code: 'not_a_choice' }] });
}

/**
 * The status after a step. Refuses `step_not_possible` from this status, `other_side_decides` where the step belongs to
 * the other side, `reason_needed` and `reason_does_not_fit` for the steps that end or hold, `outcome_needed` to complete.
 */
export function take(status: ReferralStatus, taken: Taken): ReferralStatus {
  const rule = RULES[taken.step];
  if (!rule.from.includes(status)) refuse('step_not_possible');
  if (!rule.by.includes(taken.side)) refuse('other_side_decides');
  checkReason(taken);
  if (taken.step === 'complete' && taken.outcomeCode === null)
    refuse('outcome_needed', { fields: [{ path: 'outcomeCode', code: 'required' }] });
  return rule.to;
}

/** Whether nothing more is expected of anyone. */
export function isEnded(status: ReferralStatus): boolean {
  return !(['draft', ...LIVE] as ReferralStatus[]).includes(status);
}

/** The steps that are the partner's first answer. */
export function isAnswer(step: ReferralStep): boolean {
  return step === 'accept' || step === 'reject';
}
