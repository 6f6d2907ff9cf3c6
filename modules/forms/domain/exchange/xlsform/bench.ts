import type { Choice } from '../../../contract/index.ts';
import { isReadable, unrunnable } from '../formula-of.ts';
import { Names } from '../names.ts';
import type { Notes } from '../notes.ts';
import type { SheetRow } from './lines.ts';
import { rowsOfMatrix, type Node } from './read-tree.ts';

/** A list of choices, and whether a file said in it what every question here may be answered with. */
export type ChoiceList = { choices: Choice[]; filterColumns: boolean };

/** What the rows of a file are read with. */
export type Bench = {
  notes: Notes;
  names: Names;
  lists: ReadonlyMap<string, ChoiceList>;
  /** What each name of the file is called in formulas here: `age`, `matrix.row`. */
  answers: Map<string, string>;
  /** Questions of the type `acknowledge`, whose answer elsewhere is `OK`. */
  acknowledged: Set<string>;
};

function walk(nodes: readonly Node[], see: (node: Node, rows: readonly Node[] | undefined) => void): void {
  for (const node of nodes) {
    const rows = rowsOfMatrix(node);
    see(node, rows);
    if (rows === undefined) walk(node.children, see);
  }
}

const isAsked = ({ type }: Node, rows: readonly Node[] | undefined): boolean =>
  rows !== undefined || type.row !== 'begin' || type.isRepeat;

function rowCodeOf(row: Node, matrix: string, rowNames: Names): string {
  const own = row.row.cells.get('qantara_row');
  if (own !== undefined) return rowNames.codeOf(own);
  const plain = row.name.startsWith(`${matrix}_`) ? row.name.slice(matrix.length + 1) : row.name;
  return rowNames.codeOf(plain === '' ? row.name : plain);
}

function nameRows(bench: Bench, matrix: Node, rows: readonly Node[]): void {
  const code = bench.answers.get(matrix.name) ?? '';
  const rowNames = new Names([]);
  for (const row of rows) bench.answers.set(row.name, `${code}.${rowCodeOf(row, matrix.name, rowNames)}`);
}

/** Gives every question of a file its code here, and says which are called otherwise. */
export function nameAll(nodes: readonly Node[], of: Pick<Bench, 'notes' | 'lists'>): Bench {
  const asked: { node: Node; rows: readonly Node[] | undefined }[] = [];
  walk(nodes, (node, rows) => {
    if (isAsked(node, rows)) asked.push({ node, rows });
  });
  const bench: Bench = {
    ...of,
    names: new Names(asked.map(({ node }) => node.name)),
    answers: new Map(),
    acknowledged: new Set(),
  };
  for (const { node, rows } of asked) {
    const code = bench.names.codeOf(node.name);
    bench.answers.set(node.name, code);
    if (code !== node.name && !node.name.startsWith('unnamed_'))
      bench.notes.add('renamed', {
        sheet: 'survey',
        row: node.row.at,
        column: 'name',
        question: code,
        word: node.name,
      });
    if (node.type.row === 'plain' && node.type.kind === 'consent') bench.acknowledged.add(code);
    if (rows !== undefined) nameRows(bench, node, rows);
  }
  return bench;
}

const NAMED = /\$\{\s*([^{}\s]+)\s*\}/g;

/** A text in which earlier answers are named as they are called here. */
export function renamedText(bench: Bench, text: string): string {
  return text.replaceAll(NAMED, (whole, name: string) => {
    const known = bench.answers.get(name);
    return known === undefined ? whole : `\${${known}}`;
  });
}

/**
 * A formula of a file as one of ours: its answers as they are called here. One that a form here cannot run is noted and kept as it
 * stands: it is a fault of the draft until somebody decides.
 */
export function formulaIn(
  bench: Bench,
  { row, column, question }: { row: SheetRow; column: string; question: string | null },
): string | undefined {
  const said = row.cells.get(column);
  if (said === undefined) return undefined;
  const formula = renamedText(bench, said.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')).trim();
  const place = { sheet: 'survey', row: row.at, column, question, word: said };
  if (!isReadable(formula)) {
    bench.notes.add('formula_unreadable', place);
    return formula.length > 2000 ? unrunnable(formula) : formula;
  }
  const comparesOk =
    [...bench.acknowledged].some((code) => formula.includes(`\${${code}}`)) && /['"]OK['"]/i.test(formula);
  if (comparesOk) bench.notes.add('ok_compared', place);
  return formula;
}
