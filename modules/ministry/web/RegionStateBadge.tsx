import { StatusBadge, usePage } from '@qantara/ui';
import type { RegionCard } from '../contract/index.ts';

const TONES = { asked: 'waiting', standing: 'active', refused: 'stopped', withdrawn: 'stopped' } as const;

/** Where a region stands: late comes before all that is well. */
export function RegionStateBadge({ region: { state, isLate } }: { region: RegionCard }) {
  const { t } = usePage();
  if (isLate) return <StatusBadge tone="attention" label={t('ministry.regions.late')} />;
  return <StatusBadge tone={TONES[state]} label={t(`ministry.region_state.${state}`)} />;
}
