import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Actor } from '@qantara/kernel';
import { organisationsModule } from '@qantara/organisations/server';
import type { Account, RoleRequest, RoleTemplate } from '../../contract/index.ts';
import { identityModule } from '../index.ts';
import { anAccount, call, get, openBench } from '../testing.ts';
import { AGREE, GIVE, give, HELPER, REFUSE, RoleBench, type Colleague } from '../testing/role-bench.ts';

let region: RoleBench;
let hub: string;
let officer: Colleague;

before(async () => {
  region = await RoleBench.open();
  hub = await region.anOrganisation('Hub');
});
after(() => region.bench.database.close());

test('where nobody else could agree it takes effect at once, and says so; the last administrator stays one', async () => {
  const colleague = { displayName: 'Alone', email: 'alone@example.org', locale: 'en', role: 'librarian' };
  const made = (await region.as(region.admin, 'POST /accounts', colleague)) as {
    account: Account;
    request: RoleRequest;
  };
  assert.equal(made.request.state, 'alone');
  assert.equal(made.account.role, 'librarian');
  const second = await region.somebody('librarian');
  assert.equal((await region.ask(second, 'administrator')).state, 'alone');
  const lessened = give(region.admin, 'librarian');
  assert.equal(await region.refused(second, GIVE, lessened), null, 'one of two may go');
  assert.equal(await region.refused(region.admin, 'GET /roles'), 'not_allowed', 'from the next request on');
  assert.equal(await region.refused(second, GIVE, give(second, 'librarian')), 'own_account');
  officer = await region.somebody('privacy_officer');
  const asked = (await region.as(second, GIVE, give(region.admin, 'administrator'))) as RoleRequest;
  await region.as(officer, AGREE, { requestId: asked.requestId });
  assert.equal(((await region.as(region.admin, GIVE, give(second, 'librarian'))) as RoleRequest).state, 'reduced');
});

test('whoever may ask for roles or close accounts does not leave a region without an administrator', async () => {
  const permissions = ['scope:organisation', 'account:read', 'account:disable', 'role:read', 'role:ask'];
  const made = (await region.as(region.admin, 'POST /roles', {
    ...HELPER,
    name: { en: 'Asker' },
    permissions,
  })) as RoleRequest;
  await region.as(officer, AGREE, { requestId: made.requestId });
  const asker = await region.somebody('asker');
  assert.equal(await region.refused(asker, GIVE, give(region.admin, 'librarian')), 'last_administrator');
  const { accountId } = region.admin;
  assert.equal(await region.refused(asker, 'POST /accounts/:accountId/disable', { accountId }), 'last_administrator');
  assert.equal((await region.admin.actor()).role, 'administrator');
});

test('a role is in effect when another person agrees, at their next request and not before', async () => {
  const colleague = { displayName: 'New', email: 'new@example.org', locale: 'en', role: 'navigator' };
  const made = (await region.as(region.admin, 'POST /accounts', {
    ...colleague,
    organisationId: hub,
    reason: 'covers for Amal',
  })) as {
    account: Account;
    request: RoleRequest;
  };
  assert.equal(made.account.role, null);
  assert.equal(made.request.state, 'asked');
  const newcomer = await region.signIn(made.account);
  assert.deepEqual([...(await newcomer.actor()).permissions].toSorted(), [
    'credential:change',
    'session:end',
    'session:read',
  ]);
  const own = (await region.as(newcomer, 'GET /account')) as { roleRequest: { role: string } | null };
  assert.equal(own.roleRequest?.role, 'navigator');
  assert.equal(await region.refused(newcomer, 'GET /roles'), 'not_allowed');

  const { requestId } = made.request;
  assert.equal(await region.refused(region.admin, AGREE, { requestId }), 'own_request');
  assert.equal(await region.refused(region.admin, REFUSE, { requestId, note: 'on second thought' }), 'own_request');
  const agreed = (await region.as(officer, AGREE, { requestId })) as RoleRequest;
  assert.equal(agreed.state, 'agreed');
  const actor = await newcomer.actor();
  assert.equal(actor.role, 'navigator');
  assert.ok(actor.permissions.has('person:read') && actor.permissions.has('scope:organisation'));
  assert.equal(await region.refused(officer, AGREE, { requestId }), 'request_closed', 'once');
});

test('nobody agrees to what they get themselves, and who refuses says why', async () => {
  const second = await region.somebody('privacy_officer');
  const { requestId } = await region.ask(second, 'administrator');
  assert.equal(await region.refused(second, AGREE, { requestId }), 'request_own_gain');
  assert.equal(await region.refused(officer, REFUSE, { requestId, note: '' }), 'invalid_input');
  const no = (await region.as(officer, REFUSE, { requestId, note: 'watches the openings' })) as RoleRequest;
  assert.equal(no.state, 'refused');
  assert.equal(no.answerNote, 'watches the openings');
  assert.equal((await second.actor()).role, 'privacy_officer');
  const { waiting, answered } = (await region.as(officer, 'GET /role-requests')) as Record<string, RoleRequest[]>;
  assert.ok(!waiting?.some((one) => one.requestId === requestId));
  assert.ok(answered?.some((one) => one.requestId === requestId));
});

test('one request waits for an account; it can be taken back, and ends after seven days', async () => {
  const planner = await region.somebody('planner');
  const { requestId } = await region.ask(planner, 'librarian');
  assert.equal(await region.refused(region.admin, GIVE, give(planner, 'inspector')), 'request_under_way');
  const counted = (await region.as(officer, 'GET /role-requests/waiting')) as { count: number };
  assert.ok(counted.count >= 1);
  await region.as(region.admin, 'POST /role-requests/:requestId/withdraw', { requestId });
  assert.equal(await region.refused(officer, AGREE, { requestId }), 'request_closed');
  const later = await region.ask(planner, 'inspector');
  await region.run(
    `update identity.role_request set asked_at = now() - interval '8 days', expires_at = now() - interval '1 day' where request_id = $1`,
    [later.requestId],
  );
  assert.equal(await region.refused(officer, AGREE, { requestId: later.requestId }), 'request_closed');
  const { answered } = (await region.as(officer, 'GET /role-requests')) as { answered: RoleRequest[] };
  assert.equal(answered.find((one) => one.requestId === later.requestId)?.state, 'expired');
  assert.equal((await region.ask(planner, 'inspector')).state, 'asked', 'it makes way for another');
  const { answered: still } = (await region.as(officer, 'GET /role-requests')) as { answered: RoleRequest[] };
  assert.equal(still.find((one) => one.requestId === later.requestId)?.state, 'expired');
});

test('what only takes away needs one person, and is in effect with the next request', async () => {
  const guard = await region.somebody('protection_officer', hub);
  assert.ok((await guard.actor()).permissions.has('class:violence'));
  assert.equal((await region.ask(guard, 'navigator')).state, 'reduced');
  const now = (await guard.actor()).permissions;
  assert.ok(!now.has('class:violence') && now.has('person:read'));
  const up = await region.ask(guard, 'protection_officer');
  assert.equal(up.state, 'asked');
  assert.ok(!(await guard.actor()).permissions.has('class:violence'), 'asked is not given');
});

test('what waits lapses when the account gets another role, and when the one who asked may ask no more', async () => {
  const guard = await region.somebody('protection_officer', hub);
  const first = await region.ask(guard, 'planner');
  assert.equal((await region.ask(guard, 'navigator')).state, 'reduced');
  assert.equal(await region.refused(officer, AGREE, { requestId: first.requestId }), 'request_closed');
  const second = await region.somebody('administrator');
  const asked = await region.as<RoleRequest>(second, GIVE, give(guard, 'planner'));
  assert.equal((await region.ask(second, 'librarian')).state, 'reduced');
  assert.equal(await region.refused(officer, AGREE, { requestId: asked.requestId }), 'request_closed');
  assert.equal((await guard.actor()).role, 'navigator');
});

test('who closed the others does not decide alone the day after', async () => {
  const small = await openBench([organisationsModule, identityModule]);
  const inSmall = async (role: RoleTemplate) => anAccount(small, { email: `${role}@small.example`, role });
  const sole = await inSmall('administrator');
  const watcher = await inSmall('privacy_officer');
  const permissions = new Set(['account:create', 'account:disable', 'role:ask', 'role:agree']);
  const actor: Actor = {
    kind: 'account',
    accountId: sole.accountId,
    organisationId: null,
    personId: null,
    role: 'administrator',
    permissions,
  };
  await get(small, 'POST /accounts/:accountId/disable', { input: { accountId: watcher.accountId }, actor });
  const colleague = { displayName: 'Mine', email: 'mine@small.example', locale: 'en', role: 'privacy_officer' };
  const { request } = await get<{ request: RoleRequest }>(small, 'POST /accounts', { input: colleague, actor });
  assert.equal(request.state, 'asked');
  await small.database.close();
});

test('closing an account takes back what was asked for it, and what its owner asked for others lapses', async () => {
  const second = await region.somebody('administrator');
  const colleague = await region.somebody('librarian');
  const asked = (await region.as(second, GIVE, give(colleague, 'planner'))) as RoleRequest;
  await region.as(region.admin, 'POST /accounts/:accountId/disable', { accountId: second.accountId });
  assert.equal(await region.refused(officer, AGREE, { requestId: asked.requestId }), 'request_closed');
  const answer = await call(region.bench, 'GET /roles', { actor: await officer.actor() });
  assert.ok(answer.ok);
});
