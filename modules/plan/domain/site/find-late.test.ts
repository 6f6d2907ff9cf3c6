import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Item, Milestone, Target } from '../../contract/index.ts';
import { keptUpUntil } from './days-behind.ts';
import { findLate } from './find-late.ts';
import { aNode } from './testing.ts';

const TODAY = '2026-11-23';
const PLAN = { startsOn: '2025-01-01', reportEveryMonths: 3 };

const late = (items: Item[], milestones: Record<string, Milestone[]> = {}) =>
  findLate(items, {
    plan: PLAN,
    today: TODAY,
    timeZone: 'Africa/Tunis',
    milestones: new Map(Object.entries(milestones)),
  });
const kindsOf = (items: Item[]) => late(items).map(({ kind }) => kind);

function aTarget(change: Partial<Target>): Target {
  const period = { startsOn: '2026-01-01', endsOn: '2027-01-01' };
  const figure = { numerator: null, denominator: null, value: 15, state: 'shown' as const };
  const indicator = { name: { en: 'Rent' }, better: 'up', frequency: 'year' } as Target['indicator'];
  return {
    targetId: '',
    indicator,
    baseline: 10,
    baselineState: 'shown',
    baselineStartsOn: null,
    baselineEndsOn: null,
    goal: 20,
    targetKind: 'absolute',
    target: 20,
    tolerance: null,
    path: [],
    dueOn: '2027-01-01',
    current: { indicator, period, by: 'none', total: figure, rows: [], asOf: '2026-10-01' },
    progress: 0.5,
    status: 'off_track',
    ...change,
  };
}

describe('work', () => {
  test('is late from the day after its day, and not on it', () => {
    assert.deepEqual(kindsOf([aNode({ dueOn: TODAY })]), []);
    const [one] = late([aNode({ dueOn: '2026-11-22' })]);
    assert.deepEqual([one?.kind, one?.since, one?.days], ['past_due', '2026-11-22', 1]);
  });

  test('that is done or stopped is late no more, whoever leads it and whatever was not reached on the way', () => {
    const missed = [{ dueOn: '2025-05-01', words: { en: 'Keys' }, doneOn: null }];
    for (const progress of ['done', 'stopped'] as const) {
      const over = aNode({ progress, dueOn: '2025-06-01', leadOrganisationId: null, leadName: null });
      assert.deepEqual(late([over], { [over.itemId]: missed }), []);
    }
  });

  test('whose lead says that it is late is told once: by its day where that has passed', () => {
    const said = { progress: 'delayed' as const, reportedAt: '2026-10-24T09:00:00.000Z' };
    const [early] = late([aNode({ ...said, dueOn: '2027-01-01' })]);
    assert.deepEqual([early?.kind, early?.days], ['said_late', 30]);
    assert.deepEqual(kindsOf([aNode({ ...said, dueOn: '2026-01-01' })]), ['past_due']);
  });

  test('that nobody leads is told from its beginning; before it begins no days are counted', () => {
    const alone = { leadOrganisationId: null, leadName: null };
    assert.equal(late([aNode({ ...alone, startsOn: '2026-11-13' })])[0]?.days, 10);
    assert.equal(late([aNode(alone)])[0]?.since, PLAN.startsOn);
    assert.equal(late([aNode({ ...alone, startsOn: '2027-01-01' })])[0]?.days, null);
  });

  test('without recent news is late from the day on which news was due', () => {
    const [one] = late([aNode({ isStale: true, reportedAt: '2026-05-01T09:00:00.000Z' })]);
    assert.deepEqual([one?.kind, one?.since], ['no_news', '2026-07-31']);
  });

  test('a step on the way is late once its day has passed, unless it was reached', () => {
    const node = aNode({});
    const steps = [
      { dueOn: '2026-11-13', words: { en: 'Open' }, doneOn: null },
      { dueOn: '2026-11-13', words: { en: 'Reached' }, doneOn: '2026-11-20' },
      { dueOn: '2026-12-13', words: { en: 'To come' }, doneOn: null },
    ];
    const found = late([node], { [node.itemId]: steps });
    assert.deepEqual(
      found.map(({ kind, what, days }) => [kind, what?.en, days]),
      [['milestone_passed', 'Open', 10]],
    );
  });
});

describe('a target', () => {
  const goal = (change: Partial<Target>) => aNode({ kind: 'goal', progress: null, targets: [aTarget(change)] });

  test('whose day has passed is missed, whatever colour it had, unless it is achieved', () => {
    assert.deepEqual(kindsOf([goal({ dueOn: '2026-11-01', status: 'on_track' })]), ['target_missed']);
    assert.deepEqual(kindsOf([goal({ dueOn: '2026-11-01', status: 'no_data' })]), ['target_missed']);
    assert.deepEqual(kindsOf([goal({ dueOn: '2026-11-01', status: 'achieved' })]), []);
  });

  test('of which nothing is known yet is not late', () => {
    for (const status of ['no_data', 'not_started', 'on_track', 'achieved'] as const)
      assert.deepEqual(kindsOf([goal({ status })]), []);
  });

  test('that is behind is late since what has come of it was enough', () => {
    const [one] = late([goal({})]);
    assert.deepEqual([one?.kind, one?.since, one?.status], ['target_behind', '2026-01-01', 'off_track']);
  });

  test('that went the other way is late by no number of days', () => {
    const away = aTarget({}).current;
    const current = { ...away, total: { ...away.total, value: 8 } };
    assert.equal(late([goal({ current })])[0]?.days, null);
  });

  test('with a figure that is too old is told by the age of the figure', () => {
    const current = { ...aTarget({}).current, asOf: '2025-01-01' };
    const [one] = late([goal({ status: 'no_recent_data', current })]);
    assert.deepEqual([one?.kind, one?.since], ['figure_old', '2026-01-01']);
  });

  test('that is to be kept as it is has no way to be behind on', () => {
    const aim = { ...aTarget({}), current: 15, better: 'up' as const, startsOn: PLAN.startsOn, today: TODAY };
    assert.equal(keptUpUntil({ ...aim, tolerance: 1 }), null);
    const path = [{ on: '2026-01-01', value: 19 }];
    const day = keptUpUntil({ ...aim, path });
    assert.ok(day !== null && day < '2026-01-01', `by the path that was set it should have come earlier: ${day}`);
  });
});

test('the gravest comes first, and what has been late the longest before what has not', () => {
  const items = [
    aNode({ number: '1', isStale: true, reportedAt: '2026-05-01T09:00:00.000Z' }),
    aNode({ number: '2', dueOn: '2026-11-01' }),
    aNode({ number: '3', dueOn: '2026-01-01' }),
  ];
  assert.deepEqual(
    late(items).map(({ kind, node }) => `${kind} ${node.number}`),
    ['past_due 3', 'past_due 2', 'no_news 1'],
  );
});
