import { ReferralStep, type OutcomeCode, type ReasonCode, type ReferralStatus, type Side } from '../contract/index.ts';
import { take } from './lifecycle.ts';

const LIVE: readonly ReferralStatus[] = ['requested', 'accepted', 'in-progress', 'on-hold'];
const ANY: readonly ReferralStatus[] = [
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'failed',
  'cancelled',
];

type Mark = { by: readonly Side[]; at: readonly ReferralStatus[] };

/**
 * What a story holds besides steps: who looks after it, who has it, where it went, where they stand on a list. None of these changes
 * the status: that is the ten states' alone (design rule 1).
 */
const MARKS: Readonly<Record<string, Mark>> = {
  confirm: { by: ['person'], at: ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'] },
  told_more: { by: ['person'], at: ['accepted', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled'] },
  remind: { by: ['system'], at: LIVE },
  overdue: { by: ['system'], at: LIVE },
  escalate: { by: ['system'], at: LIVE },
  hand_over: { by: ['requester'], at: LIVE },
  open: { by: ['requester'], at: ['requested'] },
  claim: { by: ['target'], at: ['requested'] },
  split: { by: ['requester', 'target'], at: LIVE },
  went_on: { by: ['system'], at: ANY },
  came_back: { by: ['system'], at: ANY },
  moved: { by: ['target'], at: ['on-hold'] },
  offer: { by: ['target', 'system'], at: ['on-hold'] },
  offer_accepted: { by: ['requester', 'person'], at: ['on-hold'] },
  offer_declined: { by: ['requester', 'person'], at: ['on-hold'] },
  offer_expired: { by: ['system'], at: ['on-hold'] },
  left_list: { by: ['requester', 'system'], at: ['on-hold'] },
};

/** One entry of a story, as it is kept. */
export type StoryEntry = {
  step: string;
  side: Side;
  fromStatus: ReferralStatus;
  toStatus: ReferralStatus;
  reasonCode: string | null;
};

export type Replayed = { status: ReferralStatus; reasonCode: string | null };

/** The person's word is the requester's step (domain/withdrawal.ts). */
function sideFor({ step, side }: StoryEntry): Side {
  return step === 'cancel' && side === 'person' ? 'requester' : side;
}

function replayOne(at: Replayed, entry: StoryEntry): Replayed {
  if (entry.fromStatus !== at.status)
    throw new Error(`${entry.step} was taken from ${entry.fromStatus}, not ${at.status}`);
  const step = ReferralStep.safeParse(entry.step);
  if (!step.success) {
    const mark = MARKS[entry.step];
    const fits = mark?.by.includes(entry.side) === true && mark.at.includes(at.status);
    if (!fits || entry.toStatus !== at.status) throw new Error(`${entry.step} by ${entry.side} at ${at.status}`);
    return at;
  }
  // What was done with a completion stands on the record; the story needs to know no more than that it was said.
  const outcomeCode: OutcomeCode = 'help_given';
  const reasonCode = entry.reasonCode as ReasonCode | null;
  const status = take(at.status, { step: step.data, side: sideFor(entry), reasonCode, outcomeCode });
  if (status !== entry.toStatus) throw new Error(`${entry.step} leads to ${status}, not ${entry.toStatus}`);
  return { status, reasonCode };
}

/** The state that a story tells, from its beginning; throws where it tells something that nobody may do. */
export function replay(story: readonly StoryEntry[]): Replayed {
  return story.reduce(replayOne, { status: 'draft', reasonCode: null });
}
