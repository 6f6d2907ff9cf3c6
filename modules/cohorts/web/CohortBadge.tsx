import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { CohortStatus } from '../contract/index.ts';

const TONES: Record<CohortStatus, StatusTone> = { not_yet: 'waiting', running: 'active', ended: 'neutral' };

/** Whether a cohort runs. */
export function CohortBadge({ status }: { status: CohortStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`cohorts.status.${status}`)} />;
}
