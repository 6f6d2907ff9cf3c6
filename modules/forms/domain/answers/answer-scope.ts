import type { Answer, Answers, SimpleAnswer } from '../../contract/index.ts';
import type { ReadForm } from '../body/read-form.ts';
import type { Scope, Value } from '../expression/index.ts';
import { PREFER_NOT_TO_SAY } from './prefer-not-to-say.ts';

/** What stands under a code itself: a form may call a question `constructor`. */
export function own<T>(record: Record<string, T>, code: string): T | undefined {
  return Object.hasOwn(record, code) ? record[code] : undefined;
}

/** An answer as a formula sees it; empty where it was not given, or not to be said. */
export function valueOf(answer: Answer | undefined): Value {
  if (answer === undefined || answer === PREFER_NOT_TO_SAY) return null;
  if (Array.isArray(answer)) return answer.map((one) => (typeof one === 'string' ? one : ''));
  return typeof answer === 'object' ? null : answer;
}

function partOf(answer: Answer | undefined, part: string): Value {
  return typeof answer !== 'object' || Array.isArray(answer) ? null : valueOf(own(answer, part));
}

/** What was answered in every entry of a group, one after the other. */
function throughEntries(answers: Answers, group: string, code: string): Value {
  const entries = own(answers, group);
  if (!Array.isArray(entries)) return null;
  const values = entries.map((entry) => (typeof entry === 'object' ? valueOf(own(entry, code)) : null));
  return values.flatMap((value) => (value === null ? [] : [String(value)]));
}

type Given = { form: ReadForm; answers: Answers; entry: Record<string, SimpleAnswer> | null; today: string };

/** What a formula of this form may ask for: inside a group the answers of the same entry come first, outside it those of every entry. */
export function scopeOver({ form, answers, entry, today }: Given): Scope {
  return {
    self: null,
    today,
    answerTo: (code, part) => {
      const group = form.groupOf.get(code);
      if (group !== undefined && entry === null) return throughEntries(answers, group, code);
      const answer = (entry === null ? undefined : own(entry, code)) ?? own(answers, code);
      return part === null ? valueOf(answer) : partOf(answer, part);
    },
  };
}
