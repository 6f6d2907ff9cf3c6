import type { LocalizedText } from '@qantara/kernel';
import { FormName, type Check, type Question, type QuestionKind } from '../../../contract/index.ts';
import { termsOf, type Bench } from './bench.ts';
import { choicesOf } from './read-choices.ts';
import { controlOf, EXTENSIONS, extensionOf, numberOf, textOf } from './extensions.ts';
import { kindOfItem } from './kind-of-item.ts';
import type { Extension, Item } from './resources.ts';

const HAVE_CHOICES: readonly QuestionKind[] = ['one', 'several', 'rank'];
const COUNTED: readonly QuestionKind[] = ['several', 'rank', 'group'];

const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });

function limitsOf(item: Item, kind: QuestionKind): Partial<Question> {
  const [least, most] = COUNTED.includes(kind)
    ? [EXTENSIONS.minOccurs, EXTENSIONS.maxOccurs]
    : [EXTENSIONS.minValue, EXTENSIONS.maxValue];
  const isText = kind === 'text' || kind === 'long_text';
  const decimals = numberOf(item, EXTENSIONS.decimals) ?? (item.type === 'decimal' ? 6 : undefined);
  return {
    ...given('least', numberOf(item, least)),
    ...given('most', isText ? item.maxLength : numberOf(item, most)),
    ...(kind === 'number' && decimals !== undefined
      ? { decimals: Math.min(6, Math.max(0, Math.trunc(decimals))) }
      : {}),
  };
}

/** Words that stand below an item as displays: its explanation, and what the ends of a scale mean. */
function helpOf(bench: Bench, item: Item): Partial<Question> {
  const displays = (item.item ?? []).filter(({ type }) => type === 'display');
  const wordsOf = (display: Item | undefined) =>
    display === undefined ? undefined : textOf(display.text, display._text, bench.language);
  const [least, most] = ['lower', 'upper'].map((end) => wordsOf(displays.find((one) => controlOf(one) === end)));
  const isHelp = (display: Item) => !['lower', 'upper', 'unit'].includes(controlOf(display) ?? '');
  const help = displays.filter((one) => item.type !== 'group' || controlOf(one) === 'help').filter(isHelp);
  const [first, ...more] = help;
  for (const other of more)
    bench.notes.add('element_left_out', { sheet: other.linkId, column: 'text', word: other.text ?? '' });
  const isScale = least !== undefined && most !== undefined;
  return { ...given('hint', wordsOf(first)), ...(isScale ? { ends: { least, most } } : {}) };
}

function checksOf(bench: Bench, item: Item): Check[] {
  return (item.extension ?? []).flatMap(({ url, extension }) => {
    if (url !== EXTENSIONS.check) return [];
    const formula = extension?.find((one) => one.url === 'formula')?.valueString;
    const message = extension?.find((one) => one.url === 'message');
    const beside = message?.['_valueString'] as Item['_text'];
    const text = textOf(message?.valueString, beside, bench.language);
    return formula === undefined || text === undefined ? [] : [{ formula, message: text }];
  });
}

function ownParts(bench: Bench, item: Item): Partial<Question> {
  const checks = checksOf(bench, item);
  const formerly = FormName.safeParse(extensionOf(item, EXTENSIONS.formerly)?.valueString);
  return {
    ...(checks.length > 0 ? { checks } : {}),
    ...given('calculation', extensionOf(item, EXTENSIONS.calculation)?.valueString),
    ...(formerly.success ? { formerly: formerly.data } : {}),
  };
}

const EXPRESSIONS: readonly string[] = [
  EXTENSIONS.enableWhenExpression,
  EXTENSIONS.calculatedExpression,
  EXTENSIONS.answerExpression,
];

/** What of an item has a place here; `extension` is told of one by one. */
const CARRIED = new Set(
  `linkId type text _text code required repeats maxLength answerOption answerValueSet enableWhen enableBehavior item extension
  id`.split(/\s+/),
);
const KNOWN: readonly string[] = Object.values(EXTENSIONS);

function expressionOf(value: unknown): string {
  const said = typeof value === 'object' && value !== null && 'expression' in value ? value.expression : undefined;
  return typeof said === 'string' ? said : '';
}

type Place = { sheet: string; question: string };

function noteExtension(bench: Bench, { url, ...value }: Extension, place: Place): void {
  if (EXPRESSIONS.includes(url)) {
    const word = expressionOf(value['valueExpression']);
    bench.notes.add('expression_unreadable', { ...place, column: url.split('-').at(-1) ?? url, word });
  } else if (url === EXTENSIONS.initialExpression) bench.notes.add('initial_left_out', { ...place, column: url });
  else if (url === EXTENSIONS.unit) bench.notes.add('unit_left_out', { ...place, column: url });
  else if (!KNOWN.includes(url)) bench.notes.add('element_left_out', { ...place, column: 'extension', word: url });
}

/** What of an item cannot be carried, each said once. */
export function noteRest(bench: Bench, item: Item, question: string): void {
  const place = { sheet: item.linkId, question };
  for (const extension of item.extension ?? []) noteExtension(bench, extension, place);
  const isOwn = extensionOf(item, EXTENSIONS.calculation) !== undefined;
  const strange = Object.keys(item).filter((key) => !CARRIED.has(key) && !(isOwn && key === 'readOnly'));
  for (const name of strange.filter((key) => item[key] !== false))
    bench.notes.add(name === 'initial' ? 'initial_left_out' : 'element_left_out', {
      ...place,
      column: name,
      word: name,
    });
}

function noteKind(bench: Bench, item: Item, question: string): void {
  const { isNearest, isUnknown } = kindOfItem(item);
  const place = { sheet: item.linkId, column: 'type', question, word: item.type };
  if (isUnknown) bench.notes.add('type_unknown', place);
  else if (isNearest) bench.notes.add(item.type === 'quantity' ? 'unit_left_out' : 'type_changed', place);
}

function wordsOf(bench: Bench, item: Item, question: string): LocalizedText {
  const text = textOf(item.text, item._text, bench.language);
  if (text === undefined && item.type !== 'group')
    bench.notes.add('label_missing', { sheet: item.linkId, column: 'text', question });
  return text ?? { en: item.linkId.slice(0, 200) };
}

/** An item as a question, without its condition and without the questions in it. */
export function questionOfItem(bench: Bench, item: Item): Question {
  const { kind } = kindOfItem(item);
  const code = bench.names.codeOf(item.linkId);
  if (code !== item.linkId)
    bench.notes.add('renamed', { sheet: item.linkId, column: 'linkId', question: code, word: item.linkId });
  noteKind(bench, item, code);
  noteRest(bench, item, code);
  return {
    code,
    kind,
    text: wordsOf(bench, item, code),
    isRequired: item.required === true,
    choices: HAVE_CHOICES.includes(kind) ? choicesOf(bench, item) : [],
    ...helpOf(bench, item),
    ...limitsOf(item, kind),
    ...ownParts(bench, item),
    ...termsOf(item, code),
  };
}
