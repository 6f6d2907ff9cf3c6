import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { AgreementStatus } from '../contract/index.ts';

const TONES: Record<AgreementStatus, StatusTone> = {
  draft: 'neutral',
  unsigned: 'waiting',
  not_yet: 'waiting',
  running: 'done',
  ending_soon: 'attention',
  ended: 'stopped',
};

/** How an agreement stands today, as a word with its shape. */
export function AgreementBadge({ status }: { status: AgreementStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`agreements.status.${status}`)} />;
}
