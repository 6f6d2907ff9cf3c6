import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { SeatStatus } from '../contract/index.ts';

const TONES: Record<SeatStatus, StatusTone> = {
  empty: 'attention',
  filled: 'done',
  ending_soon: 'attention',
  to_come: 'waiting',
};

/** How a seat stands today, as a word with its shape. */
export function SeatBadge({ status }: { status: SeatStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`governance.seat.${status}`)} />;
}
