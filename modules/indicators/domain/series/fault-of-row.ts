import { dayAfter, IsoDate, latinDigits } from '@qantara/kernel';
import type { Indicator, SeriesRefusalCode, Unit } from '../../contract/index.ts';
import { periodIn } from './period-in.ts';
import type { SeriesRow } from './read-series.ts';

/** An observation out of a file, with the place and measure that it is of. */
export type TakenRow = {
  at: number;
  indicatorId: string;
  areaId: string;
  startsOn: string;
  endsOn: string;
  cut: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
};

export type RowFault = { at: number; field: string; value: string; code: SeriesRefusalCode };

/** What this region has: measures by whatever they are called, places by their codes. */
export type Known = {
  indicators: ReadonlyMap<string, Pick<Indicator, 'indicatorId' | 'recipe' | 'unit' | 'factor'>>;
  areaIds: ReadonlyMap<string, string>;
};

/** A number as people type them: any digits, a comma for the fraction, spaces between thousands. */
function numberIn(text: string): number | null | undefined {
  if (text === '') return null;
  const plain = latinDigits(text)
    .replaceAll(/[\s\u00A0\u202F']/g, '')
    .replace(',', '.')
    .replace('٫', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

function periodOfRow({ period, from, to }: SeriesRow) {
  if (period !== '') return periodIn(latinDigits(period));
  const isThere = IsoDate.safeParse(from).success && IsoDate.safeParse(to).success && from <= to;
  return isThere ? { startsOn: from, endsOn: dayAfter(to, 1) } : undefined;
}

type Numbers = Pick<TakenRow, 'numerator' | 'denominator' | 'value'>;
type NumberFault = { field: keyof Numbers; code: SeriesRefusalCode };

const NOTHING: Numbers = { numerator: null, denominator: null, value: null };

/** A count is its own numerator. */
function countIn({ numerator, value }: Numbers): Numbers | NumberFault {
  const counted = numerator ?? value;
  return counted === null ? { field: 'value', code: 'value_missing' } : { ...NOTHING, numerator: counted };
}

const isMoreThanAll = (unit: Unit, share: number): boolean => unit === 'ratio' && (share < 0 || share > 1);

/** A value as its source worked it out, where it does not say of what. */
function valueIn(unit: Unit, { value }: Numbers): Numbers | NumberFault {
  if (value === null) return { field: 'value', code: 'value_missing' };
  return isMoreThanAll(unit, value) ? { field: 'value', code: 'more_than_all' } : { ...NOTHING, value };
}

/** What the numbers of a measure must be, by its unit: the parts where they are known, so that sums are of parts. */
export function numbersOf(unit: Unit, said: Numbers): Numbers | NumberFault {
  if (unit === 'words') return NOTHING;
  if (unit === 'count') return countIn(said);
  const { numerator, denominator } = said;
  if (numerator === null) return valueIn(unit, said);
  if (denominator === null || denominator <= 0) return { field: 'denominator', code: 'denominator_needed' };
  if (isMoreThanAll(unit, numerator / denominator)) return { field: 'value', code: 'more_than_all' };
  return { numerator, denominator, value: null };
}

/** One row as an observation of this region, or what is wrong with it, by its field. */
export function faultOfRow(row: SeriesRow, known: Known): TakenRow | RowFault {
  const { at, cut } = row;
  const fault = (field: keyof SeriesRow, code: SeriesRefusalCode): RowFault => ({
    at,
    field,
    value: String(row[field]),
    code,
  });
  const indicator = known.indicators.get(row.indicator.toLowerCase());
  if (indicator === undefined) return fault('indicator', 'indicator_unknown');
  if (indicator.recipe !== null) return fault('indicator', 'indicator_counted');
  if (indicator.unit === 'words') return fault('indicator', 'indicator_of_words');
  const areaId = known.areaIds.get(row.area.toLowerCase());
  if (areaId === undefined) return fault('area', 'area_unknown');
  const period = periodOfRow(row);
  if (period === undefined) return fault(row.period === '' ? 'from' : 'period', 'not_a_period');
  const said: Partial<Numbers> = {};
  for (const field of ['numerator', 'denominator', 'value'] as const) {
    const number = numberIn(row[field]);
    if (number === undefined) return fault(field, 'not_a_number');
    said[field] = number;
  }
  const numbers = numbersOf(indicator.unit, said as Numbers);
  if ('code' in numbers) return fault(numbers.field, numbers.code);
  return { at, indicatorId: indicator.indicatorId, areaId, ...period, cut, ...numbers };
}
