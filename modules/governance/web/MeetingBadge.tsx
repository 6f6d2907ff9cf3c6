import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Commitment, MeetingState } from '../contract/index.ts';

const TONES: Record<MeetingState, StatusTone> = {
  planned: 'waiting',
  held: 'active',
  approved: 'done',
  published: 'done',
  cancelled: 'stopped',
};

/** How a meeting stands, as a word with its shape. */
export function MeetingBadge({ state }: { state: MeetingState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`governance.meeting.${state}`)} />;
}

const OF_COMMITMENT = { open: 'waiting', running: 'active', kept: 'done', dropped: 'stopped' } as const;

/** How a commitment stands; what is overdue says so. */
export function CommitmentBadge({ state, isOverdue }: Pick<Commitment, 'state' | 'isOverdue'>) {
  const { t } = usePage();
  if (isOverdue) return <StatusBadge tone="attention" label={t('governance.overdue')} />;
  return <StatusBadge tone={OF_COMMITMENT[state]} label={t(`governance.commitment.${state}`)} />;
}
