import { DataTable, usePage, type Column } from '@qantara/ui';
import type { FigureTable, Row } from '../contract/index.ts';
import { labelOf } from './chart-points.ts';
import { FigureText } from './FigureText.tsx';

/** All measures of a breakdown, one row for each month, quarter, area or need. */
export function FiguresByRow({ tables }: { tables: FigureTable[] }) {
  const { t, formats, locale, text } = usePage();
  const [first] = tables;
  if (first === undefined || first.by === 'none') return null;
  const measures = tables.map((table): Column<Row> => {
    const { unit, code, name } = table.indicator;
    return {
      key: code,
      heading: text(name).text,
      isNumber: true,
      cell: (row) => {
        const figure = table.rows.find(({ key }) => key === row.key)?.figure;
        return <FigureText value={figure?.value ?? null} unit={unit} />;
      },
    };
  });
  const { by } = first;
  const heading = t(`indicators.by.${by}`);
  return (
    <DataTable<Row>
      caption={heading}
      rows={first.rows}
      keyOf={(row) => row.key}
      columns={[{ key: 'row', heading, cell: (row) => labelOf(row, by, { t, formats, locale }) }, ...measures]}
    />
  );
}
