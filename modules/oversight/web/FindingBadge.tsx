import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { FindingState } from '../contract/index.ts';

const TONE_OF: Record<FindingState, StatusTone> = {
  open: 'waiting',
  fine: 'done',
  follow_up: 'active',
  misuse: 'attention',
};

/** Where a finding stands. */
export function FindingBadge({ state }: { state: FindingState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONE_OF[state]} label={t(`oversight.state.${state}`)} />;
}
