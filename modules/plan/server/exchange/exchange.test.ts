import type { WorkbookCell } from '@qantara/kernel';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openZip } from '@qantara/platform';
import {
  actorWith,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  type CountedRegion,
} from '@qantara/indicators/testing';
import type { Plan, PlanDocument, PlanFile, PlanImport, PlanImportReport } from '../../contract/index.ts';
import { bareDetails, tablesOf } from '../../domain/index.ts';
import { planModule, writeItemDetails } from '../index.ts';

const PLANNER = actorWith(null, 'plan:read', 'plan:write');
type Input = Record<string, unknown>;
type Sent = { fileName: string; content: string };

let region: CountedRegion;
let planId: string;
let aboveId: string;

const call = <T>(path: string, input: Input, actor: typeof PLANNER | undefined = PLANNER) =>
  callRoute<T>(region, path, { input, ...(actor && { actor }) });

async function done<T>(path: string, input: Input): Promise<T> {
  const answer = await call<T>(path, input);
  assert.equal(answer.code, null, path);
  return answer.value as T;
}

async function documentOf(id: string): Promise<PlanDocument> {
  const file = await done<PlanFile>('GET /plan/file', { planId: id, format: 'json' });
  return JSON.parse(Buffer.from(file.content, 'base64').toString('utf8')) as PlanDocument;
}

const sent = (said: unknown, fileName = 'plan.json'): Sent => ({
  fileName,
  content: Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)).toString('base64'),
});
const read = async (files: Sent[]): Promise<PlanImportReport> => {
  const { importId } = await done<PlanImport>('POST /plan-imports', { files });
  return done<PlanImportReport>('GET /plan-imports/:importId', { importId });
};
const countPlans = async (): Promise<number> => (await done<{ plans: unknown[] }>('GET /plans', {})).plans.length;
const chosen = ({ questions }: PlanImportReport) =>
  Object.fromEntries(questions.map(({ key, choice }) => [key, choice]));

async function write({ planImport }: PlanImportReport, choices: Record<string, string> = {}): Promise<string> {
  const { importId } = planImport;
  const given = Object.entries(choices).map(([key, value]) => ({ key, value }));
  const { planId: made } = await done<PlanImport>('POST /plan-imports/:importId/write', { importId, choices: given });
  assert.ok(made !== null);
  return made;
}

const words = (change: Input): Input => ({
  name: { ar: 'خطة', en: 'Plan' },
  vision: { en: 'Well' },
  reach: 'region',
  areaId: region.areas.region,
  startsOn: '2026-01-01',
  endsOn: '2030-01-01',
  template: 'priorities',
  ...change,
});

async function makePlans(): Promise<void> {
  aboveId = (await done<Plan>('POST /plans', words({ name: { en: 'Above' } }))).planId;
  const top = { planId: aboveId, levelCode: 'priority', number: 'A', title: { en: 'Top' } };
  const { itemId: servesItemId } = await done<{ itemId: string }>('POST /plans/:planId/items', top);
  const town = { name: { ar: 'المدينة', en: 'Town' }, reach: 'municipality', areaId: region.areas.harbour };
  planId = (await done<Plan>('POST /plans', words({ ...town, parentPlanId: aboveId }))).planId;
  const goal = { planId, levelCode: 'goal', number: '1', title: { ar: 'هدف', en: '=1+1' }, servesItemId };
  const { itemId } = await done<{ itemId: string }>('POST /plans/:planId/items', goal);
  await done('POST /plans/:planId/items', {
    planId,
    parentItemId: itemId,
    levelCode: 'initiative',
    number: '1.1',
    title: { en: '\u202egnol' },
    weight: 2.5,
    leadOrganisationId: region.organisationId,
    lever: 'capital',
    frameworkAreas: ['prevention'],
    dueOn: '2027-05-31',
  });
  await inSystem(region.executor, (ctx) =>
    writeItemDetails(ctx, itemId, {
      ...bareDetails(),
      ownerAccountId: '0199aaaa-0000-7000-8000-000000000001',
      areaIds: [region.areas.harbour],
      factors: ['risk_poverty'],
      partners: [{ organisationId: region.organisationId, promise: { fr: 'Une salle' }, state: 'open' }],
      milestones: [{ dueOn: '2027-01-01', words: { ar: 'افتتاح' }, doneOn: null }],
    }),
  );
  await done('POST /plan/items/:itemId/targets', {
    itemId,
    version: 1,
    indicatorCode: 'survey',
    baseline: 0.1 + 0.2,
    baselineYear: 2025,
    targetKind: 'relative',
    target: -0.25,
    dueOn: '2028-12-31',
    path: [{ on: '2027-12-31', value: 0.28 }],
  });
}

before(async () => {
  region = await openCountedRegion([planModule]);
  await inSystem(region.executor, (ctx) => anIndicator(ctx, { code: 'survey', kind: 'population', recipe: null }));
  await makePlans();
});
after(() => region.database.close());

for (const format of ['json', 'xlsx', 'csv'] as const) {
  test(`a plan goes out as ${format} and comes back the same, as a draft`, async () => {
    const { fileName, content } = await done<PlanFile>('GET /plan/file', { planId, format });
    const report = await read([{ fileName, content }]);
    assert.deepEqual([report.faults, report.summary?.nodes, report.summary?.targets], [[], 2, 1]);
    assert.deepEqual(chosen(report), { previous: 'none', area: region.areas.harbour, above: aboveId });
    const made = await write(report);
    assert.deepEqual(await documentOf(made), await documentOf(planId));
    const { state, previousPlanId } = await done<Plan>('GET /plan', { planId: made });
    assert.deepEqual([state, previousPlanId], ['draft', null]);
  });
}

test('four tables of commas sent at once are one plan, in whatever order and names of downloads', async () => {
  const tables = tablesOf(await documentOf(planId)).toReversed();
  const lines = (rows: (readonly WorkbookCell[])[]) =>
    rows.map((row) => row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';')).join('\r\n');
  const files = tables.map(({ name, rows }) => sent(lines(rows), `${name} (1).csv`));
  const report = await read(files);
  assert.deepEqual([report.faults, report.summary?.nodes], [[], 2]);
});

test('a plan is changed outside and comes back as the next version, beside the one before', async () => {
  const document = await documentOf(planId);
  document.plan.startsOn = '2030-01-01';
  document.plan.endsOn = '2034-01-01';
  document.plan.adoptedOn = '2026-02-02';
  document.plan.resolution = '7';
  const report = await read([sent(document)]);
  assert.ok(report.notices.some(({ code }) => code === 'adoption_of_its_own'));
  const made = await done<Plan>('GET /plan', { planId: await write(report, { previous: planId }) });
  assert.deepEqual([made.previousPlanId, made.adoptedOn, made.startsOn], [planId, null, '2030-01-01']);
});

test('nothing is written before the planner says so, nor while a question is open; what was chosen is kept', async () => {
  const document = await documentOf(planId);
  const [, work] = document.nodes;
  assert.ok(work !== undefined);
  work.lead = { organisationId: null, name: { en: 'Somebody else' } };
  document.plan.area.code = 'elsewhere';
  for (const target of document.targets) target.indicator = { code: 'unheard_of', name: null };
  const before = await countPlans();
  const report = await read([sent(document)]);
  const { importId } = report.planImport;
  assert.deepEqual(
    report.questions.filter(({ choice }) => choice === null).map(({ key, rows }) => [key, rows]),
    [
      ['area', 1],
      ['lead:0', 1],
      ['indicator:unheard_of', 1],
    ],
  );
  const bare = { importId, choices: [{ key: 'lead:0', value: region.organisationId }] };
  assert.equal((await call('POST /plan-imports/:importId/write', bare)).code, 'plan_import_open');
  const wrong = { importId, choices: [{ key: 'area', value: planId }] };
  assert.equal((await call('POST /plan-imports/:importId/choices', wrong)).code, 'plan_choice_unknown');
  await done('POST /plan-imports/:importId/choices', bare);
  const again = await done<PlanImportReport>('GET /plan-imports/:importId', { importId });
  assert.equal(chosen(again)['lead:0'], region.organisationId);
  assert.equal(await countPlans(), before);
  const choices = { area: region.areas.harbour, 'indicator:unheard_of': 'none' };
  const made = await documentOf(await write(report, choices));
  assert.deepEqual([made.targets, made.nodes[1]?.lead?.name], [[], { en: 'Bridge House' }]);
  assert.equal((await call('POST /plan-imports/:importId/write', bare)).code, 'plan_import_ended');
});

test('without a plan above nothing is served, and that is asked', async () => {
  const report = await read([sent(await documentOf(planId))]);
  const { importId } = report.planImport;
  await done('POST /plan-imports/:importId/choices', { importId, choices: [{ key: 'above', value: 'none' }] });
  const asked = await done<PlanImportReport>('GET /plan-imports/:importId', { importId });
  assert.deepEqual(
    asked.questions.filter(({ kind }) => kind === 'served').map(({ said, choice }) => [said?.en, choice]),
    [['A, Above', 'none']],
  );
  const made = await documentOf(await write(report));
  assert.deepEqual([made.plan.above, made.nodes[0]?.serves], [null, null]);
});

const faultsOf = async (change: (document: PlanDocument) => void) => {
  const document = await documentOf(planId);
  change(document);
  const { faults } = await read([sent(document)]);
  return faults.map(({ part, at, field, code }) => [part, at, field, code]);
};

test('each fault is told by part, line and field', async () => {
  const faults = await faultsOf((document) => {
    const [goal, work] = document.nodes;
    assert.ok(goal !== undefined && work !== undefined);
    goal.parent = '1.1';
    work.dueOn = '31/12/2028';
    document.nodes.push({ ...goal, number: '7', parent: '9', level: 'pillar' }, { ...goal, parent: null });
  });
  assert.deepEqual(faults, [
    ['nodes', 2, 'dueOn', 'not_a_day'],
    ['nodes', 4, 'number', 'twice'],
    ['nodes', 3, 'level', 'level_unknown'],
    ['nodes', 3, 'parent', 'parent_unknown'],
  ]);
  const circle = await faultsOf((document) => {
    const [goal] = document.nodes;
    assert.ok(goal !== undefined);
    goal.parent = '1.1';
  });
  assert.deepEqual(circle, [
    ['nodes', 1, 'parent', 'under_itself'],
    ['nodes', 2, 'parent', 'under_itself'],
  ]);
});

test('a file with faults is never written, and what no plan has is left out and told', async () => {
  const document = {
    ...(await documentOf(planId)),
    nodes: [{ number: '1', level: 'goal', title: {}, colour: 'red' }],
    extra: 1,
  };
  const { faults, notices, planImport } = await read([sent(document)]);
  assert.deepEqual(
    faults.map(({ field, code }) => [field, code]),
    [['title', 'missing']],
  );
  const leftOut = notices.filter(({ code }) => code === 'left_out').map(({ part, field }) => [part, field]);
  assert.deepEqual(leftOut, [
    ['file', 'extra'],
    ['nodes', 'colour'],
  ]);
  const { importId } = planImport;
  assert.equal((await call('POST /plan-imports/:importId/write', { importId })).code, 'plan_import_faulty');
  await done('POST /plan-imports/:importId/discard', { importId });
});

test('what is no plan, too deep or too large is refused, whatever its name says', async () => {
  const refused = async (files: Sent[]) => (await call('POST /plan-imports', { files })).code;
  assert.equal(await refused([sent('PK\u0003\u0004 not a zip', 'a.xlsx')]), 'plan_file_unreadable');
  assert.equal(await refused([sent(`{"a":${'['.repeat(100)}${']'.repeat(100)}}`)]), 'plan_file_unreadable');
  assert.equal(await refused([sent('a,b\r\n1,2', 'other.csv')]), 'plan_file_unreadable');
  assert.equal(await refused([sent('x'.repeat(5_100_000), 'nodes.csv')]), 'plan_file_too_large');
  const { faults } = await read([sent({ format: 'other', plan: {} })]);
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['not_a_plan'],
  );
});

test('tables in the code page of an old spreadsheet are read all the same', async () => {
  const document = await documentOf(planId);
  document.plan.name = { fr: 'Été à l’école' };
  const [plan, ...rest] = tablesOf(document);
  assert.ok(plan !== undefined);
  const line = (row: readonly WorkbookCell[]) =>
    row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(',');
  const latin = Buffer.from(`${plan.rows.map(line).join('\r\n')}`.replace('’', "'"), 'latin1').toString('base64');
  const others = rest.map(({ name, rows }) => sent(rows.map(line).join('\r\n'), `${name}.csv`));
  const { summary } = await read([{ fileName: 'plan.csv', content: latin }, ...others]);
  assert.equal(summary?.name.fr, "Été à l'école");
});

test('everyone gets the file of what is published, and nothing of what is not', async () => {
  const open = (id: string) => call<PlanFile>('GET /public/plan/file', { planId: id, format: 'json' }, undefined);
  assert.equal((await open(planId)).code, 'plan_not_found');
  const { version } = await done<Plan>('GET /plan', { planId });
  await done('POST /plans/:planId/publish', { planId, version });
  const file = (await open(planId)).value as PlanFile;
  const document = JSON.parse(Buffer.from(file.content, 'base64').toString('utf8')) as PlanDocument;
  assert.deepEqual([document.plan.above, document.nodes[0]?.serves], [null, null]);
});

test('no cell of a plan runs in a spreadsheet', async () => {
  const { content } = await done<PlanFile>('GET /plan/file', { planId, format: 'csv' });
  const { open } = openZip(Buffer.from(content, 'base64'), (path) => path);
  assert.ok(Buffer.from(open('nodes.csv')).toString('utf8').includes(",'=1+1,"));
});
