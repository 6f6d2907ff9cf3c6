import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { get, refusalOf, residentOf } from '@qantara/identity/testing';
import type { Alike, LiftingId, Person, PersonCard, Protection } from '../../contract/index.ts';
import { aConsent, aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
/** Two colleagues of the hub who work with violence, beside the navigator who does not. */
let officer: Actor;
let secondOfficer: Actor;
before(async () => {
  bench = await openPeopleBench();
  officer = withPermissions(bench.navigator, ['class:violence']);
  secondOfficer = withPermissions(bench.navigator, ['class:violence']);
});
after(() => bench.database.close());

const REASON = 'Her husband works at the town hall';
const ofPerson = (personId: string) => ({ personId });
const opening = (personId: string, actor: Actor) =>
  refusalOf(bench, 'GET /people/:personId', { input: ofPerson(personId), actor });
const namesFound = async (name: string, actor: Actor): Promise<number> =>
  (await get<{ people: PersonCard[] }>(bench, 'POST /people/search', { input: { name }, actor })).people.length;
const protect = (personId: string, recordClass: string, actor = officer) =>
  refusalOf(bench, 'POST /people/:personId/protection', { input: { personId, recordClass, reason: REASON }, actor });
const askLifting = async (personId: string, to: string, actor = officer): Promise<LiftingId> =>
  (
    await get<{ liftingId: LiftingId }>(bench, 'POST /people/:personId/protection/lift', {
      input: { personId, to, reason: 'The case is closed' },
      actor,
    })
  ).liftingId;
const answer = (personId: string, liftingId: string, as: { actor: Actor; agrees: boolean }) =>
  refusalOf(bench, 'POST /people/:personId/protection/lift/:liftingId/answer', {
    input: { personId, liftingId, agrees: as.agrees, note: '' },
    actor: as.actor,
  });
const lift = (personId: string, liftingId: string, actor = officer) =>
  refusalOf(bench, 'POST /people/:personId/protection/lift/:liftingId', { input: { personId, liftingId }, actor });

test('a protected record does not exist for a colleague without its class: not by its address, not by a name, not at intake', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Wafa Brahmi', birthYear: 1990 });
  assert.equal(await protect(personId, 'violence'), null);
  assert.equal(await opening(personId, bench.navigator), 'person_not_found');
  assert.equal(await namesFound('Wafa Brahmi', bench.navigator), 0);
  const asked = { displayName: 'Wafa Brahmi', birthYear: 1990 };
  for (const actor of [bench.navigator, bench.otherNavigator])
    assert.deepEqual(await get<Alike>(bench, 'POST /people/alike', { input: asked, actor }), {
      people: [],
      elsewhere: [],
    });
  assert.equal(await opening(personId, officer), null);
  assert.equal(await namesFound('Wafa Brahmi', officer), 1);
});

test('whoever it is about keeps their own page, and a consent of theirs keeps what it shares', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Sonia Chaabane' });
  const consent = await aConsent(bench, personId);
  await protect(personId, 'violence');
  assert.equal(
    await refusalOf(bench, 'POST /my-record/restrict', { input: { isRestricted: true }, actor: residentOf(personId) }),
    null,
  );
  const { rows } = await bench.database.pool.query<{ record_class: string }>({
    text: `select record_class from people.reach where person_id = $1 and basis_id = $2`,
    values: [personId, consent.consentId],
  });
  assert.deepEqual(rows, [{ record_class: 'ordinary' }]);
});

test('nobody gives a class that their role does not have: they would not see what they did', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Rim Jaziri' });
  assert.equal(await protect(personId, 'mediation'), 'class_not_held');
  assert.equal(await protect(personId, 'violence', bench.navigator), 'class_not_held');
});

test('a protection ends by the word of two who may know of the record, and not of who asked', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Nadia Turki' });
  await protect(personId, 'violence');
  assert.equal(await protect(personId, 'ordinary'), 'two_people_needed');
  const liftingId = await askLifting(personId, 'ordinary');
  assert.equal(await lift(personId, liftingId), 'assent_not_agreed');
  assert.equal(await answer(personId, liftingId, { actor: officer, agrees: true }), 'assent_own');
  assert.equal(await answer(personId, liftingId, { actor: bench.navigator, agrees: true }), 'person_not_found');
  assert.equal(await answer(personId, liftingId, { actor: secondOfficer, agrees: true }), null);
  assert.equal(await lift(personId, liftingId, secondOfficer), 'assent_not_agreed', 'whoever asked does it');
  assert.equal(await lift(personId, liftingId), null);
  assert.equal(await opening(personId, bench.navigator), null);
});

test('an agreement about one person lifts nothing of another', async () => {
  const one = await aPerson(bench, { displayName: 'Olfa Mzali' });
  const other = await aPerson(bench, { displayName: 'Ines Mzali' });
  await protect(one.personId, 'violence');
  await protect(other.personId, 'violence');
  const liftingId = await askLifting(one.personId, 'ordinary');
  assert.equal(await answer(other.personId, liftingId, { actor: secondOfficer, agrees: true }), 'assent_not_found');
  await answer(one.personId, liftingId, { actor: secondOfficer, agrees: true });
  assert.equal(await lift(other.personId, liftingId), 'assent_not_found');
});

test('a lifting is found among all of the region, however many were asked about others since', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Basma Ayari' });
  await protect(personId, 'violence');
  const liftingId = await askLifting(personId, 'ordinary');
  await bench.database.pool.query({
    text: `insert into platform.assent (assent_id, kind, about, reason, state, asked_by, asked_at, expires_at)
      select gen_random_uuid(), 'people.lift', jsonb_build_object('personId', gen_random_uuid(), 'to', 'ordinary'), 'x', 'asked', $1,
        now() + interval '1 minute', now() + interval '1 day' from generate_series(1, 60)`,
    values: [secondOfficer.accountId],
  });
  const { liftings } = await get<Protection>(bench, 'GET /people/:personId/protection', {
    input: ofPerson(personId),
    actor: secondOfficer,
  });
  assert.deepEqual(
    liftings.map((one) => one.liftingId),
    [liftingId],
  );
  assert.equal(await answer(personId, liftingId, { actor: secondOfficer, agrees: true }), null);
  assert.equal(await lift(personId, liftingId), null);
});

test('to be found again is the word of two as well; a correction alone does not do it', async () => {
  const { personId, version } = await aPerson(bench, { displayName: 'Hela Karoui', isRestricted: true });
  const corrected = { personId, version, displayName: 'Hela Karoui', isRestricted: false };
  assert.equal(
    await refusalOf(bench, 'POST /people/:personId', { input: corrected, actor: officer }),
    'two_people_needed',
  );
  const liftingId = await askLifting(personId, 'findable');
  await answer(personId, liftingId, { actor: secondOfficer, agrees: true });
  assert.equal(await lift(personId, liftingId), null);
  const { person } = await get<{ person: Person }>(bench, 'GET /people/:personId', {
    input: ofPerson(personId),
    actor: officer,
  });
  assert.equal(person.isRestricted, false);
});

test('where there is nothing to lift nobody is asked', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Dalila Sassi' });
  const asked = { input: { personId, to: 'findable', reason: 'x x x x x' }, actor: officer };
  assert.equal(await refusalOf(bench, 'POST /people/:personId/protection/lift', asked), 'nothing_to_lift');
  const shown = await get<Protection>(bench, 'GET /people/:personId/protection', {
    input: ofPerson(personId),
    actor: officer,
  });
  assert.deepEqual([shown.liftings, shown.classes], [[], ['ordinary', 'violence']]);
});
