import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { bringForm } from '@qantara/forms/server';
import { actorInRole, get, inSystem, refusalOf } from '@qantara/identity/testing';
import type { PeopleBench } from '@qantara/people/testing';
import type { WaitingRequest } from '@qantara/screening/contract';
import { openScreeningBench } from '@qantara/screening/testing';
import type { Embed, ShownEmbed } from '../contract/index.ts';
import { embedsModule } from './index.ts';

let bench: PeopleBench;
const planner = actorInRole('planner', null);
const said = (text: string) => ({ ar: text, fr: text, en: text });

before(async () => {
  bench = await openScreeningBench([embedsModule]);
  const questions = [
    { code: 'afraid', kind: 'yes_no' as const, text: said('x'), isRequired: true, choices: [] },
    { code: 'people', kind: 'number' as const, text: said('y'), isRequired: false, choices: [] },
  ];
  const findings = [{ needCode: 'safety', hasNeedWhen: "${afraid} = 'yes'", wantsHelpWhen: "${afraid} = 'yes'" }];
  await inSystem(bench, async (ctx) => {
    const body = { sections: [{ questions }] };
    await bringForm(ctx, { code: 'survey', title: said('s'), purpose: 'survey', body });
    await bringForm(ctx, { code: 'housing', title: said('h'), purpose: 'screening', body: { ...body, findings } });
    return true;
  });
});
after(() => bench.database.close());

async function anEmbed(formCode: string): Promise<Embed> {
  const input = { formCode, organisationId: bench.organisations.food, origins: ['https://partner.example'] };
  return get(bench, 'POST /forms/:formCode/embeds', { input, actor: planner });
}

async function waiting(): Promise<WaitingRequest[]> {
  const { requests } = await get<{ requests: WaitingRequest[] }>(bench, 'GET /requests/waiting', {
    actor: bench.navigator,
  });
  return requests;
}

const CONTACT = { safeContact: 'no_contact', locale: 'ar' };
const ANSWER = 'POST /embeds/:embedKey/answers';
const ASK = 'POST /embeds/:embedKey/requests';

test('what is asked in a partner’s site waits as a request, says by whose, and its code opens it', async () => {
  const { embedKey } = await anEmbed('regional-screening');
  const input = { embedKey, needs: ['food'], wants: ['food'], ...CONTACT };
  const { accessCode } = await get<{ accessCode: string }>(bench, ASK, { input });
  assert.deepEqual(
    (await waiting()).map(({ sourceName }) => sourceName),
    [{ en: 'Food' }],
  );
  assert.deepEqual(await get(bench, 'POST /codes/open', { input: { accessCode } }), { outcome: 'opened' });
  const { rows } = await bench.database.pool.query(`select channel from screening.screening`);
  assert.deepEqual(rows, [{ channel: 'widget' }]);
});

test('a form that is answered in a partner’s site becomes a request by its rules, danger first', async () => {
  const { embedKey } = await anEmbed('housing');
  const shown = await get<ShownEmbed>(bench, 'GET /embeds/:embedKey', { input: { embedKey } });
  assert.deepEqual([shown.kind, shown.origins], ['form', ['https://partner.example']]);
  const given = { embedKey, version: 1, answers: { afraid: 'yes' }, ...CONTACT };
  const twice = { input: given, commandId: crypto.randomUUID() };
  const first = await get<{ accessCode: string }>(bench, ANSWER, twice);
  assert.deepEqual(await get(bench, ANSWER, twice), first);
  const [urgent, ...others] = await waiting();
  assert.equal(urgent?.isUrgent, true);
  assert.equal(others.length, 1);
  assert.equal(await refusalOf(bench, ANSWER, { input: { ...given, answers: {} } }), 'invalid_input');
});

test('an embed that has ended shows nothing and takes nothing, as one that never was', async () => {
  const { embedId, embedKey } = await anEmbed('housing');
  await get(bench, 'POST /embeds/:embedId/end', { input: { embedId }, actor: planner });
  const given = { version: 1, answers: { afraid: 'yes' }, ...CONTACT };
  for (const key of [embedKey, 'x'.repeat(22)]) {
    assert.equal(await refusalOf(bench, 'GET /embeds/:embedKey', { input: { embedKey: key } }), 'embed_not_found');
    assert.equal(await refusalOf(bench, ANSWER, { input: { ...given, embedKey: key } }), 'embed_not_found');
  }
});

test('a form from which nothing follows is not shown elsewhere, and no origin is a wildcard', async () => {
  const input = { organisationId: bench.organisations.food, origins: ['https://partner.example'] };
  const make = 'POST /forms/:formCode/embeds';
  assert.equal(
    await refusalOf(bench, make, { input: { ...input, formCode: 'survey' }, actor: planner }),
    'form_not_for_embeds',
  );
  const wild = { ...input, formCode: 'housing', origins: ['*'] };
  assert.equal(await refusalOf(bench, make, { input: wild, actor: planner }), 'invalid_input');
});

test('a flood through one partner’s site is told to stop, from wherever it comes', async () => {
  const { embedKey } = await anEmbed('housing');
  const input = { embedKey, version: 1, answers: { afraid: 'no' }, ...CONTACT };
  const codes: (string | null)[] = [];
  for (let at = 0; at < 21; at += 1) codes.push(await refusalOf(bench, ANSWER, { input, origin: 'one house' }));
  assert.equal(codes.at(-1), 'too_many_requests_from_here');
});
