import assert from 'node:assert/strict';
import test from 'node:test';
import { calendarOf, USUAL_WEEK } from '@qantara/territory/domain';
import fc from 'fast-check';
import { DeadlineStage, Priority, type DeadlineRule } from '../contract/index.ts';
import { deadlineBy, FIELD_RULES, ruleFor, stageOf } from './due-dates.ts';
import { firstStep, stepAfter } from './reminders.ts';

const UTC = calendarOf([], 'UTC');
const asked = (priority: Priority, stage: DeadlineStage = 'answer') => ({
  stage,
  priority,
  needCode: 'food',
  organisationId: 'kitchen',
});
const due = (sent: string, priority: Priority, calendar = UTC): string =>
  deadlineBy(ruleFor([], asked(priority)), calendar, new Date(sent)).dueAt.toISOString();

test('a routine referral sent on a Friday is due on Tuesday: the weekend is nobody’s delay', () => {
  assert.equal(due('2026-11-20T10:00:00Z', 'routine'), '2026-11-24T10:00:00.000Z');
});

test('a bed for tonight is due in four hours, on any day', () => {
  assert.equal(due('2026-11-21T22:00:00Z', 'tonight'), '2026-11-22T02:00:00.000Z');
});

test('a region whose weekend is Friday and Saturday counts its own working days', () => {
  const week = { ...USUAL_WEEK, workingDays: [7, 1, 2, 3, 4] };
  const calendar = calendarOf([{ week, holidays: [] }], 'UTC');
  assert.equal(due('2026-11-19T10:00:00Z', 'routine', calendar), '2026-11-23T10:00:00.000Z');
});

const aMoment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

test('what is more urgent is never due later', () => {
  fc.assert(
    fc.property(aMoment, (sent) => {
      const at = (priority: Priority) => deadlineBy(ruleFor([], asked(priority)), UTC, sent).dueAt;
      assert.ok(at('tonight') <= at('this_week'));
      assert.ok(at('this_week') <= at('routine'));
    }),
  );
});

const aRule: fc.Arbitrary<DeadlineRule> = fc.record({
  ruleId: fc.uuid(),
  stage: fc.constantFrom(...DeadlineStage.options),
  needCode: fc.constantFrom(null, 'food', 'housing'),
  organisationId: fc.constantFrom(null, 'kitchen', 'shelter'),
  priority: fc.option(fc.constantFrom(...Priority.options)),
  amount: fc.integer({ min: 2, max: 30 }),
  unit: fc.constantFrom('hours', 'working_hours', 'working_days'),
  remindAfter: fc.constantFrom(null, 1),
  escalateAfter: fc.integer({ min: 30, max: 60 }),
});

test('there is a rule for everything that is expected, and no rule for another need, partner or priority holds', () => {
  fc.assert(
    fc.property(
      fc.array(aRule, { maxLength: 12 }),
      fc.constantFrom(...DeadlineStage.options),
      fc.constantFrom(...Priority.options),
      (rules, stage, priority) => {
        const { needCode, organisationId, priority: named } = ruleFor(rules, asked(priority, stage));
        assert.ok(needCode === null || needCode === 'food');
        assert.ok(organisationId === null || organisationId === 'kitchen');
        assert.ok(named === null || named === priority);
      },
    ),
  );
});

test('the most particular rule holds, and one for a partner never loosens what is needed tonight', () => {
  const [field] = FIELD_RULES;
  assert.ok(field);
  const rule = (changed: Partial<DeadlineRule>): DeadlineRule => ({
    ...field,
    ruleId: crypto.randomUUID(),
    ...changed,
  });
  const ofNeed = rule({ needCode: 'food', amount: 3 });
  const ofPartner = rule({ organisationId: 'kitchen', amount: 5 });
  const ofBoth = rule({ needCode: 'food', organisationId: 'kitchen', amount: 6 });
  assert.equal(ruleFor([ofNeed, ofPartner], asked('routine')).amount, 5);
  assert.equal(ruleFor([ofNeed, ofPartner, ofBoth], asked('routine')).amount, 6);
  assert.equal(ruleFor([ofNeed, ofPartner, ofBoth], asked('tonight')).unit, 'hours');
  assert.equal(ruleFor([rule({ amount: 1 })], asked('routine')).amount, 1, 'a region says otherwise than the field');
});

test('first whoever is to act is reminded, then it is overdue, then the lead is told, and then no more', () => {
  fc.assert(
    fc.property(aRule, aMoment, (rule, from) => {
      const deadline = deadlineBy(rule, UTC, from);
      const steps = [firstStep(deadline)];
      for (let next = stepAfter(steps[0]?.step ?? 'escalate', deadline); next !== null;) {
        steps.push(next);
        next = stepAfter(next.step, deadline);
      }
      assert.deepEqual(
        steps.map(({ step }) => step),
        ['remind', 'overdue', 'escalate'].slice(rule.remindAfter === null ? 1 : 0),
      );
      for (const [index, { at }] of steps.entries()) assert.ok(index === 0 || at >= (steps[index - 1]?.at ?? from));
    }),
  );
});

test('something is expected of everything that is not ended, and of nothing that is', () => {
  assert.equal(stageOf('requested'), 'answer');
  assert.equal(stageOf('requested', true), 'claim');
  assert.equal(stageOf('in-progress'), 'help');
  assert.equal(stageOf('on-hold'), 'look_again');
  for (const status of ['rejected', 'completed', 'failed', 'cancelled', 'entered-in-error'] as const)
    assert.equal(stageOf(status), null);
});
