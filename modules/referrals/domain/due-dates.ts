import { addWorkingDays, addWorkingHours, type Calendar } from '@qantara/territory/domain';
import type { DeadlineRule, DeadlineStage, Priority, ReferralStatus } from '../contract/index.ts';

type Times = Pick<DeadlineRule, 'amount' | 'unit' | 'remindAfter' | 'escalateAfter'>;

function fieldRule(stage: DeadlineStage, priority: Priority | null, times: Times): DeadlineRule {
  return { ruleId: null, stage, needCode: null, organisationId: null, priority, ...times };
}

const within = (unit: Times['unit'], [remindAfter, amount, escalateAfter]: [number | null, number, number]): Times => ({
  unit,
  remindAfter,
  amount,
  escalateAfter,
});

/**
 * Where a region says nothing: a first answer in two working days and fourteen at the most (GetHelpOC, `anchors` §4.4), and within
 * hours for somebody without a bed tonight. What is for tonight runs by the clock: a night has no working hours.
 */
export const FIELD_RULES: readonly DeadlineRule[] = [
  fieldRule('answer', null, within('working_days', [1, 2, 14])),
  fieldRule('answer', 'this_week', within('working_hours', [4, 8, 24])),
  fieldRule('answer', 'tonight', within('hours', [2, 4, 6])),
  fieldRule('claim', null, within('working_days', [null, 2, 4])),
  fieldRule('claim', 'this_week', within('working_hours', [null, 8, 12])),
  fieldRule('claim', 'tonight', within('hours', [null, 2, 3])),
  fieldRule('help', null, within('working_days', [10, 14, 20])),
  fieldRule('help', 'this_week', within('working_days', [4, 5, 8])),
  fieldRule('help', 'tonight', within('hours', [12, 24, 36])),
  fieldRule('look_again', null, within('working_days', [15, 20, 30])),
  fieldRule('offer', null, within('working_days', [1, 2, 2])),
  fieldRule('offer', 'this_week', within('working_hours', [4, 8, 8])),
  fieldRule('offer', 'tonight', within('hours', [2, 4, 4])),
];

/** What a deadline is asked for. */
export type Expected = {
  stage: DeadlineStage;
  needCode: string;
  organisationId: string | null;
  priority: Priority;
};

/** Urgency weighs most: what a partner is given for everything must never loosen what is needed tonight. */
const WEIGHTS = { priority: 8, organisationId: 4, needCode: 2 } as const;

function weigh(rule: DeadlineRule): number {
  const named = (Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]).filter((mark) => rule[mark] !== null);
  return named.reduce((sum, mark) => sum + WEIGHTS[mark], rule.ruleId === null ? 0 : 1);
}

function fits(rule: DeadlineRule, expected: Expected): boolean {
  const same = (mark: keyof typeof WEIGHTS): boolean => rule[mark] === null || rule[mark] === expected[mark];
  return rule.stage === expected.stage && same('priority') && same('organisationId') && same('needCode');
}

/** The most particular rule that fits: the region's own before the field's, one of a priority before one of a partner, then of a need. */
export function ruleFor(rules: readonly DeadlineRule[], expected: Expected): DeadlineRule {
  const fitting = [...FIELD_RULES, ...rules].filter((rule) => fits(rule, expected));
  const [best] = fitting.toSorted((one, other) => weigh(other) - weigh(one));
  if (best === undefined) throw new Error(`no rule for ${expected.stage}`);
  return best;
}

function after(calendar: Calendar, from: Date, time: { amount: number; unit: Times['unit'] }): Date {
  if (time.unit === 'hours') return new Date(from.getTime() + time.amount * 3_600_000);
  return time.unit === 'working_hours'
    ? addWorkingHours(calendar, from, time.amount)
    : addWorkingDays(calendar, from, time.amount);
}

/** When silence becomes overdue, and when the system speaks before and after. */
export type Deadline = { dueAt: Date; remindAt: Date | null; escalateAt: Date };

/** The moments of a rule, counted from when it began, as the territory works. */
export function deadlineBy(rule: Times, calendar: Calendar, from: Date): Deadline {
  const at = (amount: number): Date => after(calendar, from, { amount, unit: rule.unit });
  return {
    dueAt: at(rule.amount),
    remindAt: rule.remindAfter === null ? null : at(rule.remindAfter),
    escalateAt: at(rule.escalateAfter),
  };
}

/** What is expected in a status; nothing once it is ended. A request without a partner waits for one who claims it. */
export function stageOf(status: ReferralStatus, isOpen = false): DeadlineStage | null {
  if (status === 'requested') return isOpen ? 'claim' : 'answer';
  if (status === 'accepted' || status === 'in-progress') return 'help';
  return status === 'on-hold' ? 'look_again' : null;
}
