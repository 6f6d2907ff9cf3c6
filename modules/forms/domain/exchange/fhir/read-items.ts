import type { Question, Section } from '../../../contract/index.ts';
import { OTHER_ASKED, OTHER_WORDS } from '../languages.ts';
import { inSections, MOST_INSIDE, under, withInside } from '../in-sections.ts';
import { isAsked, isMatrix, type Bench } from './bench.ts';
import { conditionIn } from './condition-in.ts';
import { controlOf, EXTENSIONS, extensionOf, textOf } from './extensions.ts';
import { choicesOf } from './read-choices.ts';
import { noteRest, questionOfItem } from './read-item.ts';
import type { Item } from './resources.ts';

/** When an item is asked: by `enableWhen`, else by what this program wrote beside it. */
function conditionOf(bench: Bench, item: Item, question: string | null): string | undefined {
  const own = extensionOf(item, EXTENSIONS.condition)?.valueString;
  const condition = conditionIn(item, (linkId) => bench.questions.get(linkId));
  if (condition !== null) return condition ?? own;
  const word = JSON.stringify(item.enableWhen ?? []).slice(0, 300);
  bench.notes.add('expression_unreadable', { sheet: item.linkId, column: 'enableWhen', question, word });
  return own;
}

/** The rows of a table by their last name: `pain.morning` is the row `morning` of `pain`. */
function rowCode(item: Item, matrix: string, at: number): string {
  const last = item.linkId.startsWith(`${matrix}.`) ? item.linkId.slice(matrix.length + 1) : '';
  return /^[a-z][a-z0-9_]{0,59}$/.test(last) ? last : `r${at + 1}`;
}

function matrixOf(bench: Bench, item: Item): Question {
  const base = questionOfItem(bench, item);
  const rows = (item.item ?? []).filter(({ type }) => type !== 'display').slice(0, 60);
  const [first] = rows;
  return {
    ...base,
    isRequired: base.isRequired || (rows.length > 0 && rows.every(({ required }) => required === true)),
    choices: first === undefined ? [] : choicesOf(bench, first),
    ...(rows.length === 0
      ? {}
      : {
          rows: rows.map((row, at) => ({
            code: rowCode(row, item.linkId, at),
            text: textOf(row.text, row._text, bench.language) ?? { en: row.linkId.slice(0, 200) },
          })),
        }),
  };
}

type Where = { isInGroup: boolean };

const isHelp = (item: Item): boolean => item.type === 'display' && controlOf(item) === 'help';

function groupOf(bench: Bench, item: Item): Question {
  const base = questionOfItem(bench, item);
  const inside = (item.item ?? [])
    .filter((one) => !isHelp(one))
    .flatMap((one) => questionsOf(bench, one, { isInGroup: true }));
  if (inside.length > MOST_INSIDE)
    bench.notes.add('too_many', { sheet: item.linkId, column: 'item', question: base.code });
  return withInside(base, inside);
}

/** A group that does not repeat, inside another: its words become a text to read, its condition that of its questions. */
function flattened(bench: Bench, item: Item, where: Where): Question[] {
  const isRepeat = item.repeats === true;
  bench.notes.add(isRepeat ? 'group_in_group' : 'group_flattened', {
    sheet: item.linkId,
    column: 'type',
    word: item.text ?? '',
  });
  const text = textOf(item.text, item._text, bench.language);
  const note: Question[] =
    text === undefined
      ? []
      : [{ code: bench.names.codeOf(item.linkId), kind: 'note', text, isRequired: false, choices: [] }];
  const condition = conditionOf(bench, item, null);
  const inside = (item.item ?? []).flatMap((one) => questionsOf(bench, one, where));
  return [...note, ...inside].map((question) => under(condition, question));
}

function otherOf(bench: Bench, question: Question): Question {
  const asks = question.kind === 'one' ? `\${${question.code}} = 'other'` : `selected(\${${question.code}}, 'other')`;
  const code = bench.names.free(`${question.code.slice(0, 50)}_other`);
  return { code, kind: 'text', text: OTHER_ASKED, isRequired: false, choices: [], isAskedWhen: asks };
}

/** Questions below a question are asked once it is answered. */
function belowOf(bench: Bench, item: Item, { question, where }: { question: Question; where: Where }): Question[] {
  const below = (item.item ?? []).filter(({ type }) => type !== 'display');
  if (below.length > 0)
    bench.notes.add('group_flattened', { sheet: item.linkId, column: 'item', question: question.code });
  return below.flatMap((one) => questionsOf(bench, one, where)).map((one) => under(`\${${question.code}} != ''`, one));
}

function simpleOf(bench: Bench, item: Item, where: Where): Question[] {
  const base = under(conditionOf(bench, item, bench.names.codeOf(item.linkId)), questionOfItem(bench, item));
  const below = belowOf(bench, item, { question: base, where });
  if (item.type !== 'open-choice') return [base, ...below];
  bench.notes.add('other_added', { sheet: item.linkId, column: 'type', question: base.code });
  const open = { ...base, choices: [...base.choices, { code: 'other', text: OTHER_WORDS }] };
  return [open, otherOf(bench, open), ...below];
}

function questionsOf(bench: Bench, item: Item, where: Where): Question[] {
  if (isMatrix(item)) return [under(conditionOf(bench, item, bench.names.codeOf(item.linkId)), matrixOf(bench, item))];
  if (item.type !== 'group') return simpleOf(bench, item, where);
  if (item.repeats !== true || where.isInGroup) return flattened(bench, item, where);
  return [under(conditionOf(bench, item, bench.names.codeOf(item.linkId)), groupOf(bench, item))];
}

function sectionOf(bench: Bench, item: Item): Section {
  noteRest(bench, item, item.linkId.slice(0, 60));
  const title = textOf(item.text, item._text, bench.language);
  const isAskedWhen = conditionOf(bench, item, null);
  return {
    ...(title === undefined ? {} : { title }),
    ...(isAskedWhen === undefined ? {} : { isAskedWhen }),
    questions: (item.item ?? []).flatMap((one) => questionsOf(bench, one, { isInGroup: false })),
  };
}

/** The groups of a Questionnaire as sections; items that stand in none are a section of their own. */
export function sectionsOf(bench: Bench, items: readonly Item[]): Section[] {
  return inSections(
    items.map((item) => (isAsked(item) ? questionsOf(bench, item, { isInGroup: false }) : sectionOf(bench, item))),
  );
}
