import type { StatusTone } from '@qantara/ui';
import type { Progress, PromiseState, TargetStatus } from '../contract/index.ts';

const OF_STATUS: Record<TargetStatus, StatusTone> = {
  achieved: 'done',
  on_track: 'active',
  at_risk: 'waiting',
  off_track: 'attention',
  no_data: 'neutral',
  no_recent_data: 'neutral',
  not_started: 'stopped',
};

const OF_PROGRESS: Record<Progress, StatusTone> = {
  planned: 'neutral',
  under_way: 'active',
  delayed: 'waiting',
  done: 'done',
  stopped: 'stopped',
};

const OF_PROMISE: Record<PromiseState, StatusTone> = { open: 'waiting', kept: 'done', dropped: 'stopped' };

/** The shape and colour beside the word of a target's status; the word always stands with it. */
export function toneOfStatus(status: TargetStatus): StatusTone {
  return OF_STATUS[status];
}

/** The shape and colour beside the word of an initiative's progress. */
export function toneOfProgress(progress: Progress): StatusTone {
  return OF_PROGRESS[progress];
}

/** The shape and colour beside the word of what became of a promise. */
export function toneOfPromise(state: PromiseState): StatusTone {
  return OF_PROMISE[state];
}
