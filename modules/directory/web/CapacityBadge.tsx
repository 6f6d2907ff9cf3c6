import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { Capacity } from '../contract/index.ts';

const TONES: Record<Exclude<Capacity, 'unknown'>, StatusTone> = {
  open: 'done',
  waiting_list: 'waiting',
  assessment_first: 'neutral',
  full: 'stopped',
};

/** Whether there is room, where that is known, and since when: an old word is no promise. */
export function CapacityBadge({ capacity, saidAt }: { capacity: Capacity; saidAt: string | null }) {
  const { t, formats } = usePage();
  if (capacity === 'unknown') return null;
  return (
    <>
      <StatusBadge tone={TONES[capacity]} label={t(`directory.capacity.${capacity}`)} />{' '}
      <span className="said-at">
        {saidAt === null
          ? t('directory.capacity.said_undated')
          : t('directory.capacity.said_on', { day: formats.date(saidAt) })}
      </span>
    </>
  );
}
