import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { ImportStatus } from '../contract/index.ts';

const TONES: Record<ImportStatus, StatusTone> = {
  waiting: 'waiting',
  mapping: 'attention',
  checked: 'attention',
  discarded: 'done',
  expired: 'done',
  running: 'active',
  done: 'done',
  failed: 'attention',
};

/** How far an import is. */
export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`hsds.import_status.${status}`)} />;
}
