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

/** The rows as groups in groups. A group that is not closed, and an end without a beginning, are noted. */
export function readTree(rows: readonly SheetRow[], notes: Notes): Node[] {
  const top: Node[] = [];
  const open: Node[][] = [top];
  const unbalanced = (row: number, word: string) =>
    notes.add('group_unbalanced', { sheet: 'survey', row, column: 'type', word });
  for (const row of rows) {
    const said = row.cells.get('type') ?? '';
    const type = typeOfRow(said);
    const current = open.at(-1) ?? top;
    if (type.row === 'end') {
      if (open.length > 1) open.pop();
      else unbalanced(row.at, said);
      continue;
    }
    const node = nodeOf(row, type);
    const isTooDeep = type.row === 'begin' && open.length > DEEPEST;
    if (!isTooDeep) current.push(node);
    if (type.row === 'begin') open.push(isTooDeep ? current : node.children);
    if (isTooDeep) unbalanced(row.at, said);
  }
  if (open.length > 1) unbalanced(rows.at(-1)?.at ?? 1, 'end_group');
  return top;
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
