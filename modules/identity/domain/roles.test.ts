import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import { RoleTemplate } from '../contract/index.ts';
import {
  AREAS_OF_WORK,
  COMPOSABLE,
  EVERYONE,
  knownPermissions,
  MARKS,
  missingNeeds,
  needsOrganisation,
  OF_NO_ROLE,
  ON_PEOPLE,
  onlyTakesAway,
  ownPermissionsOf,
  permissionsHeld,
  permissionsOf,
  roleCodeOf,
  roleDifference,
  roleFaults,
  scopeOf,
} from './index.ts';

const aRole = fc.subarray([...COMPOSABLE]);
const aPermission = fc.oneof(
  fc.constantFrom(...COMPOSABLE),
  fc.constantFrom('person:erase', 'scope:world', 'circle:region'),
);

test('whoever is told figures of cohorts in a shipped role knows nobody in them', () => {
  const told = RoleTemplate.options.filter((template) => permissionsOf(template).has('cohort:measure'));
  assert.deepEqual(told, ['planner', 'administrator']);
  for (const template of told)
    for (const permission of ['purpose:cohort', 'cohort:join', ...ON_PEOPLE])
      assert.ok(!permissionsOf(template).has(permission), `${template} ${permission}`);
});

test('no shipped role is unsound, but for those in which asking and agreeing are kept apart by each request', () => {
  for (const template of RoleTemplate.options) {
    const own = ownPermissionsOf(template);
    const whole = own.some((permission) => permission.startsWith('scope:')) ? own : [...own, 'scope:organisation'];
    const both = ['administrator', 'privacy_officer'].includes(template);
    assert.deepEqual(roleFaults(whole), both ? ['role_asks_and_agrees'] : [], template);
  }
});

test('whatever is composed soundly keeps the duties apart, has one scope and knows nothing new', () => {
  const accounts = ['account:create', 'account:disable', 'account:recover', 'role:ask', 'role:agree', 'team:write'];
  const anyOf = (held: readonly string[], some: readonly string[]) => some.some((one) => held.includes(one));
  fc.assert(
    fc.property(fc.array(aPermission), (permissions) => {
      if (roleFaults(permissions).length > 0) return;
      assert.ok(permissions.every((permission) => knownPermissions().has(permission)));
      assert.equal(new Set(permissions.filter((permission) => permission.startsWith('scope:'))).size, 1);
      assert.ok(!(anyOf(permissions, accounts) && anyOf(permissions, ON_PEOPLE)));
      assert.ok(!(anyOf(permissions, AREAS_OF_WORK.oversight) && anyOf(permissions, ON_PEOPLE)));
      assert.ok(!(permissions.includes('role:ask') && permissions.includes('role:agree')));
    }),
    { numRuns: 2000 },
  );
});

test('each separation has its reason', () => {
  const faultsOf = (...permissions: string[]) => roleFaults(['scope:organisation', ...permissions]);
  const reads = ['person:search', 'person:read'];
  assert.deepEqual(faultsOf('role:ask', 'role:read', 'account:read', 'role:agree'), ['role_asks_and_agrees']);
  assert.deepEqual(faultsOf('account:read', 'role:read', 'account:create', ...reads), ['role_accounts_and_records']);
  assert.deepEqual(faultsOf('circle:oversight', 'oversight:read', ...reads), ['role_oversight_and_records']);
  assert.deepEqual(faultsOf('circle:oversight', 'oversight:read', 'account:read', 'role:read', 'account:create'), [
    'role_oversight_and_accounts',
  ]);
  assert.deepEqual(faultsOf(), ['role_without_work']);
  assert.deepEqual(roleFaults(reads), ['role_one_scope']);
  assert.deepEqual(faultsOf('scope:team', ...reads), ['role_one_scope']);
  assert.deepEqual(faultsOf('person:erase'), ['role_permission_unknown']);
  assert.deepEqual(faultsOf('person:write'), ['role_needs_other']);
  assert.deepEqual(missingNeeds(['class:violence', 'gap:read']), [
    { permission: 'class:violence', needs: ['person:read', 'referral:read'] },
  ]);
});

test('a difference tells all of both roles, and each permission once', () => {
  fc.assert(
    fc.property(aRole, aRole, (before, after) => {
      const { added, removed, kept } = roleDifference(before, after);
      assert.deepEqual([...added, ...kept].toSorted(), [...after].toSorted());
      assert.deepEqual([...removed, ...kept].toSorted(), [...before].toSorted());
    }),
  );
});

test('what only takes away adds no permission and no record of anybody else', () => {
  const isScope = (permission: string) => permission.startsWith('scope:');
  const ofOneScope = fc
    .tuple(fc.subarray(COMPOSABLE.filter((permission) => !isScope(permission))), fc.constantFrom('', ...MARKS.scope))
    .map(([permissions, scope]) => (scope === '' ? permissions : [scope, ...permissions]));
  const width = { self: 1, team: 2, organisation: 3, territory: 4 };
  fc.assert(
    fc.property(ofOneScope, ofOneScope, (before, after) => {
      if (!onlyTakesAway(before, after)) return;
      assert.ok(after.every((permission) => isScope(permission) || before.includes(permission)));
      assert.ok(width[scopeOf(after)] <= width[scopeOf(before)]);
      assert.ok(scopeOf(before) !== 'territory' || scopeOf(after) === 'territory', 'an area holds no organisation');
    }),
  );
  assert.ok(onlyTakesAway(['scope:organisation', 'person:read'], ['scope:team', 'person:read']));
  assert.ok(onlyTakesAway(['person:read'], ['scope:self', 'person:read']), 'none is the organisation');
  assert.ok(!onlyTakesAway(['scope:self', 'person:read'], ['scope:team', 'person:read']));
  assert.ok(!onlyTakesAway(['scope:self', 'person:read'], ['person:read']), 'none is wider than oneself');
  assert.ok(!onlyTakesAway(['scope:territory', 'person:read'], ['scope:organisation', 'person:read']));
  assert.ok(onlyTakesAway(['a:b'], []) && !onlyTakesAway([], ['a:b']));
});

test('without a role, and with a retired one, only one’s own account opens', () => {
  const mine = new Set(OF_NO_ROLE);
  assert.deepEqual(permissionsHeld(null), mine);
  assert.deepEqual(permissionsHeld({ code: 'navigator', permissions: null, isRetired: true }), mine);
  const gone = permissionsHeld({ code: 'of_a_later_release', permissions: null, isRetired: false });
  assert.deepEqual(gone, new Set(EVERYONE), 'a release that does not know the role gives nothing by it');
  const composed = { code: 'ours', permissions: ['gap:read', 'person:erase'], isRetired: false };
  assert.deepEqual(permissionsHeld(composed), new Set([...EVERYONE, 'gap:read']));
  for (const template of RoleTemplate.options)
    assert.deepEqual(
      permissionsHeld({ code: template, permissions: null, isRetired: false }),
      permissionsOf(template),
      template,
    );
});

test('whoever acts on people works for an organisation', () => {
  const needing = RoleTemplate.options.filter((template) => needsOrganisation(permissionsOf(template)));
  assert.deepEqual(needing, ['navigator', 'protection_officer', 'partner', 'shelter_partner']);
});

test('a code is made of Latin letters, whatever the name, and is nobody else’s', () => {
  const free = () => false;
  assert.equal(roleCodeOf({ fr: 'Aide à l’accueil' }, free), 'aide_a_accueil');
  assert.equal(roleCodeOf({ ar: 'مساعد استقبال' }, free), 'role_1');
  assert.equal(
    roleCodeOf({ en: 'Navigator' }, (code) => code === 'navigator'),
    'navigator_2',
  );
});

/** The catalogue of one language, as the pages have it. */
function wordsIn(locale: string): Record<string, string> {
  return JSON.parse(readFileSync(join(import.meta.dirname, `../i18n/${locale}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

test('every permission and every mark is in one area of work, and has its sentence in three languages', () => {
  const told = [...Object.values(AREAS_OF_WORK).flat(), ...Object.values(MARKS).flat()];
  assert.equal(new Set(told).size, told.length);
  const untold = [...COMPOSABLE, ...EVERYONE].filter((permission) => !new Set<string>(told).has(permission));
  assert.deepEqual(untold, []);
  const shipped = RoleTemplate.options.flatMap((template) => [...ownPermissionsOf(template)]);
  assert.deepEqual(
    shipped.filter((permission) => !COMPOSABLE.includes(permission)),
    [],
  );
  for (const locale of ['ar', 'fr', 'en']) {
    const words = wordsIn(locale);
    const missing = told.filter((permission) => !(`identity.can.${permission.replace(':', '.')}` in words));
    assert.deepEqual(missing, [], locale);
  }
});
