import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { permissionsOf } from '@qantara/identity/domain';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import { explainAccess } from '@qantara/oversight/domain';
import { readerOf } from '@qantara/people/domain';
import { listWaysTo } from '@qantara/people/server';
import {
  circlesOf,
  createExecutor,
  inTransaction,
  openTestDatabase,
  standingOf,
  vaultOf,
  type DatabaseClient,
} from '@qantara/platform';
import type { OpenReferral } from '@qantara/referrals/contract';
import fc from 'fast-check';
import { modules } from './modules.ts';
import { build, type Ground } from './rule/build-world.ts';
import { answersFor, looksAfter, isNamedTo, openedInEmergency, partsSeen, world, type Part } from './rule/world.ts';
import { loadBasics } from './sample/load-basics.ts';

let ground: Ground;
before(async () => {
  const database = await openTestDatabase();
  const vault = vaultOf('a secret for tests, long enough 123');
  ground = { database, executor: createExecutor(modules, { database, vault, timeZone: 'UTC' }) };
  await ground.executor.asSystem(loadBasics);
});
after(() => ground.database.close());

const TABLE_OF: Record<Part, string> = {
  person: 'people.person',
  names: 'people.person_name',
  contacts: 'people.contact_point',
  screenings: 'screening.screening',
};

async function seenIn(client: DatabaseClient, personIds: readonly string[]): Promise<Map<string, Part[]>> {
  const seen = new Map<string, Part[]>(personIds.map((personId) => [personId, []]));
  for (const part of ['person', 'names', 'contacts', 'screenings'] as const) {
    const { rows } = await client.query<{ person_id: string }>({
      text: `select distinct person_id from ${TABLE_OF[part]} where person_id = any ($1::uuid[])`,
      values: [personIds],
    });
    for (const { person_id } of rows) seen.get(person_id)?.push(part);
  }
  return seen;
}

/** The ways of a reader to a person, as the database tells them to a privacy officer. */
function waysTo(personId: string, reader: Actor) {
  const officer = { ...ANYONE, kind: 'account' as const, permissions: permissionsOf('privacy_officer') };
  return inTransaction(
    ground.database.pool,
    (client) =>
      ground.executor.actAt(client, { actor: officer, now: new Date() }, (ctx) =>
        listWaysTo(ctx, personId, circlesOf(reader)),
      ),
    { standing: standingOf(officer) },
  );
}

test('for any people, consents, withdrawals, classes, emergencies and readers, a row is seen where a rule says so and nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { personIds, readers } = await build(ground, one);
      for (const [number, actor] of readers.entries()) {
        const by = one.readers[number];
        assert.ok(by !== undefined);
        const seen = await inTransaction(ground.database.pool, (client) => seenIn(client, personIds), {
          standing: standingOf(actor),
        });
        for (const [index, somebody] of one.people.entries()) {
          const shown = seen.get(personIds[index] ?? '') ?? [];
          const expected: Part[] = partsSeen(somebody, number, by).filter(
            (part) => part !== 'screenings' || somebody.steward !== null,
          );
          assert.deepEqual(shown, expected, JSON.stringify({ somebody, by, number }));
        }
      }
    }),
    { numRuns: 12 },
  );
});

test('a partner reads in a referral who it is about while a consent and an agreement both let it, and not after', async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { personIds, sent, land } = await build(ground, one);
      for (const { personId, house, referralId } of sent) {
        const organisationId = land.houses[house] ?? '';
        const actor = { ...ANYONE, kind: 'account' as const, accountId: newId(), organisationId, role: 'partner' };
        const caller = {
          actor: { ...actor, permissions: permissionsOf('partner') },
          locale: 'en' as const,
          origin: 'rule',
          setSession: () => undefined,
        };
        const answer = await ground.executor.call('GET /referrals/:referralId', { referralId }, { caller });
        assert.ok(answer.ok, answer.ok ? '' : answer.code);
        const somebody = one.people[personIds.indexOf(personId)];
        const isNamed = (answer.value as OpenReferral).person !== null;
        assert.ok(somebody !== undefined);
        assert.equal(
          isNamed,
          isNamedTo(one, somebody, house),
          JSON.stringify({ somebody, house, of: one.endedBetween }),
        );
        asked += 1;
      }
    }),
    { numRuns: 25 },
  );
  assert.ok(asked > 3, `${asked} referrals were asked for`);
});

test('the page of a person opens by the same rule, and the privacy officer is told the same of it', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { personIds, readers } = await build(ground, one);
      for (const [number, actor] of readers.entries())
        for (const [index, somebody] of one.people.entries()) {
          const personId = personIds[index] ?? '';
          const by = one.readers[number];
          assert.ok(by !== undefined);
          const caller = { actor, locale: 'en' as const, origin: 'rule', setSession: () => undefined };
          const answer = await ground.executor.call('GET /people/:personId', { personId }, { caller });
          const expected = looksAfter(somebody, by) || answersFor(somebody, by);
          assert.equal(answer.ok, expected, JSON.stringify({ somebody, by }));
          const ways = await waysTo(personId, actor);
          const told = explainAccess({
            isOpen: true,
            permissions: actor.permissions,
            isThere: true,
            recordClass: somebody.recordClass,
            reader: readerOf(actor, circlesOf(actor)),
            ways,
            agreed: 'all',
            at: new Date(),
          });
          const emergency = openedInEmergency(somebody, number) ? 'emergency' : 'nothing';
          assert.equal(told.opens, expected ? 'record' : emergency, JSON.stringify({ somebody, by, ways }));
          assert.equal(told.writes, looksAfter(somebody, by));
        }
    }),
    { numRuns: 6 },
  );
});
