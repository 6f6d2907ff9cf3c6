import { dayAfter, foldText, IsoDate, latinDigits } from '@qantara/kernel';
import { Cut, MOST_NUMBER, type Indicator, type SeriesRefusalCode, type Unit } from '../../contract/index.ts';
import { isYearThere, periodIn } from './period-in.ts';
import type { Column, SeriesRow, Told } from './row-of.ts';

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

export type RowFault = { at: number; field: string | null; value: string | null; code: SeriesRefusalCode };

/** What this region has: measures by whatever they are called, places by their codes. */
export type Known = {
  indicators: ReadonlyMap<string, Pick<Indicator, 'indicatorId' | 'recipe' | 'unit' | 'factor'>>;
  areaIds: ReadonlyMap<string, string>;
};

const FIELDS = ['numerator', 'denominator', 'value'] as const;
type Numbers = Pick<TakenRow, (typeof FIELDS)[number]>;
type NumberFault = { field: keyof Numbers | 'power'; code: SeriesRefusalCode };

/** A sign between thousands for some and before the fraction for others: `1,234` people are a thousand, or one. */
const THOUSANDS = /[,،٬]\d{3}(?!\d)/;

/** The same with points, as whoever types them without a program may: `1.234` people. A program writes no such count. */
const POINTS = /^[+-]?\d{1,3}(?:\.\d{3})+$/;

/** What a number is: a count is whole, a measure may be anything, a share is of one. */
type Kind = 'count' | 'measure' | 'share';

function isUnclear(typed: string, kind: Kind, power: number): boolean {
  if (kind !== 'share' && THOUSANDS.test(typed)) return true;
  return kind === 'count' && power === 0 && POINTS.test(typed);
}

/** A number as people type them: any digits, a comma for the fraction, spaces between thousands; times a power of ten. */
function numberIn(text: string, kind: Kind, power: number): number | null | SeriesRefusalCode {
  if (text === '') return null;
  const typed = latinDigits(text).replaceAll(/[\s\u00A0\u202F']/g, '');
  if (isUnclear(typed, kind, power)) return 'number_unclear';
  const plain = typed.replace(',', '.').replace('٫', '.');
  const [, digits, exponent = '0'] = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?$/i.exec(plain) ?? [];
  const number = digits === undefined ? Number.NaN : Number(`${digits}e${Number(exponent) + power}`);
  return Math.abs(number) <= MOST_NUMBER ? number : 'not_a_number';
}

/** By which power of ten a row's numbers are multiplied; what does not apply (`_Z`) does not multiply. */
function powerIn({ power }: SeriesRow): number | undefined {
  if (power === '' || power.toUpperCase() === '_Z') return 0;
  return /^[+-]?\d{1,2}$/.test(power) ? Number(power) : undefined;
}

const KIND_OF: Record<Unit, Kind> = {
  count: 'count',
  ratio: 'share',
  rate: 'measure',
  days: 'measure',
  words: 'measure',
};

/** What a row says in numbers, as its measure is to be read: what is counted, or counted out of, is a count. */
function numbersIn(row: SeriesRow, unit: Unit): Numbers | NumberFault {
  const said: Numbers = { ...NOTHING };
  const power = powerIn(row);
  if (power === undefined) return { field: 'power', code: 'power_not_readable' };
  for (const field of FIELDS) {
    const number = numberIn(row[field], field === 'value' ? KIND_OF[unit] : 'count', power);
    if (typeof number === 'string') return { field, code: number };
    said[field] = number;
  }
  return numbersOf(unit, said);
}

function periodOfRow({ period, from, to }: SeriesRow) {
  if (period !== '') return periodIn(latinDigits(period));
  const isDay = (text: string): boolean => IsoDate.safeParse(text).success && isYearThere(text);
  const isThere = isDay(from) && isDay(to) && from <= to;
  return isThere ? { startsOn: from, endsOn: dayAfter(to, 1) } : undefined;
}

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
  const below = FIELDS.find((field) => (unit === 'count' || field !== 'value') && (said[field] ?? 0) < 0);
  if (below !== undefined) return { field: below, code: 'below_zero' };
  if (unit === 'count') return countIn(said);
  const { numerator, denominator } = said;
  if (numerator === null) return valueIn(unit, said);
  if (denominator === null || denominator <= 0) return { field: 'denominator', code: 'denominator_needed' };
  if (isMoreThanAll(unit, numerator / denominator)) return { field: 'value', code: 'more_than_all' };
  return { numerator, denominator, value: null };
}

/** Where a row belongs, and by what its numbers are read. */
export type Placed = {
  unit: Unit;
  place: Pick<TakenRow, 'at' | 'indicatorId' | 'areaId' | 'startsOn' | 'endsOn' | 'cut'>;
};

const faultIn =
  (row: SeriesRow) =>
  (field: Column | 'cut', code: SeriesRefusalCode): RowFault => ({ at: row.at, field, value: row[field], code });

/** What is said of a row that may be of a part of the people that is not kept here: which, as its file names it. */
export const partUnknown = (at: number, { name, value }: Told): RowFault => ({
  at,
  field: name,
  value: `${name}: ${value}`,
  code: 'part_unknown',
});

/**
 * What a line is refused for before anything of it is read: more cells than columns, two columns of one name that differ, or that it takes
 * a value away (SDMX-CSV).
 */
function faultOfLine({ at, beyond, contradicts, others }: SeriesRow): RowFault | null {
  if (beyond !== null) return { at, field: null, value: beyond, code: 'cells_beyond' };
  if (contradicts !== null)
    return { at, field: contradicts.name, value: `${contradicts.name}: ${contradicts.value}`, code: 'told_twice' };
  const taking = others.find(({ name, value }) => foldText(name) === 'action' && value.toUpperCase() === 'D');
  return taking === undefined ? null : { at, field: taking.name, value: taking.value, code: 'action_not_taken' };
}

/** The measure, place, period and part of a row, or what of these is not there. */
export function placeOfRow(row: SeriesRow, known: Known): Placed | RowFault {
  const { at, cut } = row;
  const fault = faultIn(row);
  const unreadable = faultOfLine(row);
  if (unreadable !== null) return unreadable;
  const indicator = known.indicators.get(row.indicator.toLowerCase());
  if (indicator === undefined) return fault('indicator', 'indicator_unknown');
  if (indicator.recipe !== null) return fault('indicator', 'indicator_counted');
  if (indicator.unit === 'words') return fault('indicator', 'indicator_of_words');
  const areaId = known.areaIds.get(row.area.toLowerCase());
  if (areaId === undefined) return fault('area', 'area_unknown');
  const period = periodOfRow(row);
  if (period === undefined) return fault(row.period === '' ? 'from' : 'period', 'not_a_period');
  if (row.unknownPart !== null) return partUnknown(at, row.unknownPart);
  if (!Cut.safeParse(cut).success) return fault('cut', 'part_not_readable');
  return { unit: indicator.unit, place: { at, indicatorId: indicator.indicatorId, areaId, ...period, cut } };
}

/** A row of a place as an observation, or what is wrong with its numbers. */
export function takenFrom(row: SeriesRow, { unit, place }: Placed): TakenRow | RowFault {
  const numbers = numbersIn(row, unit);
  return 'code' in numbers ? faultIn(row)(numbers.field, numbers.code) : { ...place, ...numbers };
}
