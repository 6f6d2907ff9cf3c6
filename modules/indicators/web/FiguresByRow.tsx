import { DataTable, usePage, type Column } from '@qantara/ui';
import { Link } from 'react-router';
import type { FigureTable, Row } from '../contract/index.ts';
import { labelOf } from './chart-points.ts';
import { FigureText } from './FigureText.tsx';
import { recordsPath } from './behind/records-path.ts';

/** All measures of a breakdown, one row for each month, quarter, area or need. */
export function FiguresByRow({ tables }: { tables: FigureTable[] }) {
  const { t, formats, locale, text, href, search } = usePage();
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
        const shown = <FigureText value={figure?.value ?? null} unit={unit} state={figure?.state} isBrief />;
        const path = recordsPath(table, search, { key: row.key, figure });
        return path === null ? shown : <Link to={href(path)}>{shown}</Link>;
      },
    };
  });
  const { by } = first;
  const heading = t(`indicators.by.${by}`);
  return (
    <section className="wide-figures" aria-label={heading}>
      <DataTable<Row>
        caption={heading}
        rows={first.rows}
        keyOf={(row) => row.key}
        columns={[{ key: 'row', heading, cell: (row) => labelOf(row, by, { t, formats, locale }) }, ...measures]}
      />
    </section>
  );
}
