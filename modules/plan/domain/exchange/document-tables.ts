import { LOCALES, type WorkbookCell } from '@qantara/kernel';
import { DOCUMENT_FORMAT, type DocumentPart, type PlanDocument } from '../../contract/index.ts';
import { COLUMNS, LIST_MARK, PARTS, PATH_MARK, type Column } from './columns.ts';

export type DocumentTable = { name: DocumentPart; rows: WorkbookCell[][] };
type Paths = ReadonlyMap<string, string>;

function valueAt(row: unknown, at: readonly string[]): unknown {
  return at.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    row,
  );
}

const stepsIn = (value: unknown): string =>
  Array.isArray(value) ? value.map(({ on, value: aim }) => `${on}=${aim}`).join(LIST_MARK) : '';

const plain = (value: unknown): WorkbookCell => (typeof value === 'number' || typeof value === 'string' ? value : null);

const CELLS: Record<Column['kind'], (value: unknown) => WorkbookCell> = {
  text: plain,
  words: plain,
  number: plain,
  path: plain,
  list: (value) => (Array.isArray(value) ? value.join(LIST_MARK) : null),
  steps: stepsIn,
  json: (value) => JSON.stringify(value),
  flag: (value) => (value === true ? 'yes' : null),
};

const cellOf = (value: unknown, kind: Column['kind']): WorkbookCell =>
  value === null || value === undefined ? null : CELLS[kind](value);

function cellsOf(row: unknown, column: Column, paths: Paths): WorkbookCell[] {
  if (column.kind === 'path') return [paths.get(`${cellOf(valueAt(row, ['number']), 'text')}`) ?? null];
  const value = valueAt(row, column.at);
  return column.kind === 'words'
    ? LOCALES.map((locale) => cellOf(valueAt(value, [locale]), 'text'))
    : [cellOf(value, column.kind)];
}

/** The heading of each cell of a column: words have one for each language. */
export function headingsOf({ name, kind }: Column): string[] {
  return kind === 'words' ? LOCALES.map((locale) => `${name}_${locale}`) : [name];
}

/** The numbers from the top of the plan to each node; of a tree without a circle. */
function pathsOf({ nodes }: PlanDocument): Paths {
  const parentOf = new Map(nodes.map(({ number, parent }) => [number, parent]));
  const up = (number: string | null): string[] =>
    number === null ? [] : [...up(parentOf.get(number) ?? null), number];
  return new Map(nodes.map(({ number }) => [number, up(number).join(PATH_MARK)]));
}

/** A plan as four tables: its facts, its levels, one row for each node and one for each target. */
export function tablesOf(document: PlanDocument): DocumentTable[] {
  const paths = pathsOf(document);
  const rows: Record<DocumentPart, readonly unknown[]> = {
    plan: [{ format: DOCUMENT_FORMAT, ...document.plan }],
    levels: document.levels,
    nodes: document.nodes,
    targets: document.targets,
  };
  return PARTS.map((name) => ({
    name,
    rows: [
      COLUMNS[name].flatMap(headingsOf),
      ...rows[name].map((row) => COLUMNS[name].flatMap((column) => cellsOf(row, column, paths))),
    ],
  }));
}
