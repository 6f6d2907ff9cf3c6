import type { Answers, FormBody } from '../../contract/index.ts';
import { readForm } from '../body/read-form.ts';
import { answersNamedIn, asBoolean, evaluate, readExpression, type Scope } from '../expression/index.ts';
import { scopeOver, valueOf, own } from './answer-scope.ts';

/** One need as the answers tell it; null is a question that was not answered, or not to be said. */
export type FoundNeed = { needCode: string; hasNeed: boolean | null; wantsHelp: boolean | null; isDanger: boolean };

type Asked = { answers: Answers; scope: Scope };

/** Whether a rule holds; null where nothing that it asks about was answered. */
function whether(formula: string | undefined, { answers, scope }: Asked): boolean | null {
  if (formula === undefined) return null;
  const expression = readExpression(formula);
  const names = answersNamedIn(expression);
  const isKnown = names.some((code) => valueOf(own(answers, code)) !== null || scope.answerTo(code, null) !== null);
  return isKnown ? asBoolean(evaluate(expression, scope)) : null;
}

/**
 * The needs that answers show, by the rules of the form. A want is told only where there is a need: what was answered to a question
 * that the need led to does not outlive it.
 */
export function findNeeds(body: FormBody, answers: Answers, today: string): FoundNeed[] {
  const scope = scopeOver({ form: readForm(body), answers, entry: null, today });
  return (body.findings ?? []).map(({ needCode, hasNeedWhen, wantsHelpWhen, isDangerWhen }) => {
    const hasNeed = whether(hasNeedWhen, { answers, scope });
    const wantsHelp = hasNeed === true ? whether(wantsHelpWhen, { answers, scope }) : null;
    return { needCode, hasNeed, wantsHelp, isDanger: whether(isDangerWhen, { answers, scope }) === true };
  });
}
