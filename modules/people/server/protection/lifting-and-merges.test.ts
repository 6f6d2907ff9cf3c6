import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { get, refusalOf } from '@qantara/identity/testing';
import type { LiftingId, Merge, Person, Protection } from '../../contract/index.ts';
import { aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
let officer: Actor;
let secondOfficer: Actor;
before(async () => {
  bench = await openPeopleBench();
  officer = withPermissions(bench.navigator, ['class:violence', 'class:child_protection']);
  secondOfficer = withPermissions(bench.navigator, ['class:violence', 'class:child_protection']);
});
after(() => bench.database.close());

const LIFT = 'POST /people/:personId/protection/lift';

async function aProtected(displayName: string): Promise<Person> {
  const person = await aPerson(bench, { displayName, isRestricted: true });
  const given = { personId: person.personId, recordClass: 'violence', reason: 'Her husband works at the town hall' };
  await get(bench, 'POST /people/:personId/protection', { input: given, actor: officer });
  return person;
}

async function ask(personId: string, to: string): Promise<LiftingId> {
  const asked = { input: { personId, to, reason: 'The case is closed' }, actor: officer };
  return (await get<{ liftingId: LiftingId }>(bench, LIFT, asked)).liftingId;
}
const agree = (personId: string, liftingId: string) =>
  refusalOf(bench, `${LIFT}/:liftingId/answer`, {
    input: { personId, liftingId, agrees: true, note: '' },
    actor: secondOfficer,
  });
const lift = (personId: string, liftingId: string) =>
  refusalOf(bench, `${LIFT}/:liftingId`, { input: { personId, liftingId }, actor: officer });
async function agreed(personId: string, to = 'ordinary'): Promise<LiftingId> {
  const liftingId = await ask(personId, to);
  assert.equal(await agree(personId, liftingId), null);
  return liftingId;
}

async function merge(kept: Person, other: Person): Promise<string> {
  const input = { personId: kept.personId, otherPersonId: other.personId };
  const { mergeId } = await get<Merge>(bench, 'POST /merges', { input, actor: officer });
  await get(bench, 'POST /merges/:mergeId/confirm', { input: { mergeId }, actor: secondOfficer });
  return mergeId;
}
const undo = (mergeId: string) => get(bench, 'POST /merges/:mergeId/undo', { input: { mergeId }, actor: officer });
const shown = (personId: string): Promise<Protection> =>
  get(bench, 'GET /people/:personId/protection', { input: { personId }, actor: officer });

test('what two agreed about one record lifts nothing of the person whom it has become with another', async () => {
  const kept = await aProtected('Wafa Brahmi');
  const other = await aProtected('Wided Brahmi');
  const liftings = [await agreed(kept.personId), await agreed(kept.personId, 'findable')];
  await merge(kept, other);
  for (const liftingId of liftings) assert.equal(await lift(kept.personId, liftingId), 'assent_not_found');
  for (const { personId } of [kept, other]) {
    const { recordClass, isRestricted, liftings: listed } = await shown(personId);
    assert.deepEqual([recordClass, isRestricted, listed], ['violence', true, []]);
  }
  const again = await agreed(kept.personId);
  assert.equal(await lift(kept.personId, again), null, 'asked anew, of both');
  assert.equal((await shown(other.personId)).recordClass, 'ordinary');
});

test('nobody agrees after a merge to what was asked about one record before it', async () => {
  const kept = await aProtected('Wafa Jaziri');
  const liftingId = await ask(kept.personId, 'ordinary');
  await merge(await aProtected('Wided Jaziri'), kept);
  assert.equal(await agree(kept.personId, liftingId), 'assent_not_found');
});

test('it is bound to records that the two do not see as well', async () => {
  const kept = await aProtected('Wafa Mzali');
  const other = await aProtected('Wided Mzali');
  const liftingId = await agreed(kept.personId);
  await merge(kept, other);
  await bench.database.pool.query({
    text: `delete from people.reach where person_id = $1 and kind = 'looks_after'`,
    values: [other.personId],
  });
  assert.equal(await lift(kept.personId, liftingId), 'assent_not_found');
});

test('what was agreed about both is not used when they are parted; about one, it is once they are parted again', async () => {
  const kept = await aProtected('Wafa Turki');
  const other = await aProtected('Wided Turki');
  const ofOne = await agreed(kept.personId);
  const mergeId = await merge(kept, other);
  const ofBoth = await agreed(kept.personId);
  await undo(mergeId);
  assert.equal(await lift(kept.personId, ofBoth), 'assent_not_found');
  assert.equal(await lift(kept.personId, ofOne), null);
  assert.equal((await shown(other.personId)).recordClass, 'violence');
});

test('what was agreed about one class does not give up another', async () => {
  const { personId } = await aProtected('Olfa Karray');
  const first = await agreed(personId);
  const second = await agreed(personId, 'child_protection');
  assert.equal(await lift(personId, second), null);
  assert.equal(await lift(personId, first), 'assent_not_found');
  assert.equal((await shown(personId)).recordClass, 'child_protection');
});
