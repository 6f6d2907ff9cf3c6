import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { get, refusalOf } from '@qantara/identity/testing';
import type { MatchingService } from '@qantara/directory/contract';
import { newId } from '@qantara/kernel';
import { openReferralsBench, type ReferralsBench } from '../testing.ts';

let bench: ReferralsBench;
before(async () => {
  bench = await openReferralsBench();
});
after(() => bench.database.close());

type Past = { status: string; reasonCode?: string; days?: number; answered?: boolean };

/** What a service was asked in the last weeks, as its table holds it. */
async function asked(serviceId: string, { status, reasonCode, days = 10, answered = true }: Past): Promise<void> {
  await bench.database.pool.query({
    text: `insert into referrals.referral (person_id, referral_id, need_code, service_id, organisation_id, from_organisation_id,
        from_account_id, status, reason_code, priority, created_at, sent_at, answered_at, due_at)
      select $1, $2, 'food', service_id, organisation_id, $3, $1, $4, $5, 'routine', now(), now() - make_interval(days => $6),
        case when $7 then now() - make_interval(days => $6) + interval '12 hours' end, now() - interval '1 hour'
      from directory.service where service_id = $8`,
    values: [newId(), newId(), bench.navigator.organisationId, status, reasonCode ?? null, days, answered, serviceId],
  });
}

async function reasonsOf(serviceId: string): Promise<Record<string, unknown>> {
  const input = { needCode: 'food' };
  const { items } = await get<{ items: MatchingService[] }>(bench, 'GET /matching-services', {
    input,
    actor: bench.navigator,
  });
  const reasons = items.find(({ service }) => service.serviceId === serviceId)?.reasons ?? [];
  return Object.fromEntries(
    reasons
      .filter(({ criterion }) => ['answers', 'in_time'].includes(criterion))
      .map(({ criterion, fit, values }) => [criterion, { fit, ...values }]),
  );
}

test('a few past answers are a few, enough are counted as the table has them, and older ones are not', async () => {
  const { food } = bench.services;
  for (let one = 0; one < 10; one += 1) await asked(food, { status: 'accepted' });
  const few = await reasonsOf(food);
  assert.deepEqual(few['answers'], { fit: 'unknown', asked: 'few' });
  assert.equal(JSON.stringify(few).includes('10'), false, 'not even how many they were');
  await asked(food, { status: 'rejected', reasonCode: 'at_capacity' });
  await asked(food, { status: 'requested', answered: false });
  await asked(food, { status: 'accepted', days: 120 });
  const told = await reasonsOf(food);
  assert.deepEqual(told['answers'], { fit: 'fits', asked: 12, accepted: 10, chiefNo: 'at_capacity' });
  assert.equal((told['in_time'] as { fit: string }).fit, 'fits');
});

test('a service of which nothing is known stands among the others, and only who sends people asks', async () => {
  assert.deepEqual((await reasonsOf(bench.services.law))['answers'], { fit: 'unknown', asked: 'none' });
  const of = (needCode: string, actor = bench.navigator) =>
    refusalOf(bench, 'GET /matching-services', { input: { needCode }, actor });
  assert.equal(await of('nothing'), 'need_not_found');
  assert.equal(await of('food', bench.partners.food), 'not_allowed');
});
