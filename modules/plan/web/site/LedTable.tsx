import { DataTable, LocalText, StatusBadge, usePage, type Column } from '@qantara/ui';
import type { LedNode, PlacedWork, PlanId } from '../../contract/index.ts';
import { toneOfProgress } from '../tones.ts';
import { SiteNode } from './SiteNode.tsx';

type Row = LedNode & Partial<Pick<PlacedWork, 'leadName'>>;
type LedTableProps = {
  planId: PlanId;
  nodes: readonly Row[];
  caption: string;
  /** Whether who leads each stands in a column of its own. */
  tellsLead?: boolean;
};

function HowItGoes({ node }: { node: Row }) {
  const { t } = usePage();
  const { kind, progress, isStale } = node;
  if (kind !== 'initiative') return <>{t('plan.site.by_its_parts')}</>;
  return (
    <>
      {progress === null ? (
        t('plan.node.not_told')
      ) : (
        <StatusBadge tone={isStale ? 'neutral' : toneOfProgress(progress)} label={t(`plan.progress.${progress}`)} />
      )}
      {isStale ? <small>{t('plan.item.no_recent_news')}</small> : null}
    </>
  );
}

function DueDay({ node }: { node: Row }) {
  const { t, formats } = usePage();
  const { dueOn, isLate } = node;
  return (
    <>
      <span>{dueOn === null ? t('plan.annual.no_day') : formats.date(dueOn)}</span>
      {isLate ? <strong className="plan-late">{t('plan.annual.late')}</strong> : null}
    </>
  );
}

/** Parts of a plan with how each goes and its day. */
export function LedTable({ planId, nodes, caption, tellsLead = false }: LedTableProps) {
  const { t } = usePage();
  const lead: Column<Row> = {
    key: 'lead',
    heading: t('plan.node.lead'),
    cell: ({ leadName }) =>
      leadName === null || leadName === undefined ? t('plan.node.nobody_leads') : <LocalText value={leadName} quiet />,
  };
  return (
    <DataTable
      caption={caption}
      rows={nodes}
      keyOf={({ itemId }) => itemId}
      columns={[
        { key: 'node', heading: t('plan.site.part'), cell: (node) => <SiteNode node={node} planId={planId} /> },
        ...(tellsLead ? [lead] : []),
        { key: 'progress', heading: t('plan.site.progress'), cell: (node) => <HowItGoes node={node} /> },
        { key: 'day', heading: t('plan.annual.day'), cell: (node) => <DueDay node={node} /> },
      ]}
    />
  );
}
