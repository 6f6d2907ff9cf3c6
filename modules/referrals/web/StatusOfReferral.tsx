import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { ReferralStatus } from '../contract/index.ts';

const TONES: Record<ReferralStatus, StatusTone> = {
  draft: 'neutral',
  requested: 'waiting',
  accepted: 'active',
  rejected: 'stopped',
  'in-progress': 'active',
  'on-hold': 'waiting',
  completed: 'done',
  failed: 'stopped',
  cancelled: 'stopped',
  'entered-in-error': 'stopped',
};

/** The state of a referral as a word with its shape. */
export function StatusOfReferral({ status }: { status: ReferralStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`referrals.status.${status}`)} />;
}
