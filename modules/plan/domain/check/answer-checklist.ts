import { CheckCode, type CheckLine, type Item } from '../../contract/index.ts';
import { categoryOf } from '../factors.ts';
import { detailsOf, groupsOf, nodesOf, type CheckedPlan } from './checked-plan.ts';

/** Every one of them, and at least one. */
const all = <T>(list: readonly T[], isSo: (one: T) => boolean): boolean => list.length > 0 && list.every(isSo);

const leversOf = (checked: CheckedPlan, item: Item) => [
  ...(item.lever === null ? [] : [item.lever]),
  ...detailsOf(checked, item).levers,
];

const hasWiderCause = (checked: CheckedPlan, item: Item): boolean =>
  detailsOf(checked, item).factors.some((factor) => ['society', 'neighbourhood'].includes(categoryOf(factor)));

/** What the program sees by itself; what is not here only people can say. */
const BY_PROGRAM: Partial<Record<CheckCode, (checked: CheckedPlan) => boolean>> = {
  partners_listed: (checked) => checked.plan.items.some((item) => detailsOf(checked, item).partners.length > 0),
  themes_from_people: ({ consultations }) => consultations.some(({ said }) => said !== null),
  asked_more_than_once: ({ consultations }) => new Set(consultations.map(({ heldOn }) => heldOn)).size > 1,
  outcomes_measured: (checked) => all(nodesOf(checked, 'goal'), ({ targets }) => targets.length > 0),
  wider_causes: (checked) => checked.plan.items.some((item) => hasWiderCause(checked, item)),
  rules_to_change: (checked) =>
    checked.plan.items.some((item) =>
      leversOf(checked, item).some((lever) => lever === 'regulation' || lever === 'advocacy'),
    ),
  somebody_answers: (checked) =>
    all(nodesOf(checked, 'initiative'), ({ leadOrganisationId }) => leadOrganisationId !== null),
  fits_plans_above: ({ plan }) => plan.above !== null,
  reasons_given: (checked) => all(nodesOf(checked, 'priority'), ({ description }) => description !== null),
  fairness_first: (checked) =>
    groupsOf(checked).size > 0 && nodesOf(checked, 'priority').some((item) => hasWiderCause(checked, item)),
  days_set: (checked) => all(nodesOf(checked, 'initiative'), ({ dueOn }) => dueOn !== null),
  revised_together: ({ plan }) => plan.reviewOn !== null,
};

/** Whether the program answers a line by itself, so that nobody types it. */
export function isAnsweredByProgram(code: CheckCode): boolean {
  return BY_PROGRAM[code] !== undefined;
}

type Answer = { isMet: boolean; note: string };

/** The eighteen lines: each answered by the program where it can, else by what a planner said. */
export function answerChecklist(checked: CheckedPlan, answers: ReadonlyMap<string, Answer>): CheckLine[] {
  return CheckCode.options.map((code) => {
    const rule = BY_PROGRAM[code];
    const answer = answers.get(code);
    const note = answer?.note ?? '';
    if (rule !== undefined) return { code, state: rule(checked) ? 'met' : 'not_met', isByProgram: true, note: '' };
    if (answer === undefined) return { code, state: 'not_answered', isByProgram: false, note };
    return { code, state: answer.isMet ? 'met' : 'not_met', isByProgram: false, note };
  });
}
