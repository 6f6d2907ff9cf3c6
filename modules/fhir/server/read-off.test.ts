import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { get } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import type { Referral } from '@qantara/referrals/contract';
import { aReferral } from '@qantara/referrals/testing';
import { aScreening } from '@qantara/screening/testing';
import type { Resource } from '../domain/index.ts';
import {
  aTask,
  codeOf,
  entriesOf,
  got,
  nextOf,
  idOf,
  openFhirBench,
  programOf,
  putBack,
  type FhirBench,
} from './testing.ts';

let bench: FhirBench;
let clinic: Actor;
let partner: Actor;
before(async () => {
  bench = await openFhirBench();
  clinic = programOf(bench.navigator);
  partner = programOf(bench.partners.food);
});
after(() => bench.database.close());

const find = async (path: string, actor: Actor = clinic): Promise<Resource[]> =>
  entriesOf(await got(bench, ['GET', path], { actor }));

/** Every page of a search. */
async function all(path: string): Promise<Resource[]> {
  const found: Resource[] = [];
  let next: string | undefined = path;
  while (next !== undefined) {
    const page: Resource = await got(bench, ['GET', next], { actor: clinic });
    found.push(...entriesOf(page));
    next = nextOf(page);
  }
  return found;
}

test('what people answered on the product’s pages is read as observations, and written by nobody', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Answers' });
  await aConsent(bench, personId);
  await aScreening(bench, personId);
  const [response] = await find(`QuestionnaireResponse?patient=${personId}`);
  assert.ok(response);
  const found = await find(`Observation?patient=${personId}`);
  assert.ok(found.length > 0);
  const source = { reference: `QuestionnaireResponse/${idOf(response)}` };
  for (const one of found) {
    assert.deepEqual(one['derivedFrom'], [source]);
    assert.deepEqual(await got(bench, ['GET', `Observation/${idOf(one)}`], { actor: clinic }), one);
  }
  const ids = found.map(idOf);
  assert.deepEqual((await find(`Observation?derived-from=${source.reference}`)).map(idOf), ids);
  assert.deepEqual((await all(`Observation?patient=${personId}&_count=1`)).map(idOf), ids);
  const flagged = found.filter(({ interpretation }) => interpretation !== undefined);
  assert.ok(flagged.length > 0, 'the need is flagged');
  const food = await find(`Observation?patient=${personId}&category=food-insecurity`);
  assert.ok(food.length > 0);
  const [coding] = ((food[0]?.['code'] ?? { coding: [] }) as { coding: { code: string }[] }).coding;
  assert.ok((await find(`Observation?patient=${personId}&code=${coding?.code ?? ''}`)).length > 0);
  assert.deepEqual(await find(`Observation?patient=${personId}&code=nothing`), []);
  const [first] = found;
  assert.ok(first);
  assert.equal(codeOf(await putBack(bench, first, { actor: clinic, changed: { status: 'amended' } })), 'not_allowed');
  for (const actor of [partner, programOf(bench.otherNavigator)]) {
    assert.equal((await bench.ask('GET', `Observation/${idOf(first)}`, { actor })).status, 404);
    assert.deepEqual(await find(`Observation?patient=${personId}`, actor), []);
    assert.deepEqual(await find(`Observation?derived-from=${source.reference}`, actor), []);
  }
});

test('what a partner said on the product’s pages is a Procedure, by its order and in the Task', async () => {
  const { task, order, personId } = await aTask(bench, 'Helped');
  const input = { referralId: idOf(task), version: 1 };
  const accepted = await get<Referral>(bench, 'POST /referrals/:referralId/accept', {
    input,
    actor: bench.partners.food,
  });
  await get(bench, 'POST /referrals/:referralId/complete', {
    input: { referralId: idOf(task), version: accepted.version, outcomeCode: 'help_given' },
    actor: bench.partners.food,
  });
  const done = await got(bench, ['GET', `Task/${idOf(task)}`], { actor: clinic });
  const reference = `Procedure/${idOf(task)}`;
  const [output] = done['output'] as { valueReference: { reference: string } }[];
  assert.equal(output?.valueReference.reference, reference);
  const procedure = await got(bench, ['GET', reference], { actor: clinic });
  assert.deepEqual(procedure['basedOn'], [{ reference: `ServiceRequest/${idOf(order)}` }]);
  for (const asked of [`based-on=ServiceRequest/${idOf(order)}`, `patient=${personId}`, `_id=${idOf(task)}`])
    assert.deepEqual(await find(`Procedure?${asked}`), [procedure], asked);
  assert.deepEqual(await find(`Procedure?patient=${personId}&code=enrolled`), []);
  assert.equal((await bench.ask('GET', reference, { actor: partner })).status, 200);
  assert.equal((await bench.ask('GET', reference, { actor: programOf(bench.otherNavigator) })).status, 404);
  assert.deepEqual(await find(`Procedure?patient=${personId}`, programOf(bench.otherNavigator)), []);
});

test('a part of a request, and one that follows another, name the one they came from', async () => {
  const { task, order, personId } = await aTask(bench, 'In parts');
  await aConsent(bench, personId, { recipients: [bench.organisations.food, bench.organisations.law] });
  await get(bench, 'POST /referrals/:referralId/reject', {
    input: { referralId: idOf(task), version: 1, reasonCode: 'at_capacity' },
    actor: bench.partners.food,
  });
  await get(bench, 'POST /referrals', {
    input: { personId, needCode: 'food', serviceIds: [bench.services.law], followsReferralId: idOf(task) },
    actor: bench.navigator,
  });
  const found = await find(`Task?part-of=Task/${idOf(task)}`);
  const [onward] = found;
  assert.ok(onward);
  assert.deepEqual(onward['partOf'], [{ reference: `Task/${idOf(task)}` }]);
  const filler = await got(bench, ['GET', `ServiceRequest/${idOf(onward)}`], { actor: clinic });
  assert.equal(filler['intent'], 'filler-order');
  assert.deepEqual(filler['basedOn'], [{ reference: `ServiceRequest/${idOf(order)}` }]);
  assert.deepEqual((await find(`ServiceRequest?based-on=ServiceRequest/${idOf(order)}`)).map(idOf), [idOf(onward)]);
  const fillers = await find(`ServiceRequest?patient=${personId}&intent=filler-order`);
  assert.deepEqual(fillers.map(idOf), [idOf(onward)]);
  assert.deepEqual(await find(`Task?based-on=ServiceRequest/${idOf(order)}`), []);
});

test('a referral that came from none is an order of its own', async () => {
  const { personId } = await aPerson(bench, { displayName: 'Alone' });
  await aConsent(bench, personId);
  const referral = await aReferral(bench, personId);
  const order = await got(bench, ['GET', `ServiceRequest/${referral.referralId}`], { actor: clinic });
  assert.deepEqual([order['intent'], order['basedOn']], ['order', undefined]);
});
