import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import type { OwnEntries } from '../../contract/index.ts';
import { callRoute, curator, openDesk, type Desk } from '../testing.ts';

let desk: Desk;
before(async () => {
  desk = await openDesk();
});
after(() => desk.database.close());

const nobody = { name: { en: 'House of the Well' }, phone: '+216 71 000 111', email: 'well@example.org' };
type Organisation = { organisationId: string; name: object; phone: string | null; parentOrganisationId: string | null };

async function answered<T>(path: string, input: object, actor: Actor = curator): Promise<T> {
  const { value, code } = await callRoute(desk, path, { input, actor });
  assert.equal(code, null, path);
  return value as T;
}

const refused = async (path: string, input: object, actor: Actor = curator): Promise<string | null> =>
  (await callRoute(desk, path, { input, actor })).code;

test('an organisation is added before any entry of it, asked about when it is like another, and changed', async () => {
  const { organisationId } = await answered<Organisation>('POST /curation/organisations', nobody);
  assert.equal(await refused('POST /curation/organisations', nobody), 'entry_may_exist');
  const edit = {
    ...nobody,
    organisationId,
    phone: '',
    parentId: desk.organisationId,
    name: { en: 'House of the Spring' },
  };
  await answered('POST /curation/organisations/:organisationId', edit);
  const now = await answered<Organisation>('GET /organisations/:organisationId', { organisationId });
  assert.deepEqual([now.name, now.phone, now.parentOrganisationId], [edit.name, null, desk.organisationId]);
  const own = { ...edit, parentId: organisationId };
  assert.equal(await refused('POST /curation/organisations/:organisationId', own), 'invalid_input');
});

test('an organisation that no source ever stated keeps what stands beside what is changed', async () => {
  const { organisationId } = desk;
  const before = await answered<Organisation>('GET /organisations/:organisationId', { organisationId });
  await answered('POST /curation/organisations/:organisationId', {
    organisationId,
    name: before.name,
    phone: '+216 71 222 333',
  });
  const now = await answered<Organisation>('GET /organisations/:organisationId', { organisationId });
  assert.deepEqual([now.name, now.phone], [before.name, '+216 71 222 333']);
});

test('a place of an organisation is there before anything is given at it', async () => {
  const place = { organisationId: desk.organisationId, name: { en: 'Yard' } };
  const { locationId } = await answered<{ locationId: string }>(
    'POST /curation/organisations/:organisationId/places',
    place,
  );
  await answered('POST /curation/services/:serviceId/places/link', { serviceId: desk.serviceId, locationId });
});

test('an entry answers needs, or it is said that it answers none', async () => {
  const entry = { organisationId: desk.organisationId, name: { en: 'Quiet room' }, isSureNew: true };
  assert.equal(await refused('POST /curation/entries', entry), 'invalid_input');
  await answered('POST /curation/entries', { ...entry, hasNoNeed: true });
});

test('a partner confirms its own services and says what room they have, and no other’s', async () => {
  const partner: Actor = {
    ...curator,
    role: 'partner',
    organisationId: desk.organisationId,
    permissions: new Set(['referral:answer']),
  };
  const path = 'POST /curation/services/:serviceId/capacity';
  await answered(path, { serviceId: desk.serviceId, capacity: 'waiting_list' }, partner);
  const service = await answered<{ capacity: string }>('GET /services/:serviceId', { serviceId: desk.serviceId });
  assert.equal(service.capacity, 'waiting_list');
  assert.equal(
    await refused(path, { serviceId: desk.othersServiceId, capacity: 'full' }, partner),
    'service_not_found',
  );
  const confirm = 'POST /curation/own-entries/confirm';
  const both = { serviceIds: [desk.serviceId, desk.othersServiceId] };
  assert.equal(await refused(confirm, both, partner), 'service_not_found');
  const { entries } = await answered<OwnEntries>(confirm, { serviceIds: [desk.serviceId] }, partner);
  assert.equal(entries.find(({ serviceId }) => serviceId === desk.serviceId)?.standing, 'fresh');
  assert.ok(!entries.some(({ serviceId }) => serviceId === desk.othersServiceId));
  assert.deepEqual(await answered('GET /curation/own-entries', {}, { ...partner, organisationId: null }), {
    entries: [],
  });
  assert.equal(await refused('POST /curation/organisations', nobody, partner), 'not_allowed');
});
