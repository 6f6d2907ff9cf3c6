import { DataTable, LocalText, usePage, type Column } from '@qantara/ui';
import type { Item } from '../../contract/index.ts';
import { isLate } from '../../domain/index.ts';
import { groupsOf } from './report-of.ts';

function Lead({ item }: { item: Item }) {
  const { t } = usePage();
  if (item.leadName === null) return <>{t('plan.node.nobody_leads')}</>;
  return <LocalText value={item.leadName} quiet />;
}

function Day({ item, today }: { item: Item; today: string }) {
  const { t, formats } = usePage();
  const day = item.dueOn === null ? t('plan.annual.no_day') : formats.date(item.dueOn);
  return (
    <>
      <span>{day}</span>
      {isLate(item, today) ? <strong className="annual-late">{t('plan.annual.late')}</strong> : null}
      {item.isStale ? <small>{t('plan.item.no_recent_news')}</small> : null}
    </>
  );
}

function useWorkColumns(today: string): Column<Item>[] {
  const { t } = usePage();
  return [
    {
      key: 'work',
      heading: t('plan.annual.work'),
      cell: ({ number, title }) => (
        <>
          <span className="plan-number">{number}</span> <LocalText value={title} quiet />
        </>
      ),
    },
    { key: 'lead', heading: t('plan.node.lead'), cell: (item) => <Lead item={item} /> },
    { key: 'day', heading: t('plan.annual.day'), cell: (item) => <Day item={item} today={today} /> },
  ];
}

/** The work of a part of the plan by how it goes, with who leads it and its day; what is late is said first. */
export function WorkTables({ works, today }: { works: Item[]; today: string }) {
  const { t } = usePage();
  const columns = useWorkColumns(today);
  const late = works.filter((one) => isLate(one, today)).length;
  if (works.length === 0) return <p>{t('plan.annual.no_work')}</p>;
  return (
    <>
      <h3>{t('plan.annual.work_title')}</h3>
      <p>{t('plan.annual.late_count', { count: late })}</p>
      {groupsOf(works).map((group) => (
        <DataTable
          key={group.progress ?? 'untold'}
          caption={group.progress === null ? t('plan.node.not_told') : t(`plan.progress.${group.progress}`)}
          columns={columns}
          rows={group.works}
          keyOf={({ itemId }) => itemId}
        />
      ))}
    </>
  );
}
