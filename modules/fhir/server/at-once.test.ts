import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { get } from '@qantara/identity/testing';
import { aPerson } from '@qantara/people/testing';
import type { Resource } from '../domain/index.ts';
import { aTask, entriesOf, got, idOf, openFhirBench, programOf, putBack, type FhirBench } from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
});
after(() => bench.database.close());

const versionOf = ({ meta }: Resource): string => (meta as { versionId: string }).versionId;

type Two = [object, object];

/** Two programs write over the version that both had read: each has a connection of its own where the database gives more than one. */
async function twoAtOnce(resource: Resource, actor: Actor, [one, other]: Two): Promise<number[]> {
  const ifMatch = `W/"${versionOf(resource)}"`;
  const said = await Promise.all([one, other].map((changed) => putBack(bench, resource, { actor, changed, ifMatch })));
  return said.map(({ status }) => status).toSorted((a, b) => a - b);
}

test('of two that write over one version at once, one is told that it came late', async () => {
  const { personId, task, order } = await aTask(bench, 'At Once');
  const patient = await got(bench, ['GET', `Patient/${personId}`], { actor: clinic });
  const years: Two = [{ birthDate: '1980' }, { birthDate: '1981' }];
  assert.deepEqual(await twoAtOnce(patient, clinic, years), [200, 412]);
  assert.deepEqual(await twoAtOnce(order, clinic, [{ priority: 'urgent' }, { priority: 'asap' }]), [200, 412]);
  const partner = programOf(bench.partners.food);
  const reason = { statusReason: { text: 'at capacity' } };
  const steps: Two = [{ status: 'accepted' }, { status: 'rejected', ...reason }];
  assert.deepEqual(await twoAtOnce(task, partner, steps), [200, 412]);
});

test('a record says which version it is, and since when', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Dated' });
  const patient = await got(bench, ['GET', `Patient/${personId}`], { actor: clinic });
  const { versionId, lastUpdated } = patient['meta'] as { versionId: string; lastUpdated: string };
  assert.ok(Number(versionId) > 0 && !Number.isNaN(Date.parse(lastUpdated)));
});

test('a goal of a care plan is made, found and reached as a Goal', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Planned' });
  const input = { personId, nextReviewOn: '2100-01-01' };
  await get(bench, 'POST /people/:personId/plan', { input, actor: bench.navigator });
  const body = {
    resourceType: 'Goal',
    lifecycleStatus: 'active',
    category: [{ coding: [{ system: 'urn:qantara:fhir:need', code: 'food' }] }],
    description: { text: 'Enough to eat until the end of each month' },
    subject: { reference: `Patient/${personId}` },
  };
  const goal = await got(bench, ['POST', 'Goal'], { actor: clinic, body });
  const found = entriesOf(await got(bench, ['GET', `Goal?patient=${personId}`], { actor: clinic }));
  assert.deepEqual(found.map(idOf), [idOf(goal)]);
  const reached = await putBack(bench, goal, { actor: clinic, changed: { lifecycleStatus: 'completed' } });
  assert.deepEqual([reached.status, reached.body?.['lifecycleStatus']], [200, 'completed']);
  const stranger = programOf(bench.otherNavigator);
  assert.equal((await bench.ask('GET', `Goal/${idOf(goal)}`, { actor: stranger })).status, 404);
  const left = entriesOf(
    await got(bench, ['GET', `Goal?patient=${personId}&lifecycle-status=active`], { actor: clinic }),
  );
  assert.deepEqual(left, []);
});
