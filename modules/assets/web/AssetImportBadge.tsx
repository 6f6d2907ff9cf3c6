import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { AssetImportStatus } from '../contract/index.ts';

const TONES: Record<AssetImportStatus, StatusTone> = {
  read: 'waiting',
  checked: 'active',
  written: 'done',
  discarded: 'stopped',
};

/** How far an import is. */
export function AssetImportBadge({ status }: { status: AssetImportStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`assets.import_status.${status}`)} />;
}
