import type { Answer, Answers, FormBody, Question, SimpleAnswer } from '../../../contract/index.ts';
import { isAnswered, PREFER_NOT_TO_SAY } from '../../answers/prefer-not-to-say.ts';
import { codingOf } from './enable-when.ts';
import type { Extension } from './resources.ts';
import { linkIdOf } from './write-questionnaire.ts';

/** One answer as FHIR types it; that somebody would rather not say is an answer without a value. */
export type FhirAnswer = { extension?: Extension[]; [value: `value${string}`]: unknown };
export type ResponseItem = { linkId: string; answer?: FhirAnswer[]; item?: ResponseItem[] };

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const DECLINED: FhirAnswer = { extension: [{ url: ABSENT, valueCode: 'asked-declined' }] };

function codedAnswer({ choices }: Question, code: string): FhirAnswer {
  if (code === PREFER_NOT_TO_SAY) return DECLINED;
  const choice = choices.find((one) => one.code === code);
  return choice === undefined ? { valueString: code } : { valueCoding: codingOf(choice) };
}

const TWO: Partial<Record<Question['kind'], readonly [yes: string, no: string]>> = {
  yes_no: ['yes', 'no'],
  consent: ['agreed', 'not_agreed'],
};

function textAnswer(question: Question, answer: string): FhirAnswer {
  const two = TWO[question.kind];
  if (two?.includes(answer) === true) return { valueBoolean: answer === two[0] };
  if (question.kind === 'one') return codedAnswer(question, answer);
  if (question.kind === 'date') return { valueDate: answer };
  const isFile = ['file', 'photo', 'signature'].includes(question.kind);
  return isFile ? { valueAttachment: { url: `urn:uuid:${answer}` } } : { valueString: answer };
}

function answersOut(question: Question, answer: Answer): FhirAnswer[] {
  if (answer === PREFER_NOT_TO_SAY) return [DECLINED];
  if (typeof answer === 'string') return [textAnswer(question, answer)];
  if (typeof answer === 'boolean') return [{ valueBoolean: answer }];
  if (typeof answer === 'number')
    return [
      Number.isInteger(answer) && (question.decimals ?? 0) === 0 ? { valueInteger: answer } : { valueDecimal: answer },
    ];
  if (Array.isArray(answer))
    return answer.flatMap((code) => (typeof code === 'string' ? [codedAnswer(question, code)] : []));
  return [{ valueString: JSON.stringify(answer) }];
}

function matrixOut(question: Question, answer: Answer): ResponseItem[] {
  const parts = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  const linkId = linkIdOf(question);
  const item = (question.rows ?? []).flatMap(({ code }) =>
    Object.hasOwn(parts, code)
      ? [{ linkId: `${linkId}.${code}`, answer: [codedAnswer(question, String(parts[code]))] }]
      : [],
  );
  return answer === PREFER_NOT_TO_SAY ? [{ linkId, answer: [DECLINED] }] : [{ linkId, item }];
}

function groupOut(question: Question, answer: Answer): ResponseItem[] {
  const linkId = linkIdOf(question);
  if (!Array.isArray(answer)) return [{ linkId, answer: [DECLINED] }];
  const entries = answer.filter((entry) => typeof entry === 'object');
  return entries.map((entry) => ({ linkId, item: itemsOut(question.questions ?? [], entry) }));
}

function itemOut(question: Question, answer: Answer): ResponseItem[] {
  if (question.kind === 'matrix') return matrixOut(question, answer);
  if (question.kind === 'group') return groupOut(question, answer);
  return [{ linkId: linkIdOf(question), answer: answersOut(question, answer) }];
}

function itemsOut(questions: readonly Question[], answers: Answers): ResponseItem[] {
  return questions.flatMap((question) => {
    const answer = Object.hasOwn(answers, question.code) ? answers[question.code] : undefined;
    return isAnswered(answer) ? itemOut(question, answer) : [];
  });
}

/** Answers as the items of a QuestionnaireResponse; questions that were not answered are left out. */
export function responseItems(body: FormBody, answers: Answers): ResponseItem[] {
  return itemsOut(
    body.sections.flatMap(({ questions }) => questions),
    answers,
  );
}

const isDeclined = ({ extension }: FhirAnswer): boolean =>
  extension?.some(({ url, valueCode }) => url === ABSENT && valueCode === 'asked-declined') === true;

function codeIn({ choices }: Question, said: FhirAnswer): string | undefined {
  const coding = said['valueCoding'] as { system?: string; code?: string } | undefined;
  if (coding === undefined) return typeof said['valueString'] === 'string' ? said['valueString'] : undefined;
  return choices.find((choice) => {
    const own = codingOf(choice);
    return own.code === coding.code && own.system === coding.system;
  })?.code;
}

function twoIn(question: Question, { valueBoolean }: FhirAnswer): string | undefined {
  return typeof valueBoolean === 'boolean' ? TWO[question.kind]?.[valueBoolean ? 0 : 1] : undefined;
}

function fileIn({ valueAttachment }: FhirAnswer): string | undefined {
  const { url } = (valueAttachment ?? {}) as { url?: string };
  return url?.replace(/^urn:uuid:/, '');
}

function valueIn(question: Question, said: FhirAnswer): SimpleAnswer | undefined {
  const value = said['valueInteger'] ?? said['valueDecimal'] ?? said['valueDate'] ?? said['valueString'];
  if (question.kind === 'place' && typeof value === 'string') return placeIn(value);
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

function plainIn(question: Question, said: FhirAnswer): SimpleAnswer | undefined {
  if (isDeclined(said)) return PREFER_NOT_TO_SAY;
  if (question.kind === 'one') return codeIn(question, said);
  return twoIn(question, said) ?? fileIn(said) ?? valueIn(question, said);
}

function placeIn(text: string): SimpleAnswer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as SimpleAnswer) : undefined;
  } catch {
    return undefined;
  }
}

type Reading = { answers: Map<string, Answer>; left: string[] };

function listIn(question: Question, item: ResponseItem, reading: Reading): Answer | undefined {
  const said = item.answer ?? [];
  if (said.some(isDeclined)) return PREFER_NOT_TO_SAY;
  const codes = said.map((one) => codeIn(question, one));
  if (codes.includes(undefined)) reading.left.push(item.linkId);
  return codes.filter((code) => code !== undefined);
}

function matrixIn(question: Question, item: ResponseItem): Answer | undefined {
  if (item.answer?.some(isDeclined) === true) return PREFER_NOT_TO_SAY;
  const parts = (question.rows ?? []).flatMap(({ code }) => {
    const row = item.item?.find(({ linkId }) => linkId === `${linkIdOf(question)}.${code}`);
    const [first] = row?.answer ?? [];
    const said = first === undefined ? undefined : isDeclined(first) ? PREFER_NOT_TO_SAY : codeIn(question, first);
    return said === undefined ? [] : [[code, said]];
  });
  return Object.fromEntries(parts) as Answer;
}

function groupIn(question: Question, items: readonly ResponseItem[], reading: Reading): Answer {
  if (items.some(({ answer }) => answer?.some(isDeclined) === true)) return PREFER_NOT_TO_SAY;
  return items.map((entry) => {
    const inner: Reading = { answers: new Map(), left: reading.left };
    readInto(inner, question.questions ?? [], entry.item ?? []);
    return Object.fromEntries(inner.answers) as Record<string, SimpleAnswer>;
  });
}

function answerIn(question: Question, items: readonly ResponseItem[], reading: Reading): Answer | undefined {
  const [first] = items;
  if (first === undefined) return undefined;
  if (question.kind === 'group') return groupIn(question, items, reading);
  if (question.kind === 'matrix') return matrixIn(question, first);
  if (question.kind === 'several' || question.kind === 'rank') return listIn(question, first, reading);
  const [said] = first.answer ?? [];
  return said === undefined ? undefined : plainIn(question, said);
}

function readInto(reading: Reading, questions: readonly Question[], items: readonly ResponseItem[]): void {
  const known = new Set(questions.map(linkIdOf));
  reading.left.push(...items.flatMap(({ linkId }) => (known.has(linkId) ? [] : [linkId])));
  for (const question of questions) {
    const own = items.filter(({ linkId }) => linkId === linkIdOf(question));
    const answer = answerIn(question, own, reading);
    if (answer !== undefined) reading.answers.set(question.code, answer);
    else if (own.length > 0) reading.left.push(linkIdOf(question));
  }
}

/** Groups of items are sections here, whose questions stand side by side. */
function withoutSections(body: FormBody, items: readonly ResponseItem[]): ResponseItem[] {
  const known = new Set(body.sections.flatMap(({ questions }) => questions.map(linkIdOf)));
  return items.flatMap((item) =>
    known.has(item.linkId) || item.item === undefined ? [item] : withoutSections(body, item.item),
  );
}

/** The answers in the items of a QuestionnaireResponse, still to be judged, and the linkIds of what no question here takes. */
export function answersInResponse(
  body: FormBody,
  items: readonly ResponseItem[],
): { answers: Answers; left: string[] } {
  const reading: Reading = { answers: new Map(), left: [] };
  const questions = body.sections.flatMap((section) => section.questions);
  readInto(reading, questions, withoutSections(body, items));
  return { answers: Object.fromEntries(reading.answers) as Answers, left: reading.left };
}
