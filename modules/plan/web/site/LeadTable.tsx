import { DataTable, LocalText, NumberText, usePage, type Column } from '@qantara/ui';
import type { Item } from '../../contract/index.ts';
import { isLate } from '../../domain/index.ts';
import { leadsOf, type LeadCount } from './report-of.ts';

/** Who leads how much of the work, how much of that is done and how much is late. */
export function LeadTable({ items, today }: { items: Item[]; today: string }) {
  const { t } = usePage();
  const countOf = (key: string, heading: string, isCounted: (item: Item) => boolean): Column<LeadCount> => ({
    key,
    heading,
    isNumber: true,
    cell: ({ works }) => <NumberText value={works.filter(isCounted).length} />,
  });
  const columns: Column<LeadCount>[] = [
    {
      key: 'lead',
      heading: t('plan.node.lead'),
      cell: ({ lead }) =>
        lead.leadName === null ? t('plan.node.nobody_leads') : <LocalText value={lead.leadName} quiet />,
    },
    countOf('all', t('plan.annual.works'), () => true),
    countOf('done', t('plan.progress.done'), ({ progress }) => progress === 'done'),
    countOf('late', t('plan.annual.late'), (item) => isLate(item, today)),
  ];
  return (
    <DataTable
      caption={t('plan.annual.leads')}
      hidesCaption
      columns={columns}
      rows={leadsOf(items)}
      keyOf={({ lead }) => lead.itemId}
      empty={<p>{t('plan.annual.no_work')}</p>}
    />
  );
}
