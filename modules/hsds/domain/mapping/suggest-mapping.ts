import { foldText, type Locale } from '@qantara/kernel';
import {
  LEFT_OUT,
  type ColumnMapping,
  type FoundTable,
  type Mapping,
  type MappedObject,
  type RowKind,
  type TableMapping,
} from '../../contract/index.ts';
import { tableOf } from '../reading/tables.ts';
import { fieldFor, type KindWords } from './table-plan.ts';

/** How columns are called in three languages and in the exports of others: data, in `db/seeds/column-names.json`. */
export type ColumnNames = {
  kinds: KindWords;
  /** What stands before a field's name in a column that says whose it is. */
  objects: Readonly<Record<'organization' | 'service' | 'location', readonly string[]>>;
  targets: Readonly<Record<string, readonly string[]>>;
};

const squeeze = (text: string): string => foldText(text).replaceAll(' ', '');

const LANGUAGES: readonly [ending: RegExp, language: Locale][] = [
  [/[\s_.(-]+(?:ar|ara|arabic|arabe|عربي|العربية|بالعربية)\)?$/i, 'ar'],
  [/[\s_.(-]+(?:fr|fra|french|fran[cç]ais|فرنسي|الفرنسية|بالفرنسية)\)?$/i, 'fr'],
  [/[\s_.(-]+(?:en|eng|english|anglais|إنجليزي|الإنجليزية|بالإنجليزية)\)?$/i, 'en'],
];

function languageOf(column: string): { name: string; language: Locale | null } {
  const found = LANGUAGES.find(([ending]) => ending.test(column));
  return found === undefined
    ? { name: column, language: null }
    : { name: column.replace(found[0], ''), language: found[1] };
}

/** The target of each folded name. */
export class KnownColumns {
  readonly #targets = new Map<string, string>();
  readonly #objects: [prefix: string, object: MappedObject][];

  constructor(names: ColumnNames) {
    for (const [target, said] of Object.entries(names.targets))
      for (const name of said) this.#targets.set(squeeze(name), target);
    this.#objects = (Object.entries(names.objects) as [MappedObject, readonly string[]][])
      .flatMap(([object, said]) => said.map((name): [string, MappedObject] => [squeeze(name), object]))
      .toSorted(([one], [other]) => other.length - one.length);
  }

  /** What a column of this name says, `row.…` where it does not say of what; undefined where nobody knows. */
  targetOf(column: string): string | undefined {
    const name = squeeze(column);
    const known = this.#targets.get(name) ?? this.#targets.get(name.replace(/\d+/, '1'));
    if (known !== undefined) return known;
    for (const [word, object] of this.#objects) {
      const found = this.#without(name, { word, object });
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** `agency phone`, `هاتف الجمعية`: a known field of the object that is named beside it. */
  #without(name: string, of: { word: string; object: MappedObject }): string | undefined {
    const { word, object } = of;
    const rests = [
      name.startsWith(word) ? name.slice(word.length) : '',
      name.endsWith(word) ? name.slice(0, -word.length) : '',
    ];
    for (const rest of rests.filter((one) => one !== '')) {
      const [said, field = ''] = (this.#targets.get(rest) ?? '').split('.');
      const own = fieldFor(object, field);
      if ((said === 'row' || said === object) && own !== undefined) return `${object}.${own}`;
    }
    return undefined;
  }
}

type Guess = { column: string; target: string | undefined; language: Locale | null };

const ORDER: Readonly<Record<'mixed' | 'service' | 'organization' | 'location', readonly MappedObject[]>> = {
  mixed: ['service', 'location', 'organization'],
  service: ['service', 'location', 'organization'],
  organization: ['organization', 'location'],
  location: ['location', 'organization'],
};

/** Whose field a column without a word on that fills: of what the rows are about, else of what else they may speak of. */
function settled(target: string | undefined, rows: RowKind): string | null {
  if (target === undefined || rows === 'none') return null;
  if (!target.startsWith('row.') || rows === 'by_column') return target;
  const field = target.slice(4);
  const own = ORDER[rows].flatMap((object) => {
    const known = fieldFor(object, field);
    return known === undefined ? [] : [`${object}.${known}`];
  });
  return own[0] ?? null;
}

const CHIEF = ['organization', 'service', 'location'] as const;

function rowsOf(table: string, guesses: Guess[]): RowKind {
  if (guesses.some(({ target }) => target === 'row.kind')) return 'by_column';
  const names = table
    .toLowerCase()
    .split(': ')
    .map((part) => part.replace(/\.[a-z]+$/, ''));
  const said = names.flatMap((name) => tableOf(name) ?? []).find((name) => CHIEF.includes(name as 'service'));
  if (said !== undefined) return said as RowKind;
  const isOf = (object: string) =>
    guesses.some(({ target }) => target?.startsWith(`${object}.`) === true && !/\.(?:id|name|parent_id)$/.test(target));
  const own = CHIEF.filter((object) => guesses.some(({ target }) => target === `${object}.name`) || isOf(object));
  const [only] = own;
  if (own.length !== 1 || only === undefined || only === 'service') return 'mixed';
  // A table of organisations or places has nothing that only services have: hours, conditions, fees.
  const isWhole = guesses.every(({ target }) => target === undefined || (target !== 'row.name' && fits(only, target)));
  return isWhole ? only : 'mixed';
}

function fits(object: 'organization' | 'location', target: string): boolean {
  const [of = '', field = ''] = target.split('.');
  return of !== 'row' || ORDER[object].some((one) => fieldFor(one, field) !== undefined);
}

const ONCE = /\.(?:id|name|parent_id|kind|latitude|longitude|status)$/;

function columnsOf(guesses: Guess[], rows: RowKind): ColumnMapping[] {
  const taken = new Set<string>();
  return guesses.map(({ column, target, language }) => {
    const own = settled(target, rows);
    const key = `${own} ${language ?? ''}`;
    const isTaken = own !== null && ONCE.test(own) && taken.has(key);
    taken.add(key);
    return { column, target: isTaken ? null : own, language };
  });
}

/** Where days are written with figures above twelve in the second place, the month stands first. */
function dayOrderOf({ columns }: FoundTable): TableMapping['dayOrder'] {
  const days = columns.flatMap(({ values }) =>
    values.flatMap((value) => [...value.matchAll(/^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/g)]),
  );
  return days.some(([, , second]) => Number(second) > 12) ? 'mdy' : 'dmy';
}

function suggested(table: FoundTable, known: KnownColumns): TableMapping {
  const guesses = table.columns.map(({ column }): Guess => {
    const { name, language } = languageOf(column);
    const own = known.targetOf(column);
    return own === undefined
      ? { column, target: known.targetOf(name), language }
      : { column, target: own, language: null };
  });
  const rows = rowsOf(table.table, guesses);
  return {
    table: table.table,
    rows,
    dayOrder: dayOrderOf(table),
    organisation: null,
    columns: columnsOf(guesses, rows),
  };
}

const usedOf = (mapping: TableMapping): string[] =>
  mapping.columns.flatMap(({ column, target }) => (target === null || target === LEFT_OUT ? [] : [column]));

/** What was saved for a table: under its name, else for one with all the columns that were used. */
export function savedFor(
  table: { table: string; columns: readonly string[] },
  saved: Mapping | null,
): TableMapping | undefined {
  const has = new Set(table.columns);
  const fits = (one: TableMapping) => one.rows === 'none' || usedOf(one).every((column) => has.has(column));
  const named = saved?.tables.find((one) => one.table === table.table);
  if (named !== undefined) return named;
  return saved?.tables.find((one) => one.rows !== 'none' && usedOf(one).length > 0 && fits(one));
}

/** Whether a saved mapping can read a file without asking anybody: it knows its tables, and their columns are still there. */
export function isMapped(
  tables: readonly { table: string; columns: readonly string[] }[],
  saved: Mapping | null,
): boolean {
  const found = tables.map((table) => ({ table, mapping: savedFor(table, saved) }));
  const isRead = found.some(({ mapping }) => mapping !== undefined && mapping.rows !== 'none');
  return (
    isRead &&
    found.every(
      ({ table, mapping }) =>
        mapping !== undefined &&
        (mapping.rows === 'none' || usedOf(mapping).every((column) => table.columns.includes(column))),
    )
  );
}

/** What a file's columns probably say: as it was said the last time, else by their names. */
export function suggestMapping(tables: FoundTable[], of: { names: ColumnNames; saved: Mapping | null }): Mapping {
  const known = new KnownColumns(of.names);
  return {
    tables: tables.map((table) => {
      const saved = savedFor({ table: table.table, columns: table.columns.map(({ column }) => column) }, of.saved);
      if (saved === undefined) return suggested(table, known);
      const before = new Map(saved.columns.map((column) => [column.column, column]));
      const columns = table.columns.map(({ column }) => before.get(column) ?? { column, target: null, language: null });
      return { ...saved, table: table.table, columns };
    }),
  };
}
