import assert from 'node:assert/strict';
import test from 'node:test';
import type { FindingCode, Item, ItemDetails, Plan } from '../../contract/index.ts';
import { bareDetails } from '../sections.ts';
import { answerChecklist, isAnsweredByProgram } from './answer-checklist.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { effortsOf, findLacks } from './find-lacks.ts';

const id = (at: number): string => `0199aaaa-0000-7000-8000-00000000000${at}`;

function aNode(at: number, kind: Item['kind'], change: Partial<Item> = {}): Item {
  return {
    itemId: id(at),
    parentItemId: at === 1 ? null : id(at - 1),
    levelCode: kind,
    kind,
    number: String(at),
    title: { en: kind },
    description: { en: 'Why' },
    frameworkAreas: ['prevention'],
    lever: 'advocacy',
    leadOrganisationId: id(9),
    leadName: { en: 'Hub' },
    progress: 'under_way',
    shareDone: null,
    reportedAt: null,
    weight: 1,
    servesItemId: null,
    startsOn: null,
    dueOn: '2028-01-01',
    targets: [],
    rolledUp: { progress: null, coverage: 0 },
    isStale: false,
    version: 1,
    ...change,
  } as Item;
}

/** Two targets in one word: only what the rules read of them. */
const target = (status: string, baselineState: string) =>
  ({ targetId: id(8), status, baselineState, indicator: { code: 'closure' } }) as Item['targets'][number];

const GOOD_PLAN = {
  planId: id(7),
  adoptedOn: '2026-01-10',
  publishedAt: '2026-02-01T08:00:00.000Z',
  reviewOn: '2028-01-01',
  above: { planId: id(6), name: { en: 'Nation' } },
} as unknown as Plan;

const areas: Item['frameworkAreas'] = ['social_development', 'prevention', 'risk_intervention', 'incident_response'];

function aPlan(change: Partial<CheckedPlan> = {}, facts: Partial<Plan> = {}): CheckedPlan {
  const items = [
    aNode(1, 'priority'),
    aNode(2, 'goal', { targets: [target('on_track', 'shown')] }),
    aNode(3, 'initiative', { frameworkAreas: areas }),
  ];
  const says = (details: Partial<ItemDetails>): ItemDetails => ({ ...bareDetails(), ...details });
  return {
    plan: { ...GOOD_PLAN, items, ...facts },
    details: new Map([
      [id(1), says({ factors: ['risk_poverty'], populations: ['women'] })],
      [id(3), says({ ownerAccountId: id(5), partners: [{ organisationId: id(9), promise: {}, state: 'open' }] })],
    ]),
    linked: new Set(),
    seats: { required: 5, filled: 5 },
    represented: new Set(['women']),
    consultations: [
      { population: 'women', heldOn: '2026-01-01', said: { en: 'Lights' } },
      { population: 'women', heldOn: '2026-03-01', said: null },
    ],
    today: '2026-11-22',
    ...change,
  };
}

const codesOf = (checked: CheckedPlan): FindingCode[] => findLacks(checked).map(({ code }) => code);
const withItem = (change: Partial<Item>, at: number): CheckedPlan => {
  const checked = aPlan();
  const items = checked.plan.items.map((item, index) => (index === at - 1 ? { ...item, ...change } : item));
  return { ...checked, plan: { ...checked.plan, items } };
};

test('a whole plan lacks nothing', () => {
  assert.deepEqual(codesOf(aPlan()), []);
});

test('each lack of a node is found', () => {
  assert.deepEqual(codesOf(withItem({ leadOrganisationId: null }, 3)), ['no_lead']);
  assert.deepEqual(codesOf(withItem({ isStale: true }, 3)), ['old_news']);
  assert.deepEqual(codesOf(withItem({ targets: [] }, 2)), ['no_target']);
  assert.deepEqual(codesOf(withItem({ targets: [target('on_track', 'missing')] }, 2)), ['no_baseline']);
  assert.deepEqual(codesOf(withItem({ targets: [target('no_recent_data', 'shown')] }, 2)), ['old_figure']);
  assert.deepEqual(codesOf(withItem({ parentItemId: null }, 3)), ['no_effort_under']);
});

test('somebody is named by an account or by a link; of work that is over nobody is asked', () => {
  const nobody = { details: new Map([[id(1), { ...bareDetails(), factors: ['risk_poverty' as const] }]]) };
  assert.deepEqual(codesOf(aPlan(nobody)), ['nobody_named']);
  assert.deepEqual(codesOf(aPlan({ ...nobody, linked: new Set([id(3)]) })), []);
  const over = withItem({ progress: 'done' }, 3);
  assert.deepEqual(codesOf({ ...over, ...nobody }), []);
});

test('the law’s dates: adopted, published within thirty days, a review that is to come', () => {
  assert.deepEqual(codesOf(aPlan({}, { adoptedOn: null })), ['not_adopted']);
  assert.deepEqual(codesOf(aPlan({}, { publishedAt: '2026-02-09T08:00:00.000Z' })), []);
  assert.deepEqual(codesOf(aPlan({}, { publishedAt: '2026-02-10T08:00:00.000Z' })), ['published_late']);
  assert.deepEqual(codesOf(aPlan({}, { publishedAt: null })), ['published_late']);
  assert.deepEqual(codesOf(aPlan({ today: '2026-01-20' }, { publishedAt: null })), []);
  assert.deepEqual(codesOf(aPlan({}, { reviewOn: null })), ['no_review_day']);
  assert.deepEqual(codesOf(aPlan({}, { reviewOn: '2026-11-21' })), ['review_passed']);
});

test('empty seats, groups that nobody asked or stands for and areas without work are found for the whole', () => {
  const [seats] = findLacks(aPlan({ seats: { required: 5, filled: 3 } }));
  assert.deepEqual([seats?.code, seats?.count], ['seats_unfilled', 2]);
  const [asked] = findLacks(aPlan({ consultations: [] }));
  assert.deepEqual([asked?.code, asked?.about], ['group_not_asked', 'women']);
  const [voice] = findLacks(aPlan({ represented: new Set(['children']) }));
  assert.deepEqual([voice?.code, voice?.about], ['group_without_seat', 'women']);
  const bare = withItem({ frameworkAreas: ['prevention'] }, 3);
  assert.equal(codesOf(bare).filter((code) => code === 'area_without_effort').length, 3);
  const shares = effortsOf(bare.plan.items).map(({ share }) => share);
  assert.deepEqual(shares, [0, 1, 0, 0]);
  assert.equal(effortsOf([])[0]?.share, null);
});

test('every lack leads to a page of ours', () => {
  const poor = aPlan({ details: new Map(), consultations: [], seats: { required: 1, filled: 0 } }, { adoptedOn: null });
  for (const { path } of findLacks(poor)) assert.match(path, /^\/(?:plan|work)\//);
});

test('eighteen lines: the program answers what it sees, people the rest, and nobody overrules the program', () => {
  const lines = answerChecklist(aPlan(), new Map([['way_of_working', { isMet: true, note: 'Chapter 1' }]]));
  assert.equal(lines.length, 18);
  for (const line of lines.filter(({ isByProgram }) => isByProgram)) assert.equal(line.state, 'met', line.code);
  assert.equal(lines.find(({ code }) => code === 'way_of_working')?.state, 'met');
  assert.equal(lines.find(({ code }) => code === 'place_described')?.state, 'not_answered');
  assert.equal(isAnsweredByProgram('outcomes_measured'), true);
  const forged = answerChecklist(
    withItem({ targets: [] }, 2),
    new Map([['outcomes_measured', { isMet: true, note: '' }]]),
  );
  assert.equal(forged.find(({ code }) => code === 'outcomes_measured')?.state, 'not_met');
});
