import type { Answer, Answers, FormBody, Question, SimpleAnswer } from '@qantara/forms/contract';
import { ENTRIES_ON_PAPER, judgeAnswers, readForm, withoutRequired } from '@qantara/forms/domain';
import type { FieldFault, Locale } from '@qantara/kernel';
import { keyedFields } from './keyed-fields.ts';
import { ILLEGIBLE, readMark, type Mark, type Marks } from './read-mark.ts';

function markAt(marks: Marks, path: string): Mark | undefined {
  const mark = Object.hasOwn(marks, path) ? marks[path] : undefined;
  return mark === ILLEGIBLE ? undefined : mark;
}

function answerAt(marks: Marks, path: string, question: Question): SimpleAnswer | undefined {
  if (question.kind === 'matrix') {
    const rows = (question.rows ?? []).flatMap(({ code }) => {
      const mark = markAt(marks, `${path}.${code}`);
      return typeof mark === 'string' ? [[code, mark] as const] : [];
    });
    return rows.length === 0 ? undefined : Object.fromEntries(rows);
  }
  const mark = markAt(marks, path);
  return question.kind === 'place' && typeof mark === 'string' ? { areaId: mark } : mark;
}

function entriesAt(marks: Marks, group: Question): Answer | undefined {
  const entries = Array.from({ length: ENTRIES_ON_PAPER }, (_one, at) =>
    Object.fromEntries(
      (group.questions ?? []).flatMap((question) => {
        const answer = answerAt(marks, `${group.code}.${at}.${question.code}`, question);
        return answer === undefined ? [] : [[question.code, answer] as const];
      }),
    ),
  ).filter((entry) => Object.keys(entry).length > 0);
  return entries.length === 0 ? undefined : entries;
}

/** What stands on a sheet, as answers to its form; what cannot be read is not answered. */
export function answersOfMarks(body: FormBody, marks: Marks): Answers {
  const given = body.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = question.kind === 'group' ? entriesAt(marks, question) : answerAt(marks, question.code, question);
      return answer === undefined ? [] : [[question.code, answer] as const];
    }),
  );
  return Object.fromEntries(given);
}

type Judging = { today: string; locale: Locale };

/** Where on the sheet a fault of an answer is: at the field itself, or at the first of those it is put together from. */
function fieldOf(paths: readonly string[], fault: string): string {
  return paths.find((path) => path === fault) ?? paths.find((path) => path.startsWith(`${fault}.`)) ?? fault;
}

/**
 * What a colleague typed, field by field, as marks; with what cannot be an answer to the form. Whoever sees that it stands so on the
 * paper marks it as illegible.
 */
export function readSheet(
  body: FormBody,
  typed: Record<string, string>,
  judging: Judging,
): { marks: Marks; answers: Answers; faults: FieldFault[] } {
  const fields = keyedFields(body);
  const marks: Marks = {};
  const faults: FieldFault[] = [];
  for (const { path, question } of fields) {
    const read = readMark(question, (Object.hasOwn(typed, path) ? typed[path] : undefined) ?? '');
    if (read !== undefined && 'mark' in read) marks[path] = read.mark;
    if (read !== undefined && 'fault' in read) faults.push({ path, ...read.fault });
  }
  const judged = judgeAnswers(readForm(withoutRequired(body)), answersOfMarks(body, marks), {
    ...judging,
    isDraft: true,
  });
  const paths = fields.map(({ path }) => path);
  const inForm = judged.faults.map((fault) => ({ ...fault, path: fieldOf(paths, fault.path) }));
  const known = new Set(faults.map(({ path }) => path));
  return {
    marks,
    answers: judged.answers,
    faults: [...faults, ...inForm.filter(({ path }) => !known.has(path))],
  };
}

/**
 * The answers with which a sheet is accepted, and the fields that could not be read. Where what was decided field by field does not fit
 * the form together, the fields at fault are not answered: a sheet is never refused for what stands on it.
 */
export function acceptedAnswers(
  body: FormBody,
  marks: Marks,
  judging: Judging,
): { answers: Answers; illegible: string[] } {
  const paths = Object.keys(marks);
  const left = { ...marks };
  for (const _try of paths) {
    const judged = judgeAnswers(readForm(withoutRequired(body)), answersOfMarks(body, left), {
      ...judging,
      isDraft: true,
    });
    const [fault] = judged.faults;
    if (fault === undefined)
      return { answers: judged.answers, illegible: paths.filter((path) => left[path] === ILLEGIBLE) };
    const parts = paths.filter((path) => path === fault.path || path.startsWith(`${fault.path}.`));
    if (parts.length === 0) break;
    for (const path of parts) left[path] = ILLEGIBLE;
  }
  return { answers: {}, illegible: paths };
}
