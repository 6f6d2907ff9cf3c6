import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { newId } from '@qantara/kernel';
import { saveAccount } from '@qantara/identity/server';
import { inSystem } from '@qantara/identity/testing';
import type { PeopleBench } from '@qantara/people/testing';
import { tellDanger } from './tell-danger.ts';
import { openScreeningBench } from './testing.ts';

let bench: PeopleBench;
let knower = '';
before(async () => {
  bench = await openScreeningBench();
  const { hub, clinic } = bench.organisations;
  knower = await colleague('one@example.org', hub);
  await colleague('two@example.org', hub);
  await colleague('three@example.org', clinic);
});
after(() => bench.database.close());

function colleague(email: string, organisationId: string): Promise<string> {
  const account = { email, displayName: email, role: 'navigator', locale: 'fr' as const, organisationId };
  const options = { isSample: false, passwordHash: null };
  return inSystem(bench, async (ctx) => (await saveAccount(ctx, account, options)).accountId);
}

/** How many colleagues are told because of one screening. */
async function toldOf(data: Record<string, unknown>, at = new Date()): Promise<number> {
  const event = { eventId: newId(), type: 'screening.recorded', subject: newId(), personId: newId(), data, at };
  const count = async (): Promise<number> => {
    const text = `select count(*)::int as told from notifications.notice where template = 'danger.seen'`;
    const { rows } = await bench.database.pool.query<{ told: number }>({ text, values: [] });
    return rows[0]?.told ?? 0;
  };
  const before = await count();
  await bench.executor.asSystem((ctx) => tellDanger(ctx, event));
  return (await count()) - before;
}

test('danger that nobody has taken is told to all who take requests', async () => {
  assert.equal(await toldOf({ isUrgent: true, accountId: null, organisationId: null }), 3);
});

test('danger that was told to an organisation is told to its colleagues, not to whoever noted it', async () => {
  assert.equal(await toldOf({ isUrgent: true, accountId: knower, organisationId: bench.organisations.hub }), 1);
});

test('nobody is woken where there is no danger, or for what was said long ago', async () => {
  assert.equal(await toldOf({ isUrgent: false, accountId: null, organisationId: null }), 0);
  const longAgo = new Date(Date.now() - 3 * 86_400_000);
  assert.equal(await toldOf({ isUrgent: true, accountId: null, organisationId: null }, longAgo), 0);
});
