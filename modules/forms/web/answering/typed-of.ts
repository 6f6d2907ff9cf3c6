import type { TypedValues } from '@qantara/ui';
import type { Answer, Answers, FormBody, Question } from '../../contract/index.ts';
import { FILE_KINDS, PREFER_NOT_TO_SAY } from '../../domain/index.ts';
import { ANSWERS, DECLINED, ENTRIES, GIVEN } from './answers-of.ts';

type Pairs = [string, string | string[]][];

/** Kinds that offer "I prefer not to say" as one of their choices; the others have a box of its own. */
export const CHOSEN_KINDS: readonly Question['kind'][] = ['yes_no', 'one', 'several', 'scale', 'matrix'];

function typedDate(name: string, day: string): Pairs {
  const [year = '', month = '', date = ''] = day.split('-');
  return [
    [`${name}.day`, date],
    [`${name}.month`, month],
    [`${name}.year`, year],
  ];
}

function typedList(name: string, question: Question, codes: readonly string[]): Pairs {
  if (question.kind !== 'rank') return [[`${name}[]`, [...codes]]];
  return question.choices.flatMap(({ code }, index): Pairs => {
    const place = codes.indexOf(code);
    return place === -1 ? [] : [[`${name}.${index}`, String(place + 1)]];
  });
}

function typedOne(path: string, question: Question, answer: Answer): Pairs {
  const name = `${ANSWERS}.${path}`;
  if (answer === PREFER_NOT_TO_SAY) {
    const isChosen = CHOSEN_KINDS.includes(question.kind) && question.kind !== 'matrix';
    if (!isChosen) return [[`${DECLINED}.${path}`, 'on']];
    return question.kind === 'several' ? [[`${name}[]`, [PREFER_NOT_TO_SAY]]] : [[name, PREFER_NOT_TO_SAY]];
  }
  if (Array.isArray(answer)) return typedList(name, question, answer.map(String));
  if (question.kind === 'date' && typeof answer === 'string') return typedDate(name, answer);
  if (typeof answer === 'object')
    return Object.entries(answer).map(([part, value]) => [`${name}.${part}`, String(value)]);
  return [[FILE_KINDS.includes(question.kind) ? `${GIVEN}.${path}` : name, String(answer)]];
}

function typedGroup(group: Question, answer: Answer): Pairs {
  if (!Array.isArray(answer)) return [[`${DECLINED}.${group.code}`, 'on']];
  const entries = answer.flatMap((entry, index) =>
    (group.questions ?? []).flatMap((question) => {
      const one = typeof entry === 'object' ? entry[question.code] : undefined;
      return one === undefined ? [] : typedOne(`${group.code}.${index}.${question.code}`, question, one);
    }),
  );
  return [[`${ENTRIES}.${group.code}`, String(answer.length)], ...entries];
}

/** Answers as the fields of the answering page begin with them: for going on with what was begun. */
export function typedOf(answers: Answers, body: FormBody): TypedValues {
  const pairs = body.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const answer = answers[question.code];
      if (answer === undefined) return [];
      return question.kind === 'group' ? typedGroup(question, answer) : typedOne(question.code, question, answer);
    }),
  );
  return Object.fromEntries(pairs);
}
