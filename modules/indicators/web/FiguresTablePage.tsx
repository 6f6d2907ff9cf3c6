import { csvOf, type CsvCell, LOCALES, textIn, type Locale } from '@qantara/kernel';
import type { LoaderFunctionArgs } from 'react-router';
import type { FigureTable, Row } from '../contract/index.ts';
import { lastDayOf } from '../domain/index.ts';
import { askFigures } from './ask-figures.ts';

function headingsOf(tables: FigureTable[], locale: Locale): CsvCell[] {
  const measures = tables.flatMap(({ indicator }) => {
    const name = textIn(indicator.name, locale).text;
    return [name, `${name} (n)`, `${name} (N)`];
  });
  return ['key', 'name', 'from', 'to', ...measures];
}

function cellsOf(tables: FigureTable[], figureIn: (table: FigureTable) => Row['figure'] | undefined): CsvCell[] {
  return tables.flatMap((table) => {
    const figure = figureIn(table);
    return [figure?.value ?? null, figure?.numerator ?? null, figure?.denominator ?? null];
  });
}

/** The figures of an address as a table for a spreadsheet: one row for all, then one for each part. */
export async function loader(given: LoaderFunctionArgs): Promise<Response> {
  const tables = await askFigures(given);
  const locale = LOCALES.find((one) => one === given.params['locale']) ?? 'en';
  const [first] = tables;
  const period: CsvCell[] = first === undefined ? [] : [first.period.startsOn, lastDayOf(first.period)];
  const rows = (first?.rows ?? []).map((row) => [
    row.key,
    textIn(row.label, locale).text,
    ...period,
    ...cellsOf(tables, (table) => table.rows.find(({ key }) => key === row.key)?.figure),
  ]);
  const total = ['', '', ...period, ...cellsOf(tables, (table) => table.total)];
  return new Response(csvOf([headingsOf(tables, locale), total, ...rows]), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="figures.csv"',
    },
  });
}
