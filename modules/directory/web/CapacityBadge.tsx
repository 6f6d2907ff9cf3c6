import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Capacity } from '../contract/index.ts';

const TONES: Record<Exclude<Capacity, 'unknown'>, StatusTone> = {
  open: 'done',
  waiting_list: 'waiting',
  assessment_first: 'neutral',
  full: 'stopped',
};

/** Whether there is room, where that is known. */
export function CapacityBadge({ capacity }: { capacity: Capacity }) {
  const { t } = usePage();
  if (capacity === 'unknown') return null;
  return <StatusBadge tone={TONES[capacity]} label={t(`directory.capacity.${capacity}`)} />;
}
