import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { IssueState } from '../contract/index.ts';

const TONES: Record<IssueState, StatusTone> = { open: 'attention', solved: 'done', accepted: 'waiting' };

export function IssueBadge({ state }: { state: IssueState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`partnership.issue_state.${state}`)} />;
}
