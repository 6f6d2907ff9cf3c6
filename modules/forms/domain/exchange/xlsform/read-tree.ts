import type { Notes } from '../notes.ts';
import type { SheetRow } from './lines.ts';
import { typeOfRow, type RowType } from './type-of-row.ts';

/** A row of the survey in its place; of a group, what stands in it. */
export type Node = { row: SheetRow; type: RowType; name: string; children: Node[] };

const DEEPEST = 20;

const nameOf = (row: SheetRow): string => row.cells.get('name') ?? '';

function nodeOf(row: SheetRow, type: RowType): Node {
  const name = nameOf(row);
  return { row, type, name: name === '' ? `unnamed_${row.at}` : name.slice(0, 200), children: [] };
}

/** Puts rows into the groups that are open, and says where a group does not end or an end has no beginning. */
class TreeReader {
  readonly top: Node[] = [];
  readonly #open: Node[][] = [this.top];
  readonly #notes: Notes;

  constructor(notes: Notes) {
    this.#notes = notes;
  }

  take(row: SheetRow): void {
    const type = typeOfRow(row.cells.get('type') ?? '');
    if (type.row === 'end') this.#close(row);
    else this.#put(nodeOf(row, type));
  }

  end(last: number): void {
    if (this.#open.length > 1) this.#unbalanced(last, 'end_group');
  }

  #close(row: SheetRow): void {
    if (this.#open.length > 1) this.#open.pop();
    else this.#unbalanced(row.at, row.cells.get('type') ?? '');
  }

  #put(node: Node): void {
    const current = this.#open.at(-1) ?? this.top;
    if (node.type.row !== 'begin') current.push(node);
    else if (this.#open.length <= DEEPEST) {
      current.push(node);
      this.#open.push(node.children);
    } else {
      this.#open.push(current);
      this.#unbalanced(node.row.at, node.name);
    }
  }

  #unbalanced(row: number, word: string): void {
    this.#notes.add('group_unbalanced', { sheet: 'survey', row, column: 'type', word });
  }
}

/** The rows as groups in groups. A group that is not closed, and an end without a beginning, are noted. */
export function readTree(rows: readonly SheetRow[], notes: Notes): Node[] {
  const reader = new TreeReader(notes);
  for (const row of rows) reader.take(row);
  reader.end(rows.at(-1)?.at ?? 1);
  return reader.top;
}

const appearanceOf = ({ row }: Node): string[] => (row.cells.get('appearance') ?? '').toLowerCase().split(/\s+/);

const isHeadRow = (node: Node): boolean => appearanceOf(node).includes('label');

/** The rows of a group that is laid out as a table of questions with the same choices; undefined where it is another group. */
export function rowsOfMatrix(node: Node): Node[] | undefined {
  if (node.type.row !== 'begin' || node.type.isRepeat) return undefined;
  if (node.row.cells.get('qantara_kind') === 'matrix') return node.children;
  const words = [node, ...node.children].flatMap(appearanceOf);
  const lists = node.children.map(({ type }) => (type.row === 'select' && type.kind === 'one' ? type.list : ''));
  const isPlain = node.children.every(
    ({ row, type }) => !row.cells.has('relevant') && !('hasOther' in type && type.hasOther),
  );
  const isAlike = lists.length > 0 && lists[0] !== '' && new Set(lists).size === 1;
  const isTable = words.includes('table-list') || words.includes('list-nolabel');
  return isTable && isAlike && isPlain ? node.children.filter((child) => !isHeadRow(child)) : undefined;
}
