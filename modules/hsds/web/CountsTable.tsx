import { DataTable, NumberText, usePage } from '@qantara/ui';
import type { ImportCounts } from '../contract/index.ts';

const OBJECTS = ['service', 'organization', 'location'] as const;
const OUTCOMES = ['new', 'changed', 'same', 'ended'] as const;

/** By kind of record, how many are new, changed, the same and ended. */
export function CountsTable({ counts, caption }: { counts: ImportCounts; caption: string }) {
  const { t } = usePage();
  return (
    <DataTable
      caption={caption}
      rows={OBJECTS.map((object) => ({ object, ...counts[object] }))}
      keyOf={({ object }) => object}
      columns={[
        { key: 'object', heading: t('hsds.import.kind'), cell: ({ object }) => t(`hsds.objects.${object}`) },
        ...OUTCOMES.map((outcome) => ({
          key: outcome,
          heading: t(`hsds.outcome.${outcome}`),
          isNumber: true,
          cell: (row: Record<(typeof OUTCOMES)[number], number>) => <NumberText value={row[outcome]} />,
        })),
      ]}
    />
  );
}
