import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { LOCALES, newId, translatorFor, type Locale, type Translate } from '@qantara/kernel';
import type { Program } from '@qantara/identity/contract';
import { actorInRole, get } from '@qantara/identity/testing';
import { webhooksModuleWith } from '@qantara/webhooks/server';
import {
  codeOf,
  entriesOf,
  got,
  idOf,
  openFhirBench,
  programOf,
  type FhirBench,
  type Program as Caller,
} from './testing.ts';

const TOPIC = 'http://hl7.org/fhir/us/sdoh-clinicalcare/SubscriptionTopic/Task';
const BACKPORT = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-';
const WORDS = Object.fromEntries(LOCALES.map((locale) => [locale, translatorFor(locale, {})])) as Record<
  Locale,
  Translate
>;

let bench: FhirBench;
let clinic: Caller;
let food: Caller;

async function registered(organisationId: string, role: 'navigator' | 'partner'): Promise<Caller> {
  const input = {
    name: 'Records',
    organisationId,
    role,
    contact: 'them',
    scopes: 'system/*.cruds',
    keysAddress: 'https://clinic.example/keys',
  };
  const asked = { input, actor: actorInRole('administrator', null) };
  const { program } = await get<{ program: Program }>(bench, 'POST /programs', asked);
  return programOf(actorInRole(role, organisationId, program.programId));
}

before(async () => {
  bench = await openFhirBench([webhooksModuleWith(WORDS)]);
  clinic = await registered(bench.organisations.hub, 'navigator');
  food = await registered(bench.organisations.food, 'partner');
});
after(() => bench.database.close());

const aSubscription = (changed: object = {}, channel: object = {}) => ({
  resourceType: 'Subscription',
  status: 'requested',
  reason: 'New requests',
  criteria: TOPIC,
  _criteria: {
    extension: [
      {
        url: `${BACKPORT}filter-criteria`,
        valueString: `Task?status:not=draft&intent=order&owner=Organization/${bench.organisations.food}`,
      },
    ],
  },
  channel: {
    type: 'rest-hook',
    endpoint: 'https://clinic.example/fhir-news',
    payload: 'application/fhir+json',
    _payload: { extension: [{ url: `${BACKPORT}payload-content`, valueCode: 'id-only' }] },
    header: ['Authorization: Bearer a-secret-of-theirs'],
    ...channel,
  },
  ...changed,
});

test('a subscription is made, read back, searched for and turned off; its headers are not given back', async () => {
  const made = await got(bench, ['POST', 'Subscription'], { actor: food, body: aSubscription() });
  assert.equal(made['status'], 'requested');
  const read = await got(bench, ['GET', `Subscription/${idOf(made)}`], { actor: food });
  assert.deepEqual(read, made);
  assert.ok(!JSON.stringify(read).includes('a-secret-of-theirs'));
  assert.equal(read['criteria'], TOPIC);
  const found = await got(bench, ['GET', 'Subscription?status=requested'], { actor: food });
  assert.ok(entriesOf(found).some((one) => idOf(one) === idOf(made)));
  const off = await got(bench, ['PUT', `Subscription/${idOf(made)}`], {
    actor: food,
    body: { ...read, status: 'off' },
  });
  assert.equal(off['status'], 'off');
  const again = await bench.ask('PUT', `Subscription/${idOf(made)}`, {
    actor: food,
    body: { ...read, status: 'requested' },
  });
  assert.equal(codeOf(again), 'status_not_kept');
});

test('another program’s subscription is not there', async () => {
  const made = await got(bench, ['POST', 'Subscription'], { actor: food, body: aSubscription() });
  assert.equal((await bench.ask('GET', `Subscription/${idOf(made)}`, { actor: clinic })).status, 404);
  const body = { ...made, status: 'off' };
  assert.equal((await bench.ask('PUT', `Subscription/${idOf(made)}`, { actor: clinic, body })).status, 404);
  assert.equal(entriesOf(await got(bench, ['GET', 'Subscription'], { actor: clinic })).length, 0);
  assert.equal((await bench.ask('GET', `Subscription/${newId()}`, { actor: food })).status, 404);
});

test('what would carry more than identifiers, or is asked of anything but referrals, is refused', async () => {
  const full = { _payload: { extension: [{ url: `${BACKPORT}payload-content`, valueCode: 'full-resource' }] } };
  const bodies: [object, string][] = [
    [aSubscription({}, full), 'subscription_payload'],
    [aSubscription({}, { payload: 'application/fhir+xml' }), 'subscription_payload'],
    [aSubscription({}, { endpoint: 'http://clinic.example/' }), 'subscription_endpoint'],
    [aSubscription({}, { type: 'email' }), 'subscription_endpoint'],
    [aSubscription({ criteria: 'Patient?name=Amal' }), 'subscription_criteria'],
    [aSubscription({ criteria: 'Task?patient=Patient/1' }), 'subscription_criteria'],
    [aSubscription({ criteria: 'Task?owner=Practitioner/1' }), 'subscription_criteria'],
    [aSubscription({ status: 'active' }), 'status_not_kept'],
    [aSubscription({}, { type: 'sms' }), 'resource_invalid'],
  ];
  for (const [body, code] of bodies)
    assert.equal(codeOf(await bench.ask('POST', 'Subscription', { actor: food, body })), code);
});

test('a letter is an answer to the same, by its address', async () => {
  const body = aSubscription(
    { criteria: 'Task?status=requested' },
    { type: 'email', endpoint: 'mailto:news@clinic.example' },
  );
  const made = await got(bench, ['POST', 'Subscription'], { actor: clinic, body });
  assert.equal((made['channel'] as { type: string }).type, 'email');
});

test('a subscription is not changed into another', async () => {
  const made = await got(bench, ['POST', 'Subscription'], { actor: clinic, body: aSubscription() });
  const channel = { ...(made['channel'] as object), endpoint: 'https://elsewhere.example/' };
  const changed = await bench.ask('PUT', `Subscription/${idOf(made)}`, { actor: clinic, body: { ...made, channel } });
  assert.equal(codeOf(changed), 'subscription_fixed');
});

test('only a program that was granted it subscribes', async () => {
  const narrow = { ...food, scopes: ['system/Task.rs'] };
  const refused = await bench.ask('POST', 'Subscription', { actor: narrow, body: aSubscription() });
  assert.deepEqual([refused.status, codeOf(refused)], [403, 'scope_missing']);
});

test('a program that may not read referrals does not subscribe to them', async () => {
  const blind = { ...food, scopes: ['system/Subscription.cruds'] };
  const body = aSubscription();
  assert.equal(codeOf(await bench.ask('POST', 'Subscription', { actor: blind, body })), 'scope_missing');
});
