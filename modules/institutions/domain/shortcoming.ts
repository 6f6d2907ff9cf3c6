import { refuse } from '@qantara/kernel';
import type { ShortcomingStanding, ShortcomingStep } from '../contract/index.ts';

export type ShortcomingState = 'open' | 'corrected' | 'verified';

const RULES: Record<ShortcomingStep, { from: ShortcomingState; to: ShortcomingState }> = {
  correct: { from: 'open', to: 'corrected' },
  verify: { from: 'corrected', to: 'verified' },
  return: { from: 'corrected', to: 'open' },
};

/** The steps that can be taken from a state, by anybody: who may take which is the policy's to say. */
export function shortcomingStepsFrom(state: ShortcomingState): ShortcomingStep[] {
  return (Object.keys(RULES) as ShortcomingStep[]).filter((step) => RULES[step].from === state);
}

/** The state after a step; refuses `shortcoming_step_not_possible` from this one. */
export function takeShortcoming(state: ShortcomingState, step: ShortcomingStep): ShortcomingState {
  if (RULES[step].from !== state) refuse('shortcoming_step_not_possible');
  return RULES[step].to;
}

/** How it stands on a day: overdue is what is still open after the day it was due, and nobody needs to write it. */
export function shortcomingStandingOf(
  shortcoming: { state: ShortcomingState; dueOn: string },
  today: string,
): ShortcomingStanding {
  return shortcoming.state === 'open' && shortcoming.dueOn < today ? 'overdue' : shortcoming.state;
}
