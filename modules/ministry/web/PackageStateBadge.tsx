import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { PackageState } from '../contract/index.ts';

const TONES: Record<PackageState, StatusTone> = { made: 'done', waiting: 'waiting', sent: 'done', failed: 'attention' };

/** Where a package stands. */
export function PackageStateBadge({ state }: { state: PackageState }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[state]} label={t(`ministry.package_state.${state}`)} />;
}
