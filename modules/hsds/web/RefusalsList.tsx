import { Bdi, DataTable, Icon, NumberText, Pagination, usePage } from '@qantara/ui';
import type { RowRefusal } from '../contract/index.ts';

type Refusals = { items: RowRefusal[]; page: number; perPage: number; total: number | null; hasMore: boolean };

/** What an import could not take, where and why, with all of it as a file to hand back. */
export function RefusalsList({
  refusals,
  importId,
  isPaged,
}: {
  refusals: Refusals;
  importId: string;
  isPaged: boolean;
}) {
  const { t, href } = usePage();
  if (refusals.items.length === 0) return <p>{t('hsds.import.nothing_refused')}</p>;
  return (
    <>
      <p>{t('hsds.import.refused_text')}</p>
      <p>
        <a href={href(`/admin/imports/${importId}/refusals.csv`)} download>
          <Icon name="download" /> {t('hsds.import.download')}
        </a>
      </p>
      <DataTable<RowRefusal>
        caption={t('hsds.import.refused')}
        hidesCaption
        rows={refusals.items}
        keyOf={({ file, row, field, code }) => `${file} ${row} ${field} ${code}`}
        columns={[
          { key: 'file', heading: t('hsds.import.file'), cell: ({ file }) => <Bdi latin>{file}</Bdi> },
          { key: 'row', heading: t('hsds.import.row'), isNumber: true, cell: ({ row }) => <NumberText value={row} /> },
          {
            key: 'field',
            heading: t('hsds.import.field'),
            cell: ({ field }) => (field === null ? '' : <Bdi>{field}</Bdi>),
          },
          { key: 'why', heading: t('hsds.import.why'), cell: ({ code }) => t(`hsds.row_refusal.${code}`) },
          {
            key: 'value',
            heading: t('hsds.import.value'),
            cell: ({ value }) => (value === null ? '' : <Bdi>{value}</Bdi>),
          },
          { key: 'scope', heading: t('hsds.import.scope'), cell: ({ scope }) => t(`hsds.refusal_scope.${scope}`) },
        ]}
      />
      {isPaged ? <Pagination {...refusals} /> : null}
    </>
  );
}
