import { DataTable, usePage, type Column } from '@qantara/ui';
import { Link } from 'react-router';
import { OF_A_PERSON } from '../domain/index.ts';
import type { FigureTable, Row } from '../contract/index.ts';
import { labelOf } from './chart-points.ts';
import { FigureText } from './FigureText.tsx';

/** All measures of a breakdown, one row for each month, quarter, area or need. */
export function FiguresByRow({ tables }: { tables: FigureTable[] }) {
  const { t, formats, locale, text, can, href, search } = usePage();
  const [first] = tables;
  if (first === undefined || first.by === 'none') return null;
  const opens = can('worklist:read') && !OF_A_PERSON.includes(first.by);
  const recordsPath = (table: FigureTable, key: string): string => {
    const { startsOn, endsOn } = table.period;
    const kept = ['areaId', 'needCode'].flatMap((name) => {
      const value = new URLSearchParams(search).get(name) ?? '';
      return value === '' ? [] : [[name, value]];
    });
    const asked = { code: table.indicator.code, by: table.by, key, counted: 'true', startsOn, endsOn };
    return href(`/figures/records?${new URLSearchParams([...Object.entries(asked), ...kept])}`);
  };
  const measures = tables.map((table): Column<Row> => {
    const { unit, code, name } = table.indicator;
    return {
      key: code,
      heading: text(name).text,
      isNumber: true,
      cell: (row) => {
        const figure = table.rows.find(({ key }) => key === row.key)?.figure;
        const shown = <FigureText value={figure?.value ?? null} unit={unit} state={figure?.state} isBrief />;
        if (!opens || figure?.value == null || figure.value === 0) return shown;
        return <Link to={recordsPath(table, row.key)}>{shown}</Link>;
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
