import { foldText, latinDigits } from '@qantara/kernel';

/** What one line, or one value, of a file says, before anybody knows whether it is true of this region. */
export type SeriesRow = {
  at: number;
  indicator: string;
  area: string;
  period: string;
  /** Where the file says days rather than a period: the first, and the last that is in it. */
  from: string;
  to: string;
  cut: string;
  numerator: string;
  denominator: string;
  value: string;
  /** By which power of ten its numbers are multiplied, as SDMX says in `UNIT_MULT`; empty where they stand as they are. */
  power: string;
  /** The part of the people that it is of, where that is none of those that are kept apart here: in these it is never all of them. */
  unknownPart: Told | null;
  /** What stands beyond the last heading, as where a number holds a comma that its file did not quote; null where nothing does. */
  beyond: string | null;
  /** What a second column of one name says, where it is something else than the first; null where nothing is. */
  contradicts: Told | null;
  /** What its other columns say, which is kept nowhere: two rows that differ in these alone may be of two parts. */
  others: Told[];
};

export type Told = { name: string; value: string };

const EMPTY: Omit<SeriesRow, 'at' | 'unknownPart' | 'beyond' | 'contradicts' | 'others'> = {
  indicator: '',
  area: '',
  period: '',
  from: '',
  to: '',
  cut: '',
  numerator: '',
  denominator: '',
  value: '',
  power: '',
};

export type Column = Exclude<keyof typeof EMPTY, 'cut'>;

/** What columns are called, by people and by other programs; folded as names are compared. */
const COLUMNS: Record<Column, readonly string[]> = {
  indicator: ['indicator', 'indicateur', 'المؤشر', 'dx', 'indicator code', 'freq indicator', 'series'],
  area: [
    'area',
    'place',
    'zone',
    'lieu',
    'territoire',
    'المكان',
    'المنطقة',
    'ou',
    'ref area',
    'geo',
    'organisation unit',
  ],
  period: ['period', 'periode', 'année', 'year', 'الفترة', 'السنة', 'pe', 'time period', 'time'],
  from: ['from', 'du', 'debut', 'من'],
  to: ['to', 'au', 'fin', 'إلى'],
  numerator: ['numerator', 'numerateur', 'البسط', 'counted'],
  denominator: ['denominator', 'denominateur', 'المقام', 'out of'],
  value: ['value', 'valeur', 'القيمة', 'obs value'],
  power: ['unit mult', 'unit multiplier'],
};

/** What groups are called that a value may be of. */
const GROUPS: Record<string, readonly string[]> = {
  sex: ['sex', 'sexe', 'gender', 'genre', 'الجنس', 'النوع'],
  age: ['age', 'âge', 'age group', 'العمر', 'الفئة العمرية'],
  language: ['language', 'langue', 'اللغة'],
  population: ['population', 'group', 'groupe', 'الفئة', 'المجموعة'],
};

/** Dimensions that say how a number was made or written, never of whom it is: in any value of theirs it is of all. */
const ABOUT_NUMBERS = new Set(
  [
    'freq',
    'frequency',
    'unit',
    'unit measure',
    'decimals',
    'time format',
    'reporting type',
    'nature',
    'obs status',
    'conf status',
    'source',
    'data source',
    'dataflow',
    'factor',
    'multiplier',
    'divisor',
  ].map(foldText),
);

const folded = (words: Record<string, readonly string[]>): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([code, names]) => names.map((name) => [foldText(name), code] as const)));
const COLUMN_OF = folded(COLUMNS) as Map<string, Column>;
const GROUP_OF = folded(GROUPS);

/** Words by which files say: all of them. */
const ALL = new Set(['t', 'total', 'all', 'tous', 'ensemble', 'الكل', 'المجموع'].map(foldText));

/** Also what SDMX says of what was not told apart: `_Z`, not applicable. A dash or a question mark is not known to be all. */
const isAll = (value: string): boolean => value === '' || /^_[tz]$/i.test(value) || ALL.has(foldText(value));

const nameIn = (heading: string): string => foldText(heading.replaceAll(/[_-]+/g, ' ').replaceAll(/\s+/g, ' ').trim());

const codeIn = (value: string): string =>
  latinDigits(value)
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_.+-]+/gu, '_');

/** What stands over a column: `isDimension` where each value of it is known to be of a part, or of all. */
export type Heading = { name: string; column?: Column; group?: string; isDimension: boolean };

/** What a heading of people, or of another program, names; `divides` where what it names tells apart, as in DHIS2 and SDMX. */
export function headingOf(heading: string, divides: boolean): Heading {
  const name = nameIn(heading);
  const column = COLUMN_OF.get(name);
  if (column !== undefined) return { name: heading, column, isDimension: false };
  const group = GROUP_OF.get(name);
  if (group !== undefined) return { name: heading, group, isDimension: true };
  return { name: heading, isDimension: divides && !ABOUT_NUMBERS.has(name) };
}

const isPartUnknown = ({ group, isDimension }: Heading, value: string): boolean =>
  isDimension && !isAll(value) && (group === undefined || foldText(value) === '');

const beyondIn = (headings: readonly Heading[], cells: readonly string[]): string | null =>
  cells.slice(headings.length).find((cell) => cell.trim() !== '') ?? null;

/** One column may stand twice, as a code and its name do: what is empty or the same says nothing more. */
function fill(row: SeriesRow, column: Column, { name, value }: Told): void {
  if (row[column] === '') row[column] = value;
  else if (value !== '' && value !== row[column]) row.contradicts ??= { name, value };
}

/** Of one group a line tells one part, or all: of `sex` and `sexe` beside each other, one that differs leaves it open which. */
function fillGroup(row: SeriesRow, parts: Map<string, string>, { group, name, value }: Told & { group: string }): void {
  const part = isAll(value) ? '' : `${group}:${codeIn(value)}`;
  const before = parts.get(group);
  if (before === undefined || value === '') parts.set(group, before ?? part);
  else if (before !== part) row.contradicts ??= { name, value };
}

/** One line as what it says: of which place and period, of which part of the people, and how many. */
export function rowOf(headings: readonly Heading[], cells: readonly string[], at: number): SeriesRow {
  const row: SeriesRow = {
    ...EMPTY,
    at,
    unknownPart: null,
    beyond: beyondIn(headings, cells),
    contradicts: null,
    others: [],
  };
  const parts = new Map<string, string>();
  for (const [index, heading] of headings.entries()) {
    const { name, column, group } = heading;
    const value = cells[index]?.trim() ?? '';
    if (column !== undefined) fill(row, column, { name, value });
    else if (group === undefined) row.others.push({ name, value });
    if (isPartUnknown(heading, value)) row.unknownPart ??= { name, value };
    else if (group !== undefined) fillGroup(row, parts, { group, name, value });
  }
  const cut = [...parts.values()]
    .filter((part) => part !== '')
    .toSorted()
    .join('|');
  return { ...row, cut };
}
