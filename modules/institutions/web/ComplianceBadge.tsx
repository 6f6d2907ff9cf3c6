import { StatusBadge, usePage, type StatusTone } from '@qantara/ui';
import type { ComplianceStatus } from '../contract/index.ts';

const TONES: Record<ComplianceStatus, StatusTone> = {
  compliant: 'done',
  conditions: 'waiting',
  not_compliant: 'attention',
  unknown: 'neutral',
};

/** Whether an institution is as the law wants it, as a word with its shape. */
export function ComplianceBadge({ status }: { status: ComplianceStatus }) {
  const { t } = usePage();
  return <StatusBadge tone={TONES[status]} label={t(`institutions.compliance.${status}`)} />;
}
