import { textIn, type FieldFault, type Locale } from '@qantara/kernel';
import type { Answer, Answers, Question, SimpleAnswer } from '../../contract/index.ts';
import type { ReadForm, ReadQuestion } from '../body/read-form.ts';
import { asBoolean, evaluate, type Expression } from '../expression/index.ts';
import { own, scopeOver, valueOf } from './answer-scope.ts';
import { faultOfAnswer } from './fault-of-answer.ts';
import { isAnswered, PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

type Entry = Record<string, SimpleAnswer>;

/** When and for whom answers are judged. */
export type Judging = {
  /** `2026-11-22`, in the region's time zone. */
  today: string;
  /** The language of whoever answers: messages that a form brings along are given in it. */
  locale: Locale;
  /** What is still open is no fault yet. */
  isDraft?: boolean;
};

export type Judged = {
  /** What the form asks, and nothing else; calculated ones among them. */
  answers: Answers;
  /** The paths of the questions that are asked of this person: `age`, `members.0.age`. */
  asked: string[];
  faults: FieldFault[];
};

type Bench = { form: ReadForm; given: Judging; kept: Answers; asked: string[]; faults: FieldFault[] };
/** Where a question stands: in the form, or in one entry of a group. */
type Place = { prefix: string; entry: Entry | null };

function scopeIn({ form, kept, given }: Bench, { entry }: Place) {
  return scopeOver({ form, answers: kept, entry, today: given.today });
}

function holds(bench: Bench, place: Place, condition: Expression | null): boolean {
  return condition === null || asBoolean(evaluate(condition, scopeIn(bench, place)));
}

/** Where answers of this place are kept. */
function keepingOf(bench: Bench, { entry }: Place): Answers {
  return entry ?? bench.kept;
}

function judgeChecks(bench: Bench, place: Place, { read, answer }: { read: ReadQuestion; answer: Answer }): void {
  const scope = { ...scopeIn(bench, place), self: valueOf(answer) };
  const broken = read.checks.find((check) => !asBoolean(evaluate(check.holds, scope)));
  if (broken === undefined) return;
  const message = textIn(broken.message, bench.given.locale).text;
  bench.faults.push({ path: `${place.prefix}${read.question.code}`, code: 'form_check', values: { message } });
}

/** Of a matrix only its rows are kept, and of a place only what tells where it is. */
function withoutStrangers(question: Question, answer: Answer): Answer {
  if (typeof answer !== 'object' || Array.isArray(answer) || !HAVE_PARTS.includes(question.kind)) return answer;
  const known = question.kind === 'matrix' ? (question.rows ?? []).map(({ code }) => code) : PLACE_PARTS;
  return Object.fromEntries(Object.entries(answer).filter(([part]) => known.includes(part)));
}

const HAVE_PARTS: readonly Question['kind'][] = ['matrix', 'place'];
const PLACE_PARTS = ['areaId', 'latitude', 'longitude'];

function judgeEntries(bench: Bench, read: ReadQuestion, answer: Answer): void {
  const { code } = read.question;
  const kept: Entry[] = [];
  bench.kept[code] = kept;
  const entries = Array.isArray(answer) ? answer : [];
  entries.forEach((given, index) => {
    const place = { prefix: `${code}.${index}.`, entry: {} as Entry };
    kept.push(place.entry);
    for (const one of read.questions)
      judgeQuestion(bench, place, { read: one, answer: own(given as Entry, one.question.code) });
  });
}

function judgeGiven(bench: Bench, place: Place, { read, answer }: { read: ReadQuestion; answer: Answer }): void {
  const { question } = read;
  const { draftFault, fault } = faultIn(bench, question, answer);
  if (fault !== undefined && !draftFault) {
    const { part, ...rest } = fault;
    const path = `${place.prefix}${question.code}${part === undefined ? '' : `.${part}`}`;
    bench.faults.push({ path, ...rest });
    return;
  }
  if (question.kind === 'group' && answer !== PREFER_NOT_TO_SAY) return judgeEntries(bench, read, answer);
  keepingOf(bench, place)[question.code] = answer;
  if (answer !== PREFER_NOT_TO_SAY) judgeChecks(bench, place, { read, answer });
}

const OPEN_YET = ['required', 'too_few'];

function faultIn(bench: Bench, question: Question, answer: Answer) {
  const fault = faultOfAnswer(question, answer);
  return { fault, draftFault: bench.given.isDraft === true && fault !== undefined && OPEN_YET.includes(fault.code) };
}

function calculate(bench: Bench, place: Place, { question, calculation }: ReadQuestion): void {
  const value = calculation === null ? null : evaluate(calculation, scopeIn(bench, place));
  if (value !== null) keepingOf(bench, place)[question.code] = Array.isArray(value) ? value.map(String) : value;
}

function judgeQuestion(
  bench: Bench,
  place: Place,
  { read, answer }: { read: ReadQuestion; answer: Answer | undefined },
): void {
  const { question } = read;
  if (!holds(bench, place, read.askedWhen)) return;
  if (question.kind === 'calculated') return calculate(bench, place, read);
  bench.asked.push(`${place.prefix}${question.code}`);
  if (question.kind === 'note') return;
  const known = answer === undefined ? undefined : withoutStrangers(question, answer);
  if (isAnswered(known)) return judgeGiven(bench, place, { read, answer: known });
  if (question.isRequired && bench.given.isDraft !== true)
    bench.faults.push({ path: `${place.prefix}${question.code}`, code: 'required' });
}

/**
 * What of these answers the form asks for, what it works out from them, and what is wrong with them. One pass in the order of the
 * form: a condition sees only what stands before it and was itself asked, so that no order of answering changes the outcome.
 */
export function judgeAnswers(form: ReadForm, answers: Answers, given: Judging): Judged {
  const bench: Bench = { form, given, kept: {}, asked: [], faults: [] };
  const top: Place = { prefix: '', entry: null };
  for (const section of form.sections) {
    if (!holds(bench, top, section.askedWhen)) continue;
    for (const read of section.questions) {
      judgeQuestion(bench, top, { read, answer: own(answers, read.question.code) });
    }
  }
  return { answers: bench.kept, asked: bench.asked, faults: bench.faults };
}
