import type { LocalizedText } from '@qantara/kernel';
import type { Question, QuestionKind, Section } from '../../../contract/index.ts';
import { inSections, MOST_INSIDE, under, withInside, type Part } from '../in-sections.ts';
import { formulaIn, type Bench } from './bench.ts';
import { baseOf, isRequired, rangeOf, selectOf, withCheck, wordsIn } from './read-question.ts';
import type { SheetRow } from './lines.ts';
import { rowsOfMatrix, type Node } from './read-tree.ts';
import type { RowType } from './type-of-row.ts';

/** Columns that say something to us; `read_only` and `calculation` only of some rows. */
const KNOWN = new Set(
  `type name required relevant constraint calculation appearance parameters choice_filter repeat_count
  qantara_kind qantara_list qantara_row qantara_least qantara_most qantara_decimals qantara_formerly qantara_terms`.split(
    /\s+/,
  ),
);
const KNOWN_TEXTS = ['label', 'hint', 'constraint_message', 'qantara_least_end', 'qantara_most_end'];
const UNDERSTOOD = new Set([
  'multiline',
  'signature',
  'table-list',
  'field-list',
  'list-nolabel',
  'label',
  'minimal',
  'quick',
  '',
]);

function noteRest(bench: Bench, node: Node): void {
  const { row } = node;
  const said = [...row.cells.keys(), ...row.texts.keys()];
  const strange = said.filter((column) => !KNOWN.has(column) && !KNOWN_TEXTS.includes(column));
  for (const column of strange)
    bench.notes.add('column_left_out', { sheet: 'survey', row: row.at, column, question: node.name, word: column });
  const looks = (row.cells.get('appearance') ?? '').toLowerCase().split(/\s+/);
  for (const word of looks.filter((look) => !UNDERSTOOD.has(look)))
    bench.notes.add('appearance_left_out', {
      sheet: 'survey',
      row: row.at,
      column: 'appearance',
      question: node.name,
      word,
    });
}

type Plain = Extract<RowType, { row: 'plain' }>;

/** What a row is by its type and how it looks: a text of several lines, a signature. */
function finerKind({ kind }: Plain, row: SheetRow): QuestionKind {
  const looks = (row.cells.get('appearance') ?? '').toLowerCase();
  if (row.cells.has('read_only') && row.cells.has('calculation')) return 'calculated';
  if (kind === 'text' && looks.includes('multiline')) return 'long_text';
  return kind === 'photo' && looks.includes('signature') ? 'signature' : kind;
}

function calculatedOf(bench: Bench, base: Question, row: SheetRow): Question {
  const calculation = formulaIn(bench, { row, column: 'calculation', question: base.code });
  return calculation === undefined ? base : { ...base, calculation };
}

function plainOf(bench: Bench, node: Node, type: Plain): Question {
  const { row } = node;
  const base = baseOf(bench, node, finerKind(type, row));
  const place = { sheet: 'survey', row: row.at, question: base.code };
  const said = row.cells.get('type') ?? '';
  if (type.isNearest) bench.notes.add('type_changed', { ...place, column: 'type', word: said });
  if (base.kind === 'calculated') return calculatedOf(bench, base, row);
  const initial = row.cells.get('calculation');
  if (initial !== undefined) bench.notes.add('initial_left_out', { ...place, column: 'calculation', word: initial });
  const isDecimal = /^decimal$/i.test(said) && base.decimals === undefined;
  return withCheck(bench, isDecimal ? { ...base, decimals: 6 } : base, row);
}

const MOST_ROWS = 60;

function rowsNamed(bench: Bench, rows: readonly Node[]): NonNullable<Question['rows']> {
  return rows.slice(0, MOST_ROWS).map((row, at) => ({
    code: (bench.answers.get(row.name) ?? '').split('.')[1] ?? `r${at + 1}`,
    text: wordsIn(bench, row.row, 'label') ?? { en: row.name.slice(0, 200) },
  }));
}

function listOfMatrix({ row, children: [first] }: Node): string {
  return row.cells.get('qantara_list') ?? (first?.type.row === 'select' ? first.type.list : '');
}

function matrixOf(bench: Bench, node: Node, rows: readonly Node[]): Question {
  const required = rows.filter((row) => isRequired(bench, row.row, node.name)).length;
  const base = baseOf(bench, node, 'matrix');
  const place = { sheet: 'survey', row: node.row.at, column: 'required', question: base.code, word: node.name };
  if (required > 0 && required < rows.length) bench.notes.add('required_sometimes', place);
  if (rows.length > MOST_ROWS) bench.notes.add('too_many', { ...place, column: 'name' });
  return {
    ...base,
    isRequired: base.isRequired || (rows.length > 0 && required === rows.length),
    choices: structuredClone(bench.lists.get(listOfMatrix(node))?.choices ?? []),
    ...(rows.length > 0 ? { rows: rowsNamed(bench, rows) } : {}),
  };
}

function repeatOf(bench: Bench, node: Node): Question {
  const base = baseOf(bench, node, 'group');
  const count = node.row.cells.get('repeat_count');
  const place = { sheet: 'survey', row: node.row.at, question: base.code };
  if (count !== undefined) bench.notes.add('entries_counted', { ...place, column: 'repeat_count', word: count });
  const inside = questionsIn(bench, node.children, { isInGroup: true });
  if (inside.length > MOST_INSIDE) bench.notes.add('too_many', { ...place, column: 'name', word: node.name });
  return withInside(base, inside);
}

/** A group in a section: its title becomes a text to read, and its condition that of each of its questions. */
function flattened(bench: Bench, node: Node, where: { isInGroup: boolean }): Question[] {
  const isRepeat = node.type.row === 'begin' && node.type.isRepeat;
  const place = { sheet: 'survey', row: node.row.at, column: 'type', word: node.name };
  bench.notes.add(isRepeat ? 'group_in_group' : 'group_flattened', place);
  const condition = formulaIn(bench, { row: node.row, column: 'relevant', question: null });
  const title = wordsIn(bench, node.row, 'label');
  const note: Question[] =
    title === undefined
      ? []
      : [{ code: bench.names.codeOf(node.name), kind: 'note', text: title, isRequired: false, choices: [] }];
  return [...note, ...questionsIn(bench, node.children, where)].map((question) => under(condition, question));
}

function metadataOf(bench: Bench, node: Node, type: string): Question[] {
  const place = {
    sheet: 'survey',
    row: node.row.at,
    column: 'type',
    question: bench.names.codeOf(node.name),
    word: type,
  };
  if (type.toLowerCase() !== 'today') {
    bench.notes.add('metadata_left_out', place);
    return [];
  }
  return [{ ...baseOf(bench, node, 'calculated'), calculation: 'today()' }];
}

function strangeOf(bench: Bench, node: Node): Question {
  const question = baseOf(bench, node, 'text');
  bench.notes.add('type_unknown', {
    sheet: 'survey',
    row: node.row.at,
    column: 'type',
    question: question.code,
    word: node.row.cells.get('type') ?? '',
  });
  return question;
}

function questionsOfNode(bench: Bench, node: Node, where: { isInGroup: boolean }): Question[] {
  noteRest(bench, node);
  const { type } = node;
  const rows = rowsOfMatrix(node);
  if (rows !== undefined) return [matrixOf(bench, node, rows)];
  if (type.row === 'begin')
    return type.isRepeat && !where.isInGroup ? [repeatOf(bench, node)] : flattened(bench, node, where);
  if (type.row === 'select') return selectOf(bench, node);
  if (type.row === 'range') return [withCheck(bench, rangeOf(bench, node), node.row)];
  if (type.row === 'metadata') return metadataOf(bench, node, type.type);
  return type.row === 'plain' ? [plainOf(bench, node, type)] : [strangeOf(bench, node)];
}

function questionsIn(bench: Bench, nodes: readonly Node[], where: { isInGroup: boolean }): Question[] {
  return nodes.flatMap((node) => questionsOfNode(bench, node, where));
}

const isSection = (node: Node): boolean =>
  node.type.row === 'begin' && !node.type.isRepeat && rowsOfMatrix(node) === undefined;

function sectionOf(bench: Bench, node: Node): Section {
  noteRest(bench, node);
  const title: LocalizedText | undefined = wordsIn(bench, node.row, 'label');
  const isAskedWhen = formulaIn(bench, { row: node.row, column: 'relevant', question: null });
  return {
    ...(title === undefined ? {} : { title }),
    ...(isAskedWhen === undefined ? {} : { isAskedWhen }),
    questions: questionsIn(bench, node.children, { isInGroup: false }),
  };
}

function partOf(bench: Bench, node: Node): Part {
  if (!isSection(node)) return questionsOfNode(bench, node, { isInGroup: false });
  const section = sectionOf(bench, node);
  return section.questions.length > 0 || node.children.length === 0 ? section : null;
}

/** The groups of a survey as sections; questions that stand in none are a section of their own. */
export function sectionsOf(bench: Bench, nodes: readonly Node[]): Section[] {
  return inSections(nodes.map((node) => partOf(bench, node)));
}
