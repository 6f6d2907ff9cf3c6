import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { inTransaction, standingOf } from '@qantara/platform';
import { actorInRole, get, refusalOf, residentOf } from '@qantara/identity/testing';
import type { Merge, OpenGlass, Person, SafeContact } from '../../contract/index.ts';
import { aConsent, aPerson, openPeopleBench, withPermissions, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const NUMBER = '+216 50 777 100';
const OTHERS_NUMBER = '+216 50 777 200';
const YEAR = 1988;

type Readers = Record<'colleague' | 'keeper' | 'partner' | 'emergency' | 'themselves', Actor>;
type Group = { kept: Person; behind: Person; readers: Readers; glassId: string };

async function merge(kept: Person, behind: Person): Promise<void> {
  const input = { personId: kept.personId, otherPersonId: behind.personId };
  const { mergeId } = await get<Merge>(bench, 'POST /merges', { input, actor: bench.navigator });
  const actor = withPermissions(bench.navigator, []);
  await get(bench, 'POST /merges/:mergeId/confirm', { input: { mergeId }, actor });
}

/** Two records that are one person, and those who reach the kept one alone, beside a colleague who reaches both. */
async function aGroup(name: string, behindSays: object): Promise<Group> {
  const keeper = withPermissions(bench.navigator, ['scope:self']);
  const phone = { kind: 'phone' as const, value: NUMBER, isSafe: true, mayLeaveMessage: true };
  const person = { displayName: `Amina ${name}`, birthYear: YEAR, contactPoints: [phone] };
  const kept = await aPerson(bench, person, keeper);
  await aConsent(bench, kept.personId);
  const behind = await aPerson(bench, { displayName: `Other ${name}`, ...behindSays });
  await merge(kept, behind);
  const emergency = withPermissions(bench.otherNavigator, []);
  const meant = { name: `Amina ${name}`, birthYear: YEAR, reasonCode: 'medical', reason: 'She was brought in' };
  const { glassId } = await get<{ glassId: string }>(bench, 'POST /emergencies', { input: meant, actor: emergency });
  const partner = actorInRole('partner', bench.organisations.food);
  const themselves = residentOf(kept.personId);
  return { kept, behind, glassId, readers: { colleague: bench.navigator, keeper, partner, emergency, themselves } };
}

const asked = (actor: Actor, select: string, personId: string): Promise<unknown[]> =>
  inTransaction(
    bench.database.pool,
    async (client) => (await client.query<Record<string, unknown>>({ text: select, values: [personId] })).rows,
    { standing: standingOf(actor) },
  );
const open = async (personId: string, actor: Actor): Promise<SafeContact> =>
  (
    await get<{ safeContact: SafeContact }>(bench, 'GET /people/:personId', {
      input: { personId },
      actor,
    })
  ).safeContact;
const openGlass = async ({ glassId, readers }: Group): Promise<SafeContact> =>
  (
    await get<OpenGlass>(bench, 'GET /emergencies/:glassId', {
      input: { glassId },
      actor: readers.emergency,
    })
  ).safeContact;

const UNSAFE = {
  contactPoints: [
    { kind: 'phone', value: '0021650777100', isSafe: false, note: 'Her brother answers', sharedWith: 'Her brother' },
    { kind: 'phone', value: OTHERS_NUMBER, isSafe: false },
  ],
};

test('a number that a record behind calls unsafe is unsafe for whoever reaches the kept record alone', async () => {
  const group = await aGroup('Hamdi', UNSAFE);
  const { kept, behind, readers } = group;
  const unreached = { input: { personId: behind.personId }, actor: readers.keeper };
  assert.equal(await refusalOf(bench, 'GET /people/:personId', unreached), 'person_not_found');
  for (const contact of [await open(kept.personId, readers.keeper), await openGlass(group)]) {
    assert.deepEqual(
      contact.ways.map(({ value, isSafe, refused, link }) => ({ value, isSafe, refused, link })),
      [{ value: NUMBER, isSafe: false, refused: 'not_safe', link: null }],
    );
    assert.equal(contact.isDisguised, true);
    assert.doesNotMatch(JSON.stringify(contact), /brother|0021650777100|777 200/u);
  }
});

test('others who read it, discretion and hours of a record behind hold as well, and the words stay there', async () => {
  const today = new Date().getUTCDay() || 7;
  const notNow = [((today + 2) % 7) + 1];
  const point = { kind: 'phone', value: NUMBER, isSafe: true, sayFirst: 'It is the dressmaker' };
  const shared = await aGroup('Jaziri', {
    contactPoints: [{ ...point, isShared: true, isDisguised: true, safeDays: notNow }],
  });
  const [way] = (await openGlass(shared)).ways;
  assert.deepEqual([way?.refused, way?.words.mayLeaveMessage, way?.words.isDisguised], ['outside_hours', false, true]);
  assert.deepEqual([way?.words.sayFirst, way?.safeDays], [null, []]);
});

test('the database tells every reader of the kept record what protects of the ways that they may see, and no stranger', async () => {
  const { kept, readers } = await aGroup('Karray', UNSAFE);
  const select = 'select kind, value, is_safe from people.contact_guards($1)';
  for (const [name, actor] of Object.entries(readers)) {
    const told = await asked(actor, select, kept.personId);
    assert.deepEqual(
      told.filter((row) => JSON.stringify(row).includes(NUMBER)),
      [{ kind: 'phone', value: NUMBER, is_safe: false }],
      name,
    );
    if (name !== 'colleague') assert.equal(told.length, 1, name);
  }
  const strangers = [
    bench.otherNavigator,
    actorInRole('partner', bench.organisations.law),
    {
      ...bench.navigator,
      permissions: new Set([...bench.navigator.permissions].filter((one) => one !== 'field:contact')),
    },
  ];
  for (const actor of strangers) assert.deepEqual(await asked(actor, select, kept.personId), []);
});

test('a consent that shares no way of contact tells nothing about one', async () => {
  const { kept } = await aGroup('Mansour', UNSAFE);
  await aConsent(bench, kept.personId, { recipients: [bench.organisations.law], categories: ['identity', 'need'] });
  const actor = actorInRole('partner', bench.organisations.law);
  assert.deepEqual(await asked(actor, 'select value from people.contact_guards($1)', kept.personId), []);
});

test('that contact is stopped holds for the whole group, for every kind of reader, without its reason', async () => {
  const group = await aGroup('Nasri', { mayContact: false, noContactReason: 'danger' });
  const { kept, behind, readers } = group;
  const select = 'select people.contact_stopped($1) as stopped';
  for (const [name, actor] of Object.entries(readers))
    assert.deepEqual(await asked(actor, select, kept.personId), [{ stopped: true }], name);
  assert.deepEqual(await asked(readers.colleague, select, behind.personId), [{ stopped: true }], 'by the other record');
  for (const contact of [await open(kept.personId, readers.keeper), await openGlass(group)]) {
    assert.deepEqual([contact.mayContact, contact.noContactReason], [false, 'not_said']);
    assert.ok(contact.ways.length > 0 && contact.ways.every(({ link }) => link === null));
  }
});
