import { isTooDeep, latinDigits, LOCALES } from '@qantara/kernel';
import { DOCUMENT_PARTS, type DocumentPart, type PlanFinding } from '../../contract/index.ts';
import { COLUMNS, PARTS, PATH_MARK, type Column } from './columns.ts';
import { headingsOf } from './document-tables.ts';

export type Line = { at: number; cells: readonly string[] };
export type ReadTable = { name: string; lines: readonly Line[] };
export type RawRow = { at: number; row: Record<string, unknown> };

/** What a file says, by part and row, before it is known whether it holds together. */
export type RawDocument = { format: unknown; parts: Partial<Record<DocumentPart, RawRow[]>>; findings: PlanFinding[] };

/** A sign before three digits is one between thousands for some and before the fraction for others; no program writes `12.500`. */
const UNCLEAR = /^[+-]?[1-9]\d{0,2}(?:(?:[,،٬]\d{3})+|\.\d{2}0)(?!\d)/;

/** Whether a number may be a thousand times another. */
export const isNumberUnclear = (cell: string): boolean =>
  UNCLEAR.test(latinDigits(cell).replaceAll(/[\s\u00a0\u202f]/g, ''));

function numberIn(cell: string): unknown {
  if (isNumberUnclear(cell)) return cell;
  const plain = latinDigits(cell)
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/[,٫]/, '.');
  const number = Number(plain);
  return plain !== '' && Number.isFinite(number) ? number : cell;
}

const listIn = (cell: string): string[] =>
  cell
    .split(/[;،,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

function stepIn(said: string): unknown {
  const [on, value] = said.split('=');
  return { on: on?.trim(), value: numberIn(value?.trim() ?? '') };
}

function jsonIn(cell: string): unknown {
  if (isTooDeep(cell)) return cell;
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

const pathIn = (cell: string): string[] => cell.split(PATH_MARK.trim()).map((one) => one.trim());

const READ: Record<Column['kind'], (cell: string) => unknown> = {
  words: (cell) => cell,
  text: (cell) => cell.trim(),
  number: numberIn,
  list: listIn,
  flag: (cell) => (/^(?:yes|oui|نعم|true|1)$/i.test(cell.trim()) ? true : cell),
  path: pathIn,
  steps: (cell) =>
    cell
      .split(';')
      .filter((one) => one.trim() !== '')
      .map(stepIn),
  json: jsonIn,
};

function put(row: Record<string, unknown>, at: readonly string[], value: unknown): void {
  const [name = '', ...rest] = at;
  if (rest.length === 0) {
    row[name] = value;
    return;
  }
  const below = { ...(row[name] as Record<string, unknown> | undefined) };
  put(below, rest, value);
  row[name] = below;
}

/** The headings of a column, each with the path of what stands under it. */
function placesOf({ name, at, kind }: Column): { heading: string; path: readonly string[] }[] {
  return kind === 'words'
    ? LOCALES.map((locale) => ({ heading: `${name}_${locale}`, path: [...at, locale] }))
    : [{ heading: name, path: at }];
}

function rowOf(columns: readonly Column[], cellUnder: (heading: string) => string): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const column of columns)
    for (const { heading, path } of placesOf(column)) {
      const cell = cellUnder(heading);
      if (cell.trim() !== '') put(row, path, READ[column.kind](cell));
    }
  return row;
}

/** Where a node stands is told by its path alone: the number before the last. */
function withParent({ path, ...row }: Record<string, unknown>): Record<string, unknown> {
  const numbers = Array.isArray(path) ? path.map(String) : [];
  return { ...row, number: row['number'] ?? numbers.at(-1), parent: numbers.at(-2) ?? null };
}

const finding = (part: PlanFinding['part'], said: Partial<PlanFinding> & Pick<PlanFinding, 'code'>): PlanFinding => ({
  part,
  at: null,
  field: null,
  value: null,
  ...said,
});

/** What stands beyond the headings, as where a number holds a comma that its file did not quote, or twice under one and differs. */
function faultsOfLine(part: DocumentPart, headings: readonly string[], { at, cells }: Line): PlanFinding[] {
  const beyond = cells.slice(headings.length).find((cell) => cell.trim() !== '');
  const twice = headings.findIndex((heading, index) => {
    const [first, here] = [cells[headings.indexOf(heading)]?.trim() ?? '', cells[index]?.trim() ?? ''];
    return heading !== '' && here !== '' && here !== first;
  });
  return [
    ...(beyond === undefined ? [] : [finding(part, { at, value: beyond.slice(0, 200), code: 'cells_beyond' })]),
    ...(twice === -1
      ? []
      : [
          finding(part, {
            at,
            field: headings[twice] ?? null,
            value: cells[twice]?.slice(0, 200) ?? null,
            code: 'told_twice',
          }),
        ]),
  ];
}

function readTable(part: DocumentPart, { lines }: ReadTable): { rows: RawRow[]; findings: PlanFinding[] } {
  const [head, ...body] = lines;
  const headings = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const known = new Set(COLUMNS[part].flatMap(headingsOf));
  const findings = headings
    .filter((heading) => heading !== '' && !known.has(heading))
    .map((field) => finding(part, { field: field.slice(0, 100), at: head?.at ?? 1, code: 'left_out' }));
  const filled = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  findings.push(...filled.flatMap((line) => faultsOfLine(part, headings, line)));
  const rows = filled.map(({ at, cells }) => {
    const row = rowOf(COLUMNS[part], (heading) => cells[headings.indexOf(heading)] ?? '');
    return { at, row: part === 'nodes' ? withParent(row) : row };
  });
  return { rows, findings };
}

/** What tables say: each by its name, wherever it came from. A table that is missing is a fault, but of targets there may be none. */
export function rawOfTables(tables: readonly ReadTable[]): RawDocument {
  const raw: RawDocument = { format: undefined, parts: {}, findings: [] };
  for (const part of PARTS) {
    const table = tables.find(({ name }) => name.trim().toLowerCase() === part);
    if (table === undefined) {
      raw.parts[part] = [];
      if (part !== 'targets') raw.findings.push(finding(part, { code: 'table_missing' }));
      continue;
    }
    const { rows, findings } = readTable(part, table);
    raw.parts[part] = rows;
    raw.findings.push(...findings);
  }
  const [facts] = raw.parts.plan ?? [];
  raw.format = facts?.row['format'];
  if (facts !== undefined) delete facts.row['format'];
  return raw;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function rowsIn(part: DocumentPart, said: unknown): RawRow[] {
  const rows: unknown[] = part === 'plan' ? [said].filter(isObject) : Array.isArray(said) ? said : [];
  return rows.map((row, index) => ({ at: index + 1, row: isObject(row) ? row : {} }));
}

function unknownIn(part: DocumentPart, rows: readonly RawRow[]): PlanFinding[] {
  const known = new Set(Object.keys(DOCUMENT_PARTS[part].shape));
  return rows.flatMap(({ at, row }) =>
    Object.keys(row)
      .filter((name) => !known.has(name))
      .map((name) => finding(part, { at, field: name.slice(0, 100), code: 'left_out' })),
  );
}

/** What JSON says. What is under a name that the format does not have is left out, and told. */
export function rawOfJson(json: unknown): RawDocument {
  const whole = isObject(json) ? json : {};
  const others = Object.keys(whole).filter((name) => name !== 'format' && !PARTS.some((part) => part === name));
  const findings = others.map((name) => finding('file', { field: name.slice(0, 100), code: 'left_out' }));
  const raw: RawDocument = { format: whole['format'], parts: {}, findings };
  for (const part of PARTS) {
    const rows = rowsIn(part, whole[part]);
    raw.parts[part] = rows;
    if (whole[part] === undefined && part !== 'targets') raw.findings.push(finding(part, { code: 'table_missing' }));
    raw.findings.push(...unknownIn(part, rows));
  }
  return raw;
}
