import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Standing } from '../contract/index.ts';

const TONES: Record<Standing, StatusTone> = { ready: 'done', on_the_way: 'attention', not_known: 'waiting' };

export function StandingBadge({ standing }: { standing: Standing }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[standing]} label={t(`partnership.standing.${standing}`)} />;
}
