import type { Locale } from '@qantara/kernel';
import type {
  Choice,
  ExchangeNotice,
  FindingRule,
  FormBody,
  Question,
  QuestionKind,
  Section,
  Term,
} from '../../../contract/index.ts';
import { LINK_ID } from '../link-id.ts';
import { Names } from '../names.ts';
import { Notes } from '../notes.ts';
import type { SentForm } from '../xlsform/write-xlsform.ts';
import { codingOf, enablingOf, knownIn, type Known } from './enable-when.ts';
import { controlExtension, EXTENSIONS, textElement } from './extensions.ts';
import type { AnswerOption, Extension, Item, Questionnaire } from './resources.ts';

type Writing = { notes: Notes; language: Locale; known: Known };

/** By which linkId a question goes out: the one that it came with, else its code. */
export function linkIdOf({ code, terms }: Pick<Question, 'code' | 'terms'>): string {
  return terms?.find(({ system }) => system === LINK_ID)?.code ?? code;
}

const TYPES: Record<QuestionKind, string> = {
  yes_no: 'boolean',
  one: 'choice',
  several: 'choice',
  rank: 'choice',
  scale: 'integer',
  matrix: 'group',
  text: 'string',
  long_text: 'text',
  number: 'integer',
  date: 'date',
  place: 'string',
  file: 'attachment',
  photo: 'attachment',
  signature: 'attachment',
  consent: 'boolean',
  group: 'group',
  note: 'display',
  calculated: 'string',
};
/** Kinds that the type of an item says already. */
const PLAIN: readonly QuestionKind[] = [
  'yes_no',
  'one',
  'several',
  'text',
  'long_text',
  'number',
  'date',
  'file',
  'group',
  'note',
];
const COUNTED: readonly QuestionKind[] = ['several', 'rank', 'group'];
const SIZED: readonly QuestionKind[] = ['number', 'scale'];

function optionOf(choice: Choice, language: Locale): AnswerOption {
  const coding = codingOf(choice);
  const extension: Extension[] = [
    ...(choice.isExclusive === true ? [{ url: EXTENSIONS.exclusive, valueBoolean: true }] : []),
    ...(coding.code === choice.code ? [] : [{ url: EXTENSIONS.choice, valueString: choice.code }]),
    ...(choice.terms ?? []).slice(1).map((term) => ({ url: EXTENSIONS.term, valueCoding: { ...term } })),
  ];
  return {
    ...(extension.length > 0 ? { extension } : {}),
    valueCoding: { ...coding, ...textElement('display', choice.text, language) },
  };
}

const isWhole = Number.isInteger;
const numberExtension = (url: string, value: number | undefined): Extension[] =>
  value === undefined ? [] : [{ url, ...(isWhole(value) ? { valueInteger: value } : { valueDecimal: value }) }];

function limitExtensions({ kind, least, most, decimals }: Question): Extension[] {
  if (COUNTED.includes(kind))
    return [...numberExtension(EXTENSIONS.minOccurs, least), ...numberExtension(EXTENSIONS.maxOccurs, most)];
  if (!SIZED.includes(kind)) return [];
  return [
    ...numberExtension(EXTENSIONS.minValue, least),
    ...numberExtension(EXTENSIONS.maxValue, most),
    ...numberExtension(EXTENSIONS.decimals, decimals),
  ];
}

function checkExtensions(writing: Writing, { checks, code }: Question): Extension[] {
  if (checks !== undefined) writing.notes.add('checks_left_out', { question: code });
  return (checks ?? []).map(({ formula, message }) => ({
    url: EXTENSIONS.check,
    extension: [
      { url: 'formula', valueString: formula },
      { url: 'message', ...textElement('valueString', message, writing.language) },
    ],
  }));
}

function extensionsOf(writing: Writing, question: Question): Extension[] {
  const { kind, calculation, formerly } = question;
  if (calculation !== undefined) writing.notes.add('formula_left_out', { question: question.code, word: calculation });
  return [
    ...(PLAIN.includes(kind) ? [] : [{ url: EXTENSIONS.kind, valueCode: kind }]),
    ...(kind === 'scale' ? [controlExtension('slider')] : kind === 'matrix' ? [controlExtension('gtable')] : []),
    ...limitExtensions(question),
    ...checkExtensions(writing, question),
    ...(calculation === undefined ? [] : [{ url: EXTENSIONS.calculation, valueString: calculation }]),
    ...(formerly === undefined ? [] : [{ url: EXTENSIONS.formerly, valueString: formerly }]),
  ];
}

type Condition = Pick<Item, 'enableWhen' | 'enableBehavior' | 'extension'>;

function conditionOut(writing: Writing, formula: string | undefined, question: string | null): Condition {
  if (formula === undefined) return {};
  const { known } = writing;
  const linkOf = (code: string) => linkIdOf(known.questions.get(code) ?? { code });
  const enabling = enablingOf(formula, { known, group: known.groupOf.get(question ?? ''), linkOf });
  if (enabling !== undefined) return enabling;
  writing.notes.add('condition_left_out', { question, word: formula });
  return { extension: [{ url: EXTENSIONS.condition, valueString: formula }] };
}

function displaysOf(question: Question, language: Locale): Item[] {
  const base = linkIdOf(question);
  const { hint, ends } = question;
  const displayOf = (code: string, text: Question['text']): Item => ({
    extension: [controlExtension(code)],
    linkId: `${base}-${code}`,
    ...textElement('text', text, language),
    type: 'display',
  });
  return [
    ...(hint === undefined ? [] : [displayOf('help', hint)]),
    ...(ends === undefined ? [] : [displayOf('lower', ends.least), displayOf('upper', ends.most)]),
  ];
}

function rowsOf(question: Question, language: Locale): Item[] {
  const answerOption = question.choices.map((choice) => optionOf(choice, language));
  return (question.rows ?? []).map((row) => ({
    linkId: `${linkIdOf(question)}.${row.code}`,
    ...textElement('text', row.text, language),
    type: 'choice',
    ...(question.isRequired ? { required: true } : {}),
    answerOption,
  }));
}

const codesOf = (terms: readonly Term[] | undefined) =>
  (terms ?? []).filter(({ system }) => system !== LINK_ID).map(({ system, code }) => ({ system, code }));

function typeOf({ kind, decimals = 0 }: Question): string {
  return kind === 'number' && decimals > 0 ? 'decimal' : TYPES[kind];
}

const TEXTS: readonly QuestionKind[] = ['text', 'long_text'];
const OPTIONED: readonly QuestionKind[] = ['one', 'several', 'rank'];

function ownParts(question: Question, language: Locale): Partial<Item> {
  const { kind, most, isRequired } = question;
  return {
    ...(isRequired && kind !== 'matrix' ? { required: true } : {}),
    ...(COUNTED.includes(kind) ? { repeats: true } : {}),
    ...(kind === 'calculated' ? { readOnly: true } : {}),
    ...(most !== undefined && TEXTS.includes(kind) ? { maxLength: most } : {}),
    ...(OPTIONED.includes(kind) ? { answerOption: question.choices.map((choice) => optionOf(choice, language)) } : {}),
  };
}

function itemOf(writing: Writing, question: Question): Item {
  const { language } = writing;
  if (question.kind === 'place') writing.notes.add('place_as_point', { question: question.code });
  const { extension: more = [], ...condition } = conditionOut(writing, question.isAskedWhen, question.code);
  const extension = [...extensionsOf(writing, question), ...more];
  const code = codesOf(question.terms);
  const inner =
    question.kind === 'matrix'
      ? rowsOf(question, language)
      : (question.questions ?? []).map((one) => itemOf(writing, one));
  const item = [...displaysOf(question, language), ...inner];
  return {
    ...(extension.length > 0 ? { extension } : {}),
    linkId: linkIdOf(question),
    ...(code.length > 0 ? { code } : {}),
    ...textElement('text', question.text, language),
    type: typeOf(question),
    ...condition,
    ...ownParts(question, language),
    ...(item.length > 0 ? { item } : {}),
  };
}

function sectionItem(writing: Writing, section: Section, linkId: string): Item {
  const { extension, ...condition } = conditionOut(writing, section.isAskedWhen, null);
  return {
    ...(extension === undefined ? {} : { extension }),
    linkId,
    ...textElement('text', section.title, writing.language),
    type: 'group',
    ...condition,
    item: section.questions.map((question) => itemOf(writing, question)),
  };
}

/** A section without a title and a condition needs no group, except after another such: they would be one. */
function itemsOf(writing: Writing, body: FormBody): Item[] {
  const names = new Names([...writing.known.questions.values()].map(linkIdOf));
  let wasBare = false;
  return body.sections.flatMap((section, at) => {
    const isBare: boolean = section.title === undefined && section.isAskedWhen === undefined && !wasBare;
    wasBare = isBare && section.questions.length > 0;
    if (wasBare) return section.questions.map((question) => itemOf(writing, question));
    return [sectionItem(writing, section, names.free(`section_${at + 1}`))];
  });
}

function findingExtension(rule: FindingRule): Extension {
  const said = Object.entries(rule).filter(([, value]) => value !== undefined);
  return { url: EXTENSIONS.finding, extension: said.map(([url, valueString]) => ({ url, valueString })) };
}

const STATUS = { drafted: 'draft', published: 'active', superseded: 'retired' } as const;

/** A form as a FHIR R4 Questionnaire, with a report of what other programs will not see of it. */
export function writeQuestionnaire(
  form: SentForm,
  language: Locale = 'ar',
): { questionnaire: Questionnaire; notices: ExchangeNotice[] } {
  const writing: Writing = { notes: new Notes(), language, known: knownIn(form.body) };
  const code = codesOf(form.body.terms);
  const findings = (form.body.findings ?? []).map(findingExtension);
  if (findings.length > 0) writing.notes.add('findings_left_out');
  writing.notes.add('decline_left_out');
  const questionnaire: Questionnaire = {
    resourceType: 'Questionnaire',
    language,
    extension: [{ url: EXTENSIONS.purpose, valueCode: form.purpose }, ...findings],
    url: `urn:qantara:form:${form.code}`,
    version: String(form.version),
    name: form.code,
    ...textElement('title', form.title, language),
    status: STATUS[form.state ?? 'published'],
    ...(code.length > 0 ? { code } : {}),
    item: itemsOf(writing, form.body),
  };
  return { questionnaire, notices: writing.notes.notices };
}
