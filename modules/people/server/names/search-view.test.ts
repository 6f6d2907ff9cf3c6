import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '@qantara/kernel';
import { get } from '@qantara/identity/testing';
import { circlesOf } from '@qantara/platform';
import type { PersonCard } from '../../contract/index.ts';
import { askedNameKeys, askedNearKeys, nameKeys, nearNameKeys } from '../../domain/index.ts';
import { aConsent, aPerson, openPeopleBench, type PeopleBench } from '../testing.ts';

let bench: PeopleBench;
before(async () => {
  bench = await openPeopleBench();
});
after(() => bench.database.close());

const WORDS = [
  'Samira',
  'سميرة',
  'Samir',
  'Haddad',
  'Hadad',
  'حداد',
  'Gharsalli',
  'Gharsali',
  'Ali',
  'Mohamed',
  'محمد',
];
const MOST_SHOWN = 20;

const aName = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

type Known = { personId: string; names: string[]; circles: string[] };

/** Everybody, as whoever owns the tables sees them: nothing of the search is in it. */
async function everybody(): Promise<Known[]> {
  const { rows } = await bench.database.pool.query<Known>(`
    select person_id as "personId",
      array(select words from people.person_name where person_name.person_id = person.person_id) as names,
      array(select circle_id::text from people.reach where reach.person_id = person.person_id and kind = 'looks_after') as circles
    from people.person order by person_id desc`);
  return rows;
}

const hasAny = (held: readonly string[], asked: readonly string[]): boolean => asked.some((key) => held.includes(key));

/** Whom a reader is to find, counted out by hand over everybody: the newest records first, and no more than a page. */
function expected(people: readonly Known[], actor: Actor, name: string): string[] {
  const circles = circlesOf(actor);
  const reached = people.filter((one) => hasAny(one.circles, circles));
  const asked = askedNameKeys(name);
  const exact = reached.filter(({ names }) => {
    const held = names.flatMap(nameKeys);
    return asked.every((key) => held.includes(key));
  });
  const near = askedNearKeys(name);
  const alike = reached.filter(
    ({ names }) => hasAny(names.flatMap(nearNameKeys), near.near) || hasAny(names.flatMap(nameKeys), near.exact),
  );
  const found = asked.length === 0 ? [] : exact.length > 0 ? exact : alike;
  return found.slice(0, MOST_SHOWN).map(({ personId }) => personId);
}

async function found(actor: Actor, name: string): Promise<string[]> {
  const { people } = await get<{ people: PersonCard[] }>(bench, 'POST /people/search', { input: { name }, actor });
  return people.map(({ personId }) => personId);
}

/** A hundred and fifty people of two organisations; some have two names, some go by none any more, some were handed over, some shared. */
async function fillRegion(): Promise<void> {
  const names = fc.sample(fc.tuple(aName, aName, fc.nat(9)), { numRuns: 150, seed: 41 });
  for (const [usual, other, chance] of names) {
    const actor = chance % 2 === 0 ? bench.navigator : bench.otherNavigator;
    const { personId } = await aPerson(bench, { displayName: usual }, actor);
    const input = { personId, kind: 'known_as', words: other };
    if (chance < 3) await get(bench, 'POST /people/:personId/names', { input, actor });
    if (chance === 4) await aConsent(bench, personId, { recipients: [bench.organisations.clinic] });
    if (chance === 6)
      await bench.database.pool.query({
        text: `update people.reach set circle_id = $1 where person_id = $2 and kind = 'looks_after'`,
        values: [bench.organisations.clinic, personId],
      });
    if (chance === 8)
      await bench.database.pool.query({
        text: `with gone as (delete from people.name_token where person_id = $1),
          near as (delete from people.name_near where person_id = $1) delete from people.person_name where person_id = $1`,
        values: [personId],
      });
  }
}

test('whoever looks for whatever name finds whom the names and the reach say, newest first, and nobody else', async () => {
  await fillRegion();
  const people = await everybody();
  const readers = [bench.navigator, bench.otherNavigator, { ...bench.navigator, organisationId: null }];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...readers), aName, async (actor, name) => {
      assert.deepEqual(await found(actor, name), expected(people, actor, name), name);
    }),
    { numRuns: 300, seed: 41 },
  );
  assert.equal((await found(bench.navigator, 'Mohamed')).length, MOST_SHOWN);
});

test('the keys beside the circles are those of the people whom they look after, whatever was written in between', async () => {
  const { rows } = await bench.database.pool.query<{ gone: number; come: number; kept: number }>(`
    with wanted as (
      select distinct reach.circle_id, held.token, held.person_id from people.reach
      join (select person_id, token from people.name_token union select person_id, '~' || near from people.name_near) as held
        using (person_id) where reach.kind = 'looks_after')
    select (select count(*)::integer from (table people.name_reach except select * from wanted) as one) as come,
      (select count(*)::integer from (select * from wanted except table people.name_reach) as one) as gone,
      (select count(*)::integer from people.name_reach) as kept`);
  assert.deepEqual([rows[0]?.gone, rows[0]?.come], [0, 0]);
  assert.ok(Number(rows[0]?.kept) > 500);
});
