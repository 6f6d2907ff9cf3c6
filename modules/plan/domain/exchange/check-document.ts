import type {
  DocumentNode,
  DocumentPart,
  DocumentTarget,
  Level,
  PlanDocument,
  PlanFault,
  PlanFinding,
} from '../../contract/index.ts';
import { mayStandUnder } from '../levels.ts';
import type { RawDocument } from './raw-document.ts';

/** A row that can be read, and where it stands in its file. */
export type Placed = { part: DocumentPart; at: number; row: unknown };
type Row<T> = { at: number; row: T };
type Say = (part: DocumentPart, at: number, said: { field: string; value: string | null; code: PlanFault }) => void;

const rowsOf = <T>(read: readonly Placed[], part: DocumentPart): Row<T>[] =>
  read.filter((one) => one.part === part).map(({ at, row }) => ({ at, row: row as T }));

const textIn = (value: unknown): string[] => (typeof value === 'string' ? [value.trim()] : []);

/** What a row says of itself, also where the rest of it cannot be read: so that one fault is not told twenty times. */
function namesIn(raw: RawDocument, part: DocumentPart, field: string): Set<string> {
  return new Set((raw.parts[part] ?? []).flatMap(({ row }) => textIn(row[field])));
}

function isInCircle(number: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let at = parentOf.get(number) ?? null; at !== null; at = parentOf.get(at) ?? null) {
    if (at === number) return true;
    if (seen.has(at)) return false;
    seen.add(at);
  }
  return false;
}

type Known = {
  levels: ReadonlyMap<string, Level>;
  nodes: ReadonlyMap<string, DocumentNode>;
  levelNames: ReadonlySet<string>;
  numbers: ReadonlySet<string>;
  parentOf: ReadonlyMap<string, string | null>;
};

type SayOfNode = (field: string, value: string | null, code: PlanFault) => void;

function checkParent(node: DocumentNode, known: Known, say: SayOfNode): void {
  const { parent } = node;
  if (parent === null) return;
  if (!known.numbers.has(parent)) say('parent', parent, 'parent_unknown');
  if (isInCircle(node.number, known.parentOf)) return say('parent', parent, 'under_itself');
  const level = known.levels.get(node.level);
  const above = known.levels.get(known.nodes.get(parent)?.level ?? '');
  if (level !== undefined && above !== undefined && !mayStandUnder(level, above))
    say('level', node.level, 'level_not_below');
}

function checkNode(node: DocumentNode, known: Known, say: SayOfNode): void {
  const level = known.levels.get(node.level);
  if (level === undefined && !known.levelNames.has(node.level)) say('level', node.level, 'level_unknown');
  if (level !== undefined && level.kind !== 'initiative' && node.progress !== null)
    say('progress', node.progress, 'progress_of_no_work');
  if (node.startsOn !== null && node.dueOn !== null && node.startsOn > node.dueOn)
    say('dueOn', node.dueOn, 'ends_too_soon');
  checkParent(node, known, say);
}

function checkTarget({ at, row }: Row<DocumentTarget>, known: Known, say: Say): void {
  if (!known.numbers.has(row.node)) say('targets', at, { field: 'node', value: row.node, code: 'node_unknown' });
  if (row.kind === 'maintain' && row.tolerance === null)
    say('targets', at, { field: 'tolerance', value: null, code: 'tolerance_missing' });
}

function checkTwice<T>(
  rows: readonly Row<T>[],
  keyOf: (row: T) => string,
  twice: (at: number, key: string) => void,
): void {
  const seen = new Set<string>();
  for (const { at, row } of rows) {
    const key = keyOf(row);
    if (seen.has(key)) twice(at, key);
    seen.add(key);
  }
}

/** A day of adoption stands with the decision by which it was adopted. */
function checkFacts({ at, row }: Row<PlanDocument['plan']>, say: Say): void {
  if (row.startsOn >= row.endsOn) say('plan', at, { field: 'endsOn', value: row.endsOn, code: 'ends_too_soon' });
  if (row.adoptedOn !== null && row.resolution === null)
    say('plan', at, { field: 'resolution', value: null, code: 'missing' });
  if (row.adoptedOn === null && row.resolution !== null)
    say('plan', at, { field: 'adoptedOn', value: null, code: 'missing' });
}

/** What does not hold together among rows that can be read, each by its place in the file. */
export function checkDocument(read: readonly Placed[], raw: RawDocument): PlanFinding[] {
  const faults: PlanFinding[] = [];
  const say: Say = (part, at, said) => faults.push({ part, at, ...said });
  const levels = rowsOf<Level>(read, 'levels');
  const nodes = rowsOf<DocumentNode>(read, 'nodes');
  const targets = rowsOf<DocumentTarget>(read, 'targets');
  const known: Known = {
    levels: new Map(levels.map(({ row }) => [row.code, row])),
    nodes: new Map(nodes.map(({ row }) => [row.number, row])),
    levelNames: namesIn(raw, 'levels', 'code'),
    numbers: namesIn(raw, 'nodes', 'number'),
    parentOf: new Map(nodes.map(({ row }) => [row.number, row.parent])),
  };
  for (const facts of rowsOf<PlanDocument['plan']>(read, 'plan')) checkFacts(facts, say);
  checkTwice(
    levels,
    ({ code }) => code,
    (at, value) => say('levels', at, { field: 'code', value, code: 'twice' }),
  );
  checkTwice(
    nodes,
    ({ number }) => number,
    (at, value) => say('nodes', at, { field: 'number', value, code: 'twice' }),
  );
  const aimOf = ({ node, indicator }: DocumentTarget) => `${node} ${indicator.code}`;
  checkTwice(targets, aimOf, (at, value) => say('targets', at, { field: 'indicator', value, code: 'twice' }));
  for (const { at, row } of nodes)
    checkNode(row, known, (field, value, code) => say('nodes', at, { field, value, code }));
  for (const target of targets) checkTarget(target, known, say);
  if (levels.length === 0 && known.levelNames.size === 0)
    say('levels', 1, { field: 'code', value: null, code: 'missing' });
  return faults;
}
