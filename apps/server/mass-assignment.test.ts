import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayUse, type InvokeAnswer, type Route } from '@qantara/kernel';
import { z } from 'zod';
import { rowsOf } from './attacks/rows-of.ts';
import { unaskedFields, withUnasked } from './attacks/smuggle.ts';
import { actorAs, ROLES } from './matrix/actors.ts';
import { inputsFor } from './matrix/inputs.ts';
import { modules } from './modules.ts';
import { smallRegion, type SmallRegion } from './matrix/region.ts';

type Fields = Record<string, unknown>;

/** Each POST by each role that may, one after the other; gives what was answered and what then stands in the tables. */
async function callEverything(region: SmallRegion, dress: (route: Route, input: Fields) => Fields) {
  const answers: string[] = [];
  const inputs = inputsFor(region, region.ours);
  for (const role of ROLES)
    for (const { route } of region.executor.routes) {
      const place = role === 'partner' ? { ...region.ours, organisationId: region.ours.partnerId } : region.ours;
      const actor = actorAs(role, place);
      if (!route.path.startsWith('POST ') || !mayUse(actor, route.may)) continue;
      const caller = { actor, locale: 'en' as const, origin: 'attacker', setSession: () => undefined };
      const input = dress(route, inputs[route.path] ?? {});
      const answer: InvokeAnswer = await region.executor.call(route.path, input, { caller });
      answers.push(`${role} ${route.path} ${answer.ok ? 'answered' : answer.code}`);
    }
  return { answers, rows: await rowsOf(region.database) };
}

/** Whether the shape itself takes a field here: then it is asked for, and the table below says who may be asked. */
const takes = (route: Route, plain: string) => (candidate: Fields) => {
  const read = route.input.safeParse(candidate);
  return !read.success || JSON.stringify(read.data) !== plain;
};

test('whatever is sent beside what was asked, at any depth, nothing of it is written', async () => {
  const plain = await smallRegion();
  const wanted = await callEverything(plain, (_route, input) => input);
  await plain.close();
  assert.ok(wanted.answers.filter((line) => line.endsWith('answered')).length > 60, 'most calls are answered');
  for (const turn of ['first', 'last'] as const) {
    const region = await smallRegion();
    const fields = await unaskedFields(region.database, turn);
    let smuggled = 0;
    const told = await callEverything(region, (route, input) => {
      const dressed = withUnasked(input, fields, takes(route, JSON.stringify(route.input.safeParse(input).data)));
      smuggled += Object.keys(dressed).length - Object.keys(input).length;
      return dressed;
    });
    await region.close();
    assert.ok(smuggled > 10_000, `${smuggled} fields were sent`);
    assert.deepEqual(told.answers, wanted.answers);
    for (const [table, rows] of Object.entries(wanted.rows)) assert.deepEqual(told.rows[table], rows, table);
    assert.equal(({} as Fields)['role'], undefined, 'no prototype was polluted');
  }
});

/** Fields by which somebody could make themselves more than they are, and why a route may ask for them all the same. */
const ASKED: Record<string, string> = {
  'POST /accounts organisationId': 'an administrator says where a new colleague works',
  'POST /accounts role': 'an administrator says what a new colleague may do',
  'POST /accounts/:accountId/role role': 'asked by one, agreed to by another',
  'POST /roles permissions': 'asked by one, agreed to by another',
  'POST /roles/:role permissions': 'asked by one, agreed to by another',
  'POST /teams organisationId': 'an administrator says of which organisation a team is',
  'POST /teams/:teamId/members accountId': 'an administrator says who is in a team of their own organisation',
  'POST /agreements/:agreementId/leave organisationId': 'a planner writes down who left',
  'POST /agreements/:agreementId/parties organisationId': 'a planner writes down who may sign',
  'POST /agreements/:agreementId/sign organisationId': 'a planner writes down who has signed',
  'POST /assets organisationId': 'whose strength it is; no right hangs on it',
  'POST /assets/:assetId organisationId': 'whose strength it is; no right hangs on it',
  'POST /cohorts organisationId': 'a planner says who runs it; people agree to that organisation by name',
  'POST /cohorts/:cohortId organisationId': 'who runs it never changes: what is sent of it is left out',
  'POST /cohorts/:cohortId/members personId': 'asked of the wall',
  'POST /forms/:formCode/embeds organisationId': 'whose site it is; no right hangs on it',
  'POST /governance/bodies organisationId': 'a planner says who hosts it',
  'POST /governance/bodies/:bodyId organisationId': 'a planner says who hosts it',
  'POST /governance/bodies/:bodyId/holdings organisationId':
    'a planner says whose seat it is: that organisation sees the body',
  'POST /governance/commitments organisationId': 'the secretary writes down who promised',
  'POST /governance/meetings/:meetingId/agenda organisationId': 'who brings the item; no right hangs on it',
  'POST /partnership/cooperations organisationId': 'who leads it; no right hangs on it',
  'POST /partnership/cooperations/:cooperationId organisationId': 'who leads it; no right hangs on it',
  'POST /households personId': 'asked of the wall',
  'POST /households/:householdId/members personId': 'asked of the wall',
  'POST /curation/entries organisationId': 'a librarian says whose service it is',
  'POST /curation/entries/alike organisationId': 'a librarian asks, nothing is written',
  'POST /curation/organisations/:organisationId/keeper role': 'the work of somebody outside, in words',
  'POST /quotes role': 'what somebody who is quoted is, in a word; no right hangs on it',
  'POST /deadlines organisationId': 'for which partner a deadline holds; no right hangs on it',
  'POST /duplicates/not-same personId': 'both are asked of the wall',
  'POST /institutions organisationId': 'an inspector says who runs it',
  'POST /institutions/:institutionId organisationId': 'an inspector says who runs it',
  'POST /merges personId': 'both are asked of the wall',
  'POST /my-record/restrict isRestricted': 'the person decides',
  'POST /oversight/exports accountId': 'a filter that a second person reads before agreeing',
  'POST /oversight/exports organisationId': 'a filter that a second person reads before agreeing',
  'POST /oversight/exports personId': 'a filter that a second person reads before agreeing',
  'POST /oversight/holds personId': 'the privacy officer keeps a record from ending',
  'POST /plan/items/:itemId/details organisationId': 'a planner says who promised; no right hangs on it',
  'POST /plans/:planId/consultations organisationId': 'a planner says who asked; no right hangs on it',
  'POST /programs organisationId': 'an administrator says whose program it is',
  'POST /programs role': 'asked by one, agreed to by another',
  'POST /people isRestricted': 'whoever looks after a person decides with them',
  'POST /people/:personId isRestricted': 'whoever looks after a person decides with them',
  'POST /people/alike isRestricted': 'asked, nothing is written',
  'POST /referrals personId': 'asked of the wall',
  'POST /referrals/open personId': 'asked of the wall',
  'POST /screenings personId': 'asked of the wall',
  'POST /sheets/:sheetCode/keyings personId': 'asked of the wall',
  'POST /taken-answers personId': 'asked of the wall',
  'POST /waiting-answers/:waitingId/take personId': 'asked of the wall',
};

const RISES = new Set([
  'role',
  'permissions',
  'organisationId',
  'stewardOrganisationId',
  'accountId',
  'personId',
  'isRestricted',
]);

type Schema = { properties?: Record<string, Schema>; items?: Schema; anyOf?: Schema[]; allOf?: Schema[] };

function namesIn({ properties = {}, items, anyOf = [], allOf = [] }: Schema): string[] {
  const below = [...Object.values(properties), ...(items === undefined ? [] : [items]), ...anyOf, ...allOf];
  return [...Object.keys(properties), ...below.flatMap(namesIn)];
}

test('no route asks for a field by which somebody could rise, unless it is said why', () => {
  const asked = modules
    .flatMap(({ routes }) => Object.values(routes))
    .filter(({ path }) => path.startsWith('POST '))
    .flatMap(({ path, input }) =>
      [...new Set(namesIn(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema))]
        .filter((name) => RISES.has(name) && !path.includes(`:${name}`))
        .map((name) => `${path} ${name}`),
    );
  assert.deepEqual(new Set(asked), new Set(Object.keys(ASKED)));
});
