import { DataTable, EmptyState, LocalText, NumberText, StatusBadge, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { FreshnessReport } from '../../contract/index.ts';

type Row = FreshnessReport['organisations'][number];

/** Organisations and how much they have to confirm, those with most first. */
export function OrganisationsTable({ rows }: { rows: Row[] }) {
  const { t, href } = usePage();
  return (
    <DataTable<Row>
      caption={t('curation.freshness.organisations')}
      hidesCaption
      rows={rows}
      keyOf={({ organisationId }) => organisationId}
      empty={<EmptyState title={t('curation.freshness.none')} />}
      columns={[
        {
          key: 'name',
          heading: t('field.organisationId'),
          cell: ({ organisationId, name }) => (
            <Link to={href(`/curation/organisations/${organisationId}`)}>
              <LocalText value={name} quiet />
            </Link>
          ),
        },
        {
          key: 'confirm',
          heading: t('curation.freshness.to_confirm'),
          isNumber: true,
          cell: ({ overdue, never }) => <NumberText value={overdue + never} />,
        },
        {
          key: 'total',
          heading: t('curation.freshness.total'),
          isNumber: true,
          cell: ({ total }) => <NumberText value={total} />,
        },
        {
          key: 'keeper',
          heading: t('curation.keeper.title'),
          cell: ({ withoutKeeper }) =>
            withoutKeeper === 0 ? (
              <StatusBadge tone="done" label={t('curation.keeper.named')} />
            ) : (
              <StatusBadge tone="waiting" label={t('curation.keeper.none')} />
            ),
        },
      ]}
    />
  );
}
