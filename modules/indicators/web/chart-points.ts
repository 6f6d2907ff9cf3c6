import { textIn, type Formats, type Locale, type Translate } from '@qantara/kernel';
import { languageName } from '@qantara/directory/web';
import type { ChartPoint, FigureStyle } from '@qantara/ui';
import type { Breakdown, FigureTable, Row, Unit } from '../contract/index.ts';

/** What a chart's words are made with. */
export type ChartWords = { t: Translate; formats: Formats; locale: Locale };

/** How a unit is written on a chart. */
export function styleOf(unit: Unit): FigureStyle {
  if (unit === 'ratio') return { style: 'percent', digits: 0 };
  return { style: 'number', digits: unit === 'days' ? 1 : 0 };
}

/** What a row is of, in words: a month, a quarter, or the name of an area or a need. */
export function labelOf(row: Pick<Row, 'key' | 'label'>, by: Breakdown, { t, formats, locale }: ChartWords): string {
  if (by === 'month') return formats.month(`${row.key}T12:00:00Z`);
  if (by === 'quarter') {
    const quarter = Math.floor((Number(row.key.slice(5, 7)) - 1) / 3) + 1;
    return t('indicators.quarter', { quarter: String(quarter), year: row.key.slice(0, 4) });
  }
  if (row.label === null && row.key === '') return t('indicators.unknown');
  if (by === 'language') return languageName(row.key, locale);
  if (by === 'age' || by === 'gender') return t(`indicators.${by}.${row.key}`);
  return textIn(row.label, locale).text || row.key;
}

/** Rows as the points of a chart; one that is not told says so, and is never drawn as nothing. */
export function pointsOf(table: Pick<FigureTable, 'rows' | 'by'>, words: ChartWords): ChartPoint[] {
  return table.rows.map((row) => ({
    key: row.key,
    label: labelOf(row, table.by, words),
    value: row.figure.value,
    absent: row.figure.state === 'suppressed' ? words.t('indicators.state.suppressed') : undefined,
  }));
}
