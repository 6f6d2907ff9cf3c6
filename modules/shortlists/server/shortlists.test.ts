import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { directoryModule, saveLocation, saveService } from '@qantara/directory/server';
import { actorInRole, anAccount, get, inSystem, refusalOf } from '@qantara/identity/testing';
import { aPerson, openPeopleBench, type PeopleBench } from '@qantara/people/testing';
import type { SharedShortlist, Shortlist } from '../contract/index.ts';
import { shortlistsModule } from './index.ts';

let bench: PeopleBench;
let soup: string;
let bed: string;

before(async () => {
  bench = await openPeopleBench([directoryModule, shortlistsModule]);
  const organisationId = bench.organisations.food;
  const named = (name: string, locationIds: string[] = []) =>
    inSystem(bench, (ctx) => saveService(ctx, { organisationId, name: { en: name }, needCodes: [], locationIds }));
  const hidden = await inSystem(bench, (ctx) =>
    saveLocation(ctx, { organisationId, name: { en: 'Hidden house' }, address: '7 Secret Lane', isConfidential: true }),
  );
  soup = await named('Soup');
  bed = await named('Bed for the night', [hidden]);
});

after(() => bench.database.close());

async function aList(serviceIds: string[] = []): Promise<Shortlist> {
  const { personId } = await aPerson(bench, {
    displayName: 'Amal Haddad',
    contactPoints: [{ kind: 'phone', value: '+216 70 555 777', isSafe: true, note: null }],
  });
  const input = { personId, locale: 'ar', serviceIds };
  return get(bench, 'POST /people/:personId/shortlists', { input, actor: bench.navigator });
}

const of = ({ personId, shortlistId }: Shortlist) => ({ personId, shortlistId });
const names = (list: Shortlist) => list.items.map(({ card, note }) => [card.name.en, note]);

test('a navigator puts services together for a person, each with a word, in the order that helps', async () => {
  const list = await aList([soup]);
  const item = '/people/:personId/shortlists/:shortlistId/items';
  const add = { ...of(list), serviceId: bed, note: 'Call before six' };
  const added = await get<Shortlist>(bench, `POST ${item}`, { input: add, actor: bench.navigator });
  assert.deepEqual(names(added), [
    ['Soup', null],
    ['Bed for the night', 'Call before six'],
  ]);
  const up = { ...of(list), serviceId: bed, step: 'up' };
  const moved = await get<Shortlist>(bench, `POST ${item}/:serviceId`, { input: up, actor: bench.navigator });
  assert.deepEqual(names(moved).at(0), ['Bed for the night', 'Call before six']);
  const out = { ...of(list), serviceId: soup, step: 'remove' };
  const left = await get<Shortlist>(bench, `POST ${item}/:serviceId`, { input: out, actor: bench.navigator });
  assert.equal(left.items.length, 1);
});

test('another organisation’s person has no lists, and nobody there can begin one', async () => {
  const list = await aList([soup]);
  const asked = { input: of(list), actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, 'GET /people/:personId/shortlists/:shortlistId', asked), 'person_not_found');
  const begin = { input: { personId: list.personId, locale: 'fr' }, actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, 'POST /people/:personId/shortlists', begin), 'person_not_found');
});

test('the person reads the list by its link, which names nobody and tells no hidden address', async () => {
  const list = await aList([bed]);
  const share = 'POST /people/:personId/shortlists/:shortlistId/share';
  const { token } = await get<{ token: string }>(bench, share, { input: of(list), actor: bench.navigator });
  const read = await get<SharedShortlist>(bench, 'POST /shortlists/open', { input: { token } });
  assert.equal(read.items[0]?.service.name.en, 'Bed for the night');
  const told = JSON.stringify(read);
  for (const secret of ['Amal', 'Haddad', '555 777', 'Secret Lane', 'Hidden house']) assert.ok(!told.includes(secret));
  const unshare = 'POST /people/:personId/shortlists/:shortlistId/unshare';
  await get(bench, unshare, { input: of(list), actor: bench.navigator });
  assert.equal(await refusalOf(bench, 'POST /shortlists/open', { input: { token } }), 'list_link_not_valid');
});

test('a new link ends the one before', async () => {
  const list = await aList([soup]);
  const share = 'POST /people/:personId/shortlists/:shortlistId/share';
  const first = await get<{ token: string }>(bench, share, { input: of(list), actor: bench.navigator });
  await get(bench, share, { input: of(list), actor: bench.navigator });
  assert.equal(
    await refusalOf(bench, 'POST /shortlists/open', { input: { token: first.token } }),
    'list_link_not_valid',
  );
});

test('an empty list is not shared', async () => {
  const asked = { input: of(await aList()), actor: bench.navigator };
  assert.equal(
    await refusalOf(bench, 'POST /people/:personId/shortlists/:shortlistId/share', asked),
    'shortlist_empty',
  );
});

test('for somebody whom nobody may contact there is no way to send the list', async () => {
  const { personId } = await aPerson(bench, {
    mayContact: false,
    contactPoints: [{ kind: 'phone', value: '+216 70 555 888', isSafe: true, note: null }],
  });
  const input = { personId, locale: 'fr', serviceIds: [soup] };
  const list = await get<Shortlist>(bench, 'POST /people/:personId/shortlists', { input, actor: bench.navigator });
  assert.deepEqual([list.mayContact, list.sendTo], [false, []]);
});

test('every opening of a person’s lists is noted', async () => {
  const list = await aList([soup]);
  await get(bench, 'GET /people/:personId/shortlists/:shortlistId', { input: of(list), actor: bench.navigator });
  const { rows } = await bench.database.pool.query(
    "select kind from platform.access_entry join platform.opening using (opening_id) where person_id = $1 and kind = 'shortlist'",
    [list.personId],
  );
  assert.equal(rows.length, 1);
});

test('somebody keeps services at hand, and nobody else sees which', async () => {
  const { accountId } = await anAccount(bench, {
    email: 'at-hand@example.org',
    role: 'navigator',
    organisationId: bench.organisations.hub,
  });
  const own = actorInRole('navigator', bench.organisations.hub, accountId);
  await get(bench, 'POST /favourites', { input: { serviceId: soup, isFavourite: 'true' }, actor: own });
  const kept = async (actor: typeof own) =>
    (await get<{ services: { serviceId: string }[] }>(bench, 'GET /favourites', { actor })).services.map(
      (one) => one.serviceId,
    );
  assert.deepEqual([await kept(own), await kept(bench.navigator)], [[soup], []]);
  await get(bench, 'POST /favourites', { input: { serviceId: soup, isFavourite: 'false' }, actor: own });
  assert.deepEqual(await kept(own), []);
});
