import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { FormBody, FormResponse, Question } from '@qantara/forms/contract';
import { bringForm } from '@qantara/forms/server';
import { saveAccount } from '@qantara/identity/server';
import { actorInRole, countRows, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { newId, type Actor } from '@qantara/kernel';
import { aPerson, type PeopleBench } from '@qantara/people/testing';
import { withoutStamps } from '@qantara/platform';
import { openScreeningBench } from '@qantara/screening/testing';
import type { Batch, KeyedSheet, OpenedSheet, PrintedBatch, WaitingSheet } from '../contract/index.ts';
import { sheetsModule } from './index.ts';
import { tellDangerOnPaper } from './tell-danger-on-paper.ts';

let bench: PeopleBench;
let one: Actor;
let other: Actor;
let third: Actor;
let planner: Actor;

const said = (text: string) => ({ ar: text, fr: text, en: text });
const asks = (code: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code,
  kind,
  text: said(code),
  isRequired: false,
  choices: [],
  ...more,
});
const questions = [
  asks('people', 'number', { isRequired: true }),
  asks('needs', 'several', { choices: ['food', 'rent'].map((code) => ({ code, text: said(code) })) }),
  asks('afraid', 'yes_no'),
];
const FINDINGS: FormBody['findings'] = [
  { needCode: 'food', hasNeedWhen: "selected(${needs}, 'food')" },
  { needCode: 'safety', hasNeedWhen: "${afraid} = 'yes'", isDangerWhen: "${afraid} = 'yes'" },
];

before(async () => {
  bench = await openScreeningBench([sheetsModule]);
  await inSystem(bench, async (ctx) => {
    const body = { sections: [{ questions }] };
    await bringForm(ctx, { code: 'survey', title: said('s'), purpose: 'survey', body });
    await bringForm(ctx, {
      code: 'needs',
      title: said('n'),
      purpose: 'screening',
      body: { ...body, findings: FINDINGS },
    });
    return true;
  });
  const { hub } = bench.organisations;
  [one, other, third] = [1, 2, 3].map(() => actorInRole('navigator', hub)) as [Actor, Actor, Actor];
  planner = actorInRole('planner', null);
});
after(() => bench.database.close());

const KEY = 'POST /sheets/:sheetCode/keyings';
const OPEN = 'GET /sheets/:sheetCode';
const DECIDE = 'POST /sheets/:sheetCode/decide';
const DIFFERENCES = 'GET /sheets/:sheetCode/differences';

async function printed(formCode: string, howMany = 1): Promise<PrintedBatch> {
  const input = { formCode, howMany, locale: 'ar' };
  const { batchId } = await get<Batch>(bench, 'POST /forms/:formCode/sheets', { input, actor: planner });
  return get(bench, 'GET /forms/:formCode/sheets/:batchId', { input: { formCode, batchId }, actor: planner });
}

async function aSheet(formCode = 'survey'): Promise<string> {
  return (await printed(formCode)).sheets[0]?.code ?? '';
}

const TYPED = { people: '4', needs: '1', afraid: '2' };

function key(sheetCode: string, actor: Actor, more: object = {}): Promise<KeyedSheet> {
  return get(bench, KEY, { input: { sheetCode, typed: TYPED, ...more }, actor });
}

async function rule(keying: string, decidedBy: string): Promise<void> {
  const input = { formCode: 'survey', keying, decidedBy };
  await get(bench, 'POST /forms/:formCode/sheet-rule', { input, actor: planner });
}

async function responseOf(personId: string, responseId: string | null): Promise<FormResponse> {
  const path = 'GET /people/:personId/responses/:responseId';
  return get(bench, path, { input: { personId, responseId }, actor: one });
}

test('each printed sheet has a code of its own, to read and to scan', async () => {
  const { sheets, form } = await printed('survey', 30);
  assert.equal(new Set(sheets.map(({ code }) => code)).size, 30);
  assert.equal(form.version, 1);
  for (const { code, qrCode } of sheets) {
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    assert.match(qrCode, /^<svg/);
  }
});

test('two colleagues who read the same make a response of a sheet that is nobody’s, and add nobody', async () => {
  const people = await countRows(bench, 'people.person');
  const code = await aSheet();
  assert.equal((await key(code, one)).state, 'keyed');
  assert.equal(
    await refusalOf(bench, KEY, { input: { sheetCode: code, typed: TYPED }, actor: one }),
    'sheet_keyed_by_you',
  );
  const done = await key(code, other);
  assert.deepEqual([done.state, done.personId], ['accepted', null]);
  const { rows } = await bench.database.pool.query({
    text: `select answers, channel, entered_by from forms.response where response_id = $1`,
    values: [done.responseId],
  });
  assert.deepEqual(rows[0], {
    answers: { people: 4, needs: ['food'], afraid: 'no' },
    channel: 'paper',
    entered_by: other.accountId,
  });
  assert.equal(await countRows(bench, 'people.person'), people);
  assert.equal(await refusalOf(bench, KEY, { input: { sheetCode: code, typed: TYPED }, actor: third }), 'sheet_done');
});

test('the second colleague sees nothing of the first; after it no keying holds an answer', async () => {
  const code = await aSheet();
  await key(code, one, { typed: { people: '77' } });
  const opened = await get<OpenedSheet>(bench, OPEN, { input: { sheetCode: code }, actor: other });
  assert.equal(withoutStamps(JSON.stringify({ ...opened, code: '' })).includes('77'), false);
  assert.deepEqual([opened.turn, opened.isOwnKeying], [2, false]);
  await key(code, other, { typed: { people: '77' } });
  const { rows } = await bench.database.pool.query(`select marks from sheets.keying join sheets.sheet using (sheet_id)
    where state = 'accepted'`);
  assert.ok(rows.length >= 2);
  for (const { marks } of rows) assert.deepEqual(marks, {});
});

test('what differs is decided by a third, who sees both readings and nothing else; it is in the history', async () => {
  const { personId } = await aPerson(bench);
  const code = await aSheet();
  await key(code, one, { personId });
  assert.equal((await key(code, other, { typed: { ...TYPED, people: '9', afraid: '?' } })).state, 'differing');
  const asked = { input: { sheetCode: code } };
  for (const actor of [one, other])
    assert.equal(await refusalOf(bench, DIFFERENCES, { ...asked, actor }), 'third_colleague_needed');
  const { differences } = await get<{ differences: unknown[] }>(bench, DIFFERENCES, { ...asked, actor: third });
  assert.deepEqual(differences, [
    { field: 'people', first: '4', second: '9' },
    { field: 'afraid', first: 'no', second: '?' },
  ]);
  const open = { sheetCode: code, choices: { people: 'second' } };
  assert.equal(await refusalOf(bench, DECIDE, { input: open, actor: third }), 'invalid_input');
  const input = { sheetCode: code, choices: { people: 'other', afraid: 'second' }, typed: { people: '6' } };
  const done = await get<KeyedSheet>(bench, DECIDE, { input, actor: third });
  assert.equal(done.personId, personId);
  assert.deepEqual((await responseOf(personId, done.responseId)).answers, { people: 6, needs: ['food'] });
  const { rows } = await bench.database.pool.query(`select event.account_id, value.after from platform.event
    join platform.event_value as value using (event_id) where type = 'sheet.decided'`);
  assert.deepEqual(rows, [{ account_id: third.accountId, after: { people: 6, afraid: '?' } }]);
});

test('where the planner says so, one of the two may decide, or one keying is enough', async () => {
  await rule('twice', 'either');
  const code = await aSheet();
  await key(code, one);
  await key(code, other, { typed: { people: '5' } });
  assert.equal(await refusalOf(bench, DIFFERENCES, { input: { sheetCode: code }, actor: one }), null);
  await rule('once', 'third');
  assert.equal((await key(await aSheet(), one)).state, 'accepted');
  await rule('twice', 'third');
});

test('whose sheet somebody may not open, its code says nothing; whom they may not open, they key nothing', async () => {
  const { personId } = await aPerson(bench);
  const code = await aSheet();
  const stranger = bench.otherNavigator;
  const foreign = { sheetCode: code, personId, typed: TYPED };
  assert.equal(await refusalOf(bench, KEY, { input: foreign, actor: stranger }), 'person_not_found');
  await key(code, one, { personId });
  for (const sheetCode of [code, '3333-3333', 'nonsense'])
    assert.equal(await refusalOf(bench, OPEN, { input: { sheetCode }, actor: stranger }), 'sheet_not_found');
  const { sheets } = await get<{ sheets: WaitingSheet[] }>(bench, 'GET /sheets', { actor: stranger });
  assert.deepEqual(sheets, []);
});

test('what is no answer is named by its field, and nothing is kept', async () => {
  const code = await aSheet();
  const input = { sheetCode: code, typed: { people: 'many' } };
  assert.equal(await refusalOf(bench, KEY, { input, actor: one }), 'invalid_input');
  assert.equal((await get<OpenedSheet>(bench, OPEN, { input: { sheetCode: code }, actor: one })).turn, 1);
});

test('danger on paper is told at the first keying, and stands first among what waits', async () => {
  const account = { email: 'two@example.org', displayName: 'x', role: 'navigator', locale: 'fr' as const };
  const { accountId } = await inSystem(bench, (ctx) =>
    saveAccount(ctx, { ...account, organisationId: bench.organisations.hub }, { isSample: false, passwordHash: null }),
  );
  const code = await aSheet('needs');
  await key(await aSheet('needs'), one);
  assert.equal((await key(code, one, { typed: { afraid: '1' } })).isDanger, true);
  const { sheets } = await get<{ sheets: WaitingSheet[] }>(bench, 'GET /sheets', { actor: other });
  assert.deepEqual([sheets[0]?.code, sheets[0]?.isDanger], [code, true]);
  assert.ok(accountId !== '' && (await toldOfLast()) >= 1);
});

/** How many are told of danger by the sheet that was keyed last. */
async function toldOfLast(): Promise<number> {
  const { rows } = await bench.database.pool.query<{ subject: string; data: Record<string, unknown> }>(
    `select subject_id as subject, data from platform.event where type = 'sheet.keyed' order by event_id desc limit 1`,
  );
  const { subject = '', data = {} } = rows[0] ?? {};
  const event = { eventId: newId(), type: 'sheet.keyed', subject, personId: newId(), data, at: new Date() };
  const count = async () =>
    (
      await bench.database.pool.query<{ told: number }>(
        `select count(*)::int as told from notifications.notice where template = 'danger.seen'`,
      )
    ).rows[0]?.told ?? 0;
  const before = await count();
  await bench.executor.asSystem((ctx) => tellDangerOnPaper(ctx, event));
  return (await count()) - before;
}

test('danger that only the second colleague read is told at once too, and none is told twice', async () => {
  const code = await aSheet('needs');
  await key(code, one);
  assert.equal(await toldOfLast(), 0);
  assert.equal((await key(code, other, { typed: { afraid: '1' } })).state, 'differing');
  assert.ok((await toldOfLast()) >= 1);
  const known = await aSheet('needs');
  await key(known, one, { typed: { afraid: '1', people: '2' } });
  await key(known, other, { typed: { afraid: '1', people: '3' } });
  assert.equal(await toldOfLast(), 0);
});

test('a sheet with needs that is nobody’s becomes the work of whoever keyed it, for somebody without a name', async () => {
  const code = await aSheet('needs');
  await key(code, one, { typed: { afraid: '1', people: '2' } });
  const done = await key(code, other, { typed: { afraid: '1', people: '2' } });
  const input = { personId: done.personId };
  const { screenings } = await get<{ screenings: { isUrgent: boolean; channel: string }[] }>(
    bench,
    'GET /people/:personId/screenings',
    { input, actor: other },
  );
  assert.deepEqual(
    screenings.map(({ isUrgent, channel }) => [isUrgent, channel]),
    [[true, 'paper']],
  );
});

test('what was lost or spoiled waits no more, and what was keyed of it is gone', async () => {
  const code = await aSheet();
  await key(code, one);
  const input = { sheetCode: code, as: 'spoiled' };
  assert.equal(
    (await get<KeyedSheet>(bench, 'POST /sheets/:sheetCode/set-aside', { input, actor: other })).state,
    'spoiled',
  );
  assert.equal(await refusalOf(bench, KEY, { input: { sheetCode: code, typed: TYPED }, actor: other }), 'sheet_done');
});

test('the rate of mismatch of a form is a ratio of sums', async () => {
  const listed = await get<{ quality: object }>(bench, 'GET /forms/:formCode/sheets', {
    input: { formCode: 'survey' },
    actor: planner,
  });
  assert.deepEqual(listed.quality, { sheets: 4, compared: 10, differed: 5 });
});
