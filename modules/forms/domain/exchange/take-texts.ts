import type { LocalizedText } from '@qantara/kernel';
import type { Choice, ExchangeNotice, FormBody, Question, Section, Term } from '../../contract/index.ts';
import { questionsOf } from '../body/questions-of.ts';
import { LINK_ID } from './link-id.ts';
import { Notes } from './notes.ts';

type Named = { code: string; terms?: Term[] | undefined };

const keysOf = (one: Named): string[] =>
  (one.terms ?? []).filter(({ system }) => system !== LINK_ID).map(({ system, code }) => `${system}|${code}`);

/** The same thing elsewhere: by a standard code that both have, else by the same code. */
function sameAs<T extends Named>(one: Named, others: readonly T[]): T | undefined {
  const keys = keysOf(one);
  return (
    others.find((other) => keysOf(other).some((key) => keys.includes(key))) ??
    others.find(({ code }) => code === one.code)
  );
}

function merged(own: LocalizedText, taken: LocalizedText | undefined, isPlaceholder: boolean): LocalizedText {
  return isPlaceholder ? (taken ?? own) : { ...own, ...taken };
}

function choicesFrom(own: readonly Choice[], from: Question, isPlaceholder: boolean): Choice[] {
  if (own.length === 0) return structuredClone(from.choices);
  return own.map((choice) => {
    const other = sameAs(choice, from.choices);
    return other === undefined ? choice : { ...choice, text: merged(choice.text, other.text, isPlaceholder) };
  });
}

type Taking = { from: readonly Question[]; waiting: ReadonlySet<string>; notes: Notes; found: Set<string> };

function questionWith(taking: Taking, question: Question): Question {
  const inner = question.questions?.map((one) => questionWith(taking, one)) as Question['questions'];
  const whole = inner === undefined ? question : { ...question, questions: inner };
  const from = sameAs(question, taking.from);
  if (from === undefined) {
    taking.notes.add('text_not_matched', { question: question.code });
    return whole;
  }
  const isPlaceholder = taking.waiting.has(question.code);
  taking.found.add(question.code);
  const rows = question.rows?.map((row) => {
    const other = from.rows?.find(({ code }) => code === row.code);
    return other === undefined ? row : { ...row, text: merged(row.text, other.text, isPlaceholder) };
  });
  return {
    ...whole,
    text: merged(question.text, from.text, isPlaceholder),
    ...(from.hint === undefined ? {} : { hint: merged(question.hint ?? {}, from.hint, false) }),
    choices: choicesFrom(question.choices, from, isPlaceholder),
    ...(rows === undefined ? {} : { rows }),
  };
}

/**
 * The words of one form taken over into the structure of another, matched by standard codes or by the codes of the questions: for
 * instruments whose words only those may load who have the right to them. Choices come along where the structure has none; nothing
 * else of it changes.
 */
export function takeTexts(body: FormBody, from: FormBody): { body: FormBody; notices: ExchangeNotice[] } {
  const open = body.undecided ?? [];
  const waiting = open.flatMap(({ code, question }) => (code === 'text_needed' && question !== null ? [question] : []));
  const taking: Taking = { from: questionsOf(from), waiting: new Set(waiting), notes: new Notes(), found: new Set() };
  const sections = body.sections.map((section): Section => ({
    ...section,
    questions: section.questions.map((question) => questionWith(taking, question)),
  }));
  const undecided = open.filter(({ code, question }) => code !== 'text_needed' || !taking.found.has(question ?? ''));
  const { undecided: _before, ...rest } = body;
  const taken = { ...rest, sections, ...(undecided.length > 0 ? { undecided } : {}) };
  return { body: taken, notices: taking.notes.notices };
}
