import { DataTable, usePage } from '@qantara/ui';
import type { ReleasedCell, ReleasedTable } from '../contract/index.ts';
import { CellText } from './CellText.tsx';

/** A released table, a cell a line, with the signs of what is not told. */
export function ReleasedCells({ table, nameOf }: { table: ReleasedTable; nameOf: (code: string) => string }) {
  const { t } = usePage();
  const hasRatio = table.cells.some(({ outOfState }) => outOfState !== null);
  return (
    <DataTable<ReleasedCell>
      caption={t('disclosure.told')}
      rows={table.cells}
      keyOf={({ at }) => at.join('|')}
      columns={[
        { key: 'at', heading: t('disclosure.where'), cell: ({ at }) => <bdi>{at.map(nameOf).join(' · ')}</bdi> },
        {
          key: 'count',
          heading: t('disclosure.number.count'),
          isNumber: true,
          cell: ({ count, state }) => <CellText value={count} state={state} />,
        },
        ...(hasRatio
          ? [
              {
                key: 'outOf',
                heading: t('disclosure.number.outOf'),
                isNumber: true,
                cell: ({ outOf, outOfState }: ReleasedCell) => <CellText value={outOf} state={outOfState} />,
              },
              {
                key: 'ratio',
                heading: t('disclosure.ratio'),
                isNumber: true,
                cell: ({ ratio, outOfState }: ReleasedCell) => (
                  <CellText
                    value={ratio}
                    state={ratio === null && outOfState === 'shown' ? 'suppressed' : outOfState}
                    style="percent"
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
