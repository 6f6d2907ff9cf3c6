import type { Answers, FormBody, Question } from '../../contract/index.ts';
import { PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

/** The kinds that are answered with a paper or a photo of the person. */
export const FILE_KINDS: readonly Question['kind'][] = ['file', 'photo', 'signature'];

/** Where an answer stands, and the identifier of the paper that it names. */
export type FileAnswer = { path: string; attachmentId: string };

function inOne(question: Question, prefix: string, answers: Record<string, unknown>): FileAnswer[] {
  const answer = answers[question.code];
  if (!FILE_KINDS.includes(question.kind) || typeof answer !== 'string' || answer === PREFER_NOT_TO_SAY) return [];
  return [{ path: `${prefix}${question.code}`, attachmentId: answer }];
}

function inGroup(group: Question, answers: Answers): FileAnswer[] {
  const entries = answers[group.code];
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry, index) =>
    typeof entry === 'object'
      ? (group.questions ?? []).flatMap((question) => inOne(question, `${group.code}.${index}.`, entry))
      : [],
  );
}

/** Every paper that these answers name. */
export function filesInAnswers(body: FormBody, answers: Answers): FileAnswer[] {
  return body.sections.flatMap(({ questions }) =>
    questions.flatMap((question) =>
      question.kind === 'group' ? inGroup(question, answers) : inOne(question, '', answers),
    ),
  );
}
