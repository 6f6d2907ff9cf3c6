import { dayIn, formatsFor, textIn, type WorkbookCell } from '@qantara/kernel';
import { pageContext, tableResponse, wordsContext, type TableFile } from '@qantara/ui';
import type { LoaderFunctionArgs } from 'react-router';
import type { FigureTable, Row } from '../../contract/index.ts';
import { lastDayOf } from '../../domain/index.ts';
import { askFigures } from '../ask-figures.ts';
import { labelOf, type ChartWords } from '../chart-points.ts';

function cellsOf(tables: FigureTable[], figureIn: (table: FigureTable) => Row['figure'] | undefined): WorkbookCell[] {
  return tables.flatMap((table) => {
    const figure = figureIn(table);
    return [figure?.value ?? null, figure?.numerator ?? null, figure?.denominator ?? null];
  });
}

function rowsOf(tables: FigureTable[], words: ChartWords): WorkbookCell[][] {
  const [first] = tables;
  if (first === undefined) return [];
  const period = [first.period.startsOn, lastDayOf(first.period)];
  const total = ['', '', ...period, ...cellsOf(tables, (table) => table.total)];
  const rows = first.rows.map((row) => [
    row.key,
    labelOf(row, first.by, words),
    ...period,
    ...cellsOf(tables, (table) => table.rows.find(({ key }) => key === row.key)?.figure),
  ]);
  return [total, ...rows];
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

/** The figures of an address as a table for a spreadsheet: one row for all, then one for each part; what is not told is empty. */
export async function figuresFile(given: LoaderFunctionArgs, format: TableFile['format']): Promise<Response> {
  const tables = await askFigures(given);
  const { locale, region } = given.context.get(pageContext);
  const t = given.context.get(wordsContext);
  const measures = tables.flatMap(({ indicator }) => {
    const name = textIn(indicator.name, locale).text;
    return [name, `${name} (n)`, `${name} (N)`];
  });
  const columns = ['key', 'name', 'from', 'to'].map((column) => t(`indicators.column.${column}`));
  return tableResponse({
    name: `figures-${dayIn(region.timeZone, new Date())}`,
    title: t('indicators.figures.title'),
    format,
    headings: [...columns, ...measures],
    batches: once(rowsOf(tables, { t, formats: formatsFor(locale, region), locale })),
  });
}
