import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { LicenceStanding } from '../contract/index.ts';

const TONES: Record<LicenceStanding, StatusTone> = {
  none: 'attention',
  applied: 'waiting',
  provisional: 'active',
  granted: 'done',
  expired: 'attention',
  suspended: 'stopped',
  withdrawn: 'stopped',
};

/** How a licence stands today, as a word with its shape. */
export function LicenceBadge({ standing }: { standing: LicenceStanding }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[standing]} label={t(`institutions.licence.${standing}`)} />;
}
