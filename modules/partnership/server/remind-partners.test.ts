import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { governanceModule } from '@qantara/governance/server';
import { actorInRole, get, inSystem } from '@qantara/identity/testing';
import type { Actor } from '@qantara/kernel';
import { openNoticeBench, type NoticeBench } from '@qantara/notifications/testing';
import { saveOrganisation } from '@qantara/organisations/server';
import { partnershipModule } from './index.ts';
import { remindPartners } from './remind-partners.ts';

let bench: NoticeBench;
let [hub, clinic] = ['', ''];
let planner: Actor;

before(async () => {
  bench = await openNoticeBench(undefined, [governanceModule, partnershipModule]);
  hub = bench.organisationId;
  clinic = await inSystem(bench, (ctx) =>
    saveOrganisation(ctx, {
      name: { en: 'Clinic' },
      description: null,
      sector: 'association',
      email: null,
      phone: null,
      website: null,
      areaId: null,
      receivesReferrals: true,
    }),
  );
  planner = actorInRole('planner', hub);
});
after(() => bench.database.close());

const ask = <T>(path: string, input: unknown): Promise<T> => get<T>(bench, path, { input, actor: planner });

async function countTold(template: string): Promise<number> {
  const { rows } = await bench.database.pool.query({
    text: `select count(*)::int as count from notifications.notice where template = $1 and recipient = 'organisation'`,
    values: [template],
  });
  return Number(rows[0]?.['count']);
}

/** How many more are told of it when the job runs at seven on that day. */
async function toldOn(day: string, template: string): Promise<number> {
  const earlier = await countTold(template);
  await bench.executor.asSystem((ctx) => remindPartners({ ...ctx, now: new Date(`${day}T07:10:00Z`) }));
  return (await countTold(template)) - earlier;
}

async function toldOnEach(days: string[], template: string): Promise<number[]> {
  const told: number[] = [];
  for (const day of days) told.push(await toldOn(day, template));
  return told;
}

test('who promised is told seven days before, again after two weeks, and no more once it is settled', async () => {
  const text = { en: 'Table' };
  const { bodyId } = await ask<{ bodyId: string }>('POST /governance/bodies', {
    kind: 'table',
    name: text,
    purpose: text,
    organisationId: hub,
  });
  const { commitmentId } = await ask<{ commitmentId: string }>('POST /governance/commitments', {
    bodyId,
    organisationId: clinic,
    wording: { en: 'A room' },
    dueOn: '2999-03-20',
  });
  const days = ['2999-03-12', '2999-03-13', '2999-03-14', '2999-03-26', '2999-03-27'];
  assert.deepEqual(await toldOnEach(days, 'commitment.due'), [0, 1, 0, 0, 1]);
  assert.equal(await toldOn('2999-07-01', 'commitment.due'), 0, 'a quarter late is for a meeting to speak of');
  await ask('POST /governance/commitments/:commitmentId/words', { commitmentId, state: 'kept', story: 'Done' });
  assert.equal(await toldOn('2999-04-20', 'commitment.due'), 0);
});

async function signedUntil(lastDay: string): Promise<string> {
  const { agreementId } = await ask<{ agreementId: string }>('POST /agreements', {
    kind: 'memorandum',
    title: { en: 'Together' },
    purposes: ['referral'],
    categories: ['identity'],
    startsOn: '2020-01-01',
    lastDay,
    organisationIds: [hub, clinic],
  });
  for (const organisationId of [hub, clinic]) await sign(agreementId, organisationId);
  return agreementId;
}

const sign = (agreementId: string, organisationId: string) =>
  ask('POST /agreements/:agreementId/sign', { agreementId, organisationId, signedOn: '2020-01-01', signatory: 'x' });

test('both parties are told once within ninety days and once within thirty', async () => {
  await signedUntil('2998-06-30');
  const days = ['2998-03-31', '2998-04-01', '2998-04-02', '2998-04-30', '2998-05-01', '2998-05-30', '2998-05-31'];
  assert.deepEqual(await toldOnEach(days, 'agreement.ending'), [0, 2, 0, 0, 0, 0, 2]);
  assert.deepEqual(
    await toldOnEach(['2998-06-01', '2998-06-29', '2998-06-30', '2998-07-01'], 'agreement.ending'),
    [0, 0, 0, 0],
  );
});

test('a renewal silences the reminder for who has signed it, and a draft of one silences nobody', async () => {
  const agreementId = await signedUntil('2997-06-30');
  const next = await ask<{ agreementId: string; version: number }>('POST /agreements/:agreementId/renew', {
    agreementId,
    startsOn: '2997-07-01',
    lastDay: '2999-06-30',
  });
  assert.equal(await toldOn('2997-04-01', 'agreement.ending'), 2);
  await ask('POST /agreements/:agreementId/offer', next);
  for (const organisationId of [hub, clinic]) await sign(next.agreementId, organisationId);
  assert.equal(await toldOn('2997-05-31', 'agreement.ending'), 0);
});
