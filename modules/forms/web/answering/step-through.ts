import { refuse, type FieldFault, type Locale } from '@qantara/kernel';
import type { FormAnswer, FormValues, TypedValues } from '@qantara/ui';
import type { Answers, FormBody } from '../../contract/index.ts';
import { judgeAnswers, readForm } from '../../domain/index.ts';
import { ANSWERS, answersOf, ENTRIES } from './answers-of.ts';

type Asked = { body: FormBody; today: string; locale: Locale };

/** The faults of answers by the names of their fields on the page. */
export function faultsOnPage(faults: readonly FieldFault[]): FieldFault[] {
  return faults.map((fault) => ({ ...fault, path: `${ANSWERS}.${fault.path}` }));
}

function shownAgain(form: string, typed: TypedValues): FormAnswer {
  return { kind: 'form-answer', form, refusal: null, typed };
}

/** One more or one less entry of the group that a button names. */
function otherEntries(values: FormValues): TypedValues | undefined {
  const [what, group] = (values.text('intent') ?? '').split(':');
  if (group === undefined || (what !== 'add' && what !== 'drop')) return undefined;
  const name = `${ENTRIES}.${group}`;
  const count = (values.number(name) ?? 0) + (what === 'add' ? 1 : -1);
  return { ...values.typed(), [name]: String(Math.max(0, count)) };
}

/**
 * What was sent from an answering page: the page again where an entry was added or questions have come up that nobody has seen, or
 * else the answers, whole. So a page works without script, question by question that follows from another. Refuses `invalid_input`
 * with the faults by field.
 */
export function stepThrough(
  values: FormValues,
  { body, today, locale }: Asked,
): { again: FormAnswer } | { answers: Answers } {
  const form = values.text('_form') ?? '';
  const entries = otherEntries(values);
  if (entries !== undefined) return { again: shownAgain(form, entries) };
  const read = readForm(body);
  const given = answersOf(values, body);
  const shown = new Set((values.text('shown') ?? '').split(' '));
  const draft = judgeAnswers(read, given, { today, locale, isDraft: true });
  if (draft.asked.some((path) => !shown.has(path))) return { again: shownAgain(form, values.typed()) };
  const judged = judgeAnswers(read, given, { today, locale });
  if (judged.faults.length > 0) refuse('invalid_input', { fields: faultsOnPage(judged.faults) });
  return { answers: judged.answers };
}
