import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { saveArea } from '@qantara/territory/server';
import type { RoleCard, RoleRequest, Team } from '../../contract/index.ts';
import { inSystem } from '../testing.ts';
import { AGREE, GIVE, give, HELPER, REFUSE, RoleBench, type Colleague } from '../testing/role-bench.ts';

let region: RoleBench;
let hub: string;
let other: string;
let officer: Colleague;

before(async () => {
  region = await RoleBench.open();
  hub = await region.anOrganisation('Hub');
  other = await region.anOrganisation('Other');
  officer = await region.somebody('privacy_officer');
});
after(() => region.bench.database.close());

test('a composed role is sound or refused with its reason, and is there once somebody else agrees', async () => {
  const broken = { ...HELPER, permissions: [...HELPER.permissions, 'account:read', 'account:create'] };
  assert.equal(await region.refused(region.admin, 'POST /roles', broken), 'role_accounts_and_records');
  const unknown = { ...HELPER, permissions: [...HELPER.permissions, 'person:erase'] };
  assert.equal(await region.refused(region.admin, 'POST /roles', unknown), 'role_permission_unknown');
  const asked = (await region.as(region.admin, 'POST /roles', HELPER)) as RoleRequest;
  assert.equal(asked.role, 'reception_helper');
  assert.equal(await region.refused(region.admin, 'GET /roles/:role', { role: asked.role }), 'role_not_found');
  await region.as(officer, AGREE, { requestId: asked.requestId });
  const { role } = (await region.as(region.admin, 'GET /roles/:role', { role: asked.role })) as { role: RoleCard };
  assert.deepEqual(role.permissions.toSorted(), HELPER.permissions.toSorted());
  assert.equal(role.version, 1);
  const again = (await region.as(region.admin, 'POST /roles', HELPER)) as RoleRequest;
  assert.equal(again.role, 'reception_helper_2');
  await region.as(officer, REFUSE, { requestId: again.requestId, note: 'there is one' });
});

test('a change of a composed role reaches its holders with their next request, everywhere, and no shipped one', async () => {
  const { role: card } = (await region.as(region.admin, 'GET /roles/:role', { role: 'reception_helper' })) as {
    role: RoleCard;
  };
  const helper = await region.somebody('reception_helper', hub);
  assert.ok((await helper.actor()).permissions.has('gap:read'));
  const { reason: _why, template: _same, ...of } = HELPER;
  const change = { ...of, role: card.role, version: 1, reason: 'no figures' };
  const less = { ...change, permissions: HELPER.permissions.filter((one) => one !== 'gap:read') };
  assert.equal(
    await region.refused(region.admin, 'POST /roles/:role', { ...change, role: 'navigator' }),
    'role_locked',
  );
  assert.equal(await region.refused(region.admin, 'POST /roles/:role', change), 'role_same');
  assert.equal(((await region.as(region.admin, 'POST /roles/:role', less)) as RoleRequest).state, 'reduced');
  assert.ok(!(await helper.actor()).permissions.has('gap:read'));
  assert.equal(
    await region.refused(region.admin, 'POST /roles/:role', less),
    'role_changed',
    'another version was read',
  );
  const more = { ...less, version: 2, permissions: [...less.permissions, 'field:contact'] };
  const asked = (await region.as(region.admin, 'POST /roles/:role', more)) as RoleRequest;
  assert.equal(asked.state, 'asked');
  assert.deepEqual(asked.formerPermissions.toSorted(), less.permissions.toSorted());
  const given = await region.ask(await region.somebody('librarian', hub), 'reception_helper');
  await region.as(officer, AGREE, { requestId: asked.requestId });
  assert.ok((await helper.actor()).permissions.has('field:contact'));
  assert.equal(
    await region.refused(officer, AGREE, { requestId: given.requestId }),
    'role_changed',
    'it is not what was read',
  );
});

test('a role that somebody holds is not retired; one that was retired is given to nobody and opens nothing', async () => {
  assert.equal(
    await region.refused(region.admin, 'POST /roles/:role/retire', { role: 'reception_helper' }),
    'role_held',
  );
  assert.equal(await region.refused(region.admin, 'POST /roles/:role/retire', { role: 'navigator' }), 'role_locked');
  const made = (await region.as(region.admin, 'POST /roles', {
    ...HELPER,
    name: { en: 'Short lived' },
  })) as RoleRequest;
  await region.as(officer, AGREE, { requestId: made.requestId });
  const holder = await region.somebody('short_lived', hub);
  const waits = await region.ask(await region.somebody('librarian', hub), 'short_lived');
  await region.run(`update identity.role set retired_at = now() where code = 'short_lived'`, []);
  assert.ok(!(await holder.actor()).permissions.has('person:read'));
  assert.equal(await region.refused(officer, AGREE, { requestId: waits.requestId }), 'role_retired');
  assert.equal(await region.refused(region.admin, GIVE, give(holder, 'short_lived')), 'role_retired');
});

test('an account has an area for a role whose scope is one, and teams of its own organisation', async () => {
  const none = { boundary: null, latitude: null, longitude: null, population: null };
  const areaId = await inSystem(region.bench, (ctx) =>
    saveArea(ctx, { code: 'east', parentCode: null, kind: 'municipality', name: { en: 'East' }, ...none }),
  );
  const permissions = [...HELPER.permissions.filter((one) => one !== 'scope:team'), 'scope:territory'];
  const made = (await region.as(region.admin, 'POST /roles', {
    ...HELPER,
    name: { en: 'Of an area' },
    permissions,
  })) as RoleRequest;
  await region.as(officer, AGREE, { requestId: made.requestId });
  const colleague = await region.somebody('librarian', hub);
  assert.equal(await region.refused(region.admin, GIVE, give(colleague, 'of_an_area')), 'area_needed');
  const nowhere = give(colleague, 'of_an_area', { areaId: crypto.randomUUID() });
  assert.equal(await region.refused(region.admin, GIVE, nowhere), 'area_not_found');
  const asked = await region.ask(colleague, 'of_an_area', { areaId });
  await region.as(officer, AGREE, { requestId: asked.requestId });
  assert.equal((await colleague.actor()).areaId, areaId);

  const team = (await region.as(region.admin, 'POST /teams', { organisationId: hub, name: { en: 'Night' } })) as Team;
  const member = { teamId: team.teamId, accountId: colleague.accountId };
  await region.as(region.admin, 'POST /teams/:teamId/members', member);
  assert.deepEqual((await colleague.actor()).teamIds, [team.teamId]);
  const stranger = await region.somebody('partner', other);
  const strange = { teamId: team.teamId, accountId: stranger.accountId };
  assert.equal(await region.refused(region.admin, 'POST /teams/:teamId/members', strange), 'team_elsewhere');
  await region.as(region.admin, 'POST /teams/:teamId/close', { teamId: team.teamId });
  assert.deepEqual((await colleague.actor()).teamIds, []);
  assert.equal(await region.refused(region.admin, 'POST /teams/:teamId/members', member), 'team_closed');
});
