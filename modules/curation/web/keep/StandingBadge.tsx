import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Standing } from '../../contract/index.ts';

const TONES: Record<Standing, StatusTone> = { fresh: 'done', due: 'waiting', overdue: 'attention', never: 'attention' };

/** Whether an entry was confirmed in time, in words with a shape. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[standing]} label={t(`curation.standing.${standing}`)} />;
}
