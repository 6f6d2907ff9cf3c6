import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import fc from 'fast-check';
import type { Actor } from '@qantara/kernel';
import { get, inSystem } from '@qantara/identity/testing';
import { saveArea } from '@qantara/territory/server';
import { circlesOf } from '@qantara/platform';
import type { PersonCard } from '../../contract/index.ts';
import { askedNameKeys, askedNearKeys, classesOf, nameKeys, nearNameKeys } from '../../domain/index.ts';
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

type Way = { circle: string; class: string };
type Known = { personId: string; names: string[]; ways: Way[] };

/** Everybody, as whoever owns the tables sees them: nothing of the search is in it. */
async function everybody(): Promise<Known[]> {
  const { rows } = await bench.database.pool.query<Known>(`
    select person_id as "personId",
      array(select words from people.person_name where person_name.person_id = person.person_id) as names,
      (select coalesce(jsonb_agg(jsonb_build_object('circle', circle_id, 'class', record_class)), '[]')
        from people.reach where reach.person_id = person.person_id
          and (kind = 'looks_after' or kind = 'shared' and basis_id = circle_id)) as ways
    from people.person order by person_id desc`);
  return rows;
}

const hasAny = (held: readonly string[], asked: readonly string[]): boolean => asked.some((key) => held.includes(key));

/** Whom a reader is to find, counted out by hand over everybody: the newest records first, and no more than a page. */
function expected(people: readonly Known[], actor: Actor, name: string): string[] {
  const circles = circlesOf(actor);
  const isWay = ({ circle, class: its }: Way): boolean =>
    circles.includes(circle) && classesOf(actor).some((one) => one === its);
  const reached = people.filter(({ ways }) => ways.some(isWay));
  const asked = askedNameKeys(name);
  const exact = reached.filter(({ names }) => {
    const held = names.flatMap(nameKeys);
    return asked.every((key) => held.includes(key));
  });
  const near = askedNearKeys(name);
  // The one area of this region is the whole of it: who answers for it finds with an error in the name too.
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
async function fillRegion(areaId: string): Promise<void> {
  const names = fc.sample(fc.tuple(aName, aName, fc.nat(9)), { numRuns: 150, seed: 41 });
  for (const [usual, other, chance] of names) {
    const actor = chance % 2 === 0 ? bench.navigator : bench.otherNavigator;
    const { personId } = await aPerson(bench, { displayName: usual, areaId: chance % 3 === 0 ? areaId : null }, actor);
    const input = { personId, kind: 'known_as', words: other };
    if (chance < 3) await get(bench, 'POST /people/:personId/names', { input, actor });
    if (chance === 4) await aConsent(bench, personId, { recipients: [bench.organisations.clinic] });
    if (chance === 6)
      await bench.database.pool.query({
        text: `update people.reach set circle_id = $1 where person_id = $2 and kind = 'looks_after'`,
        values: [bench.organisations.clinic, personId],
      });
    if (chance === 5)
      await bench.database.pool.query({ text: `select people.save_class($1, 'violence')`, values: [personId] });
    if (chance === 8)
      await bench.database.pool.query({
        text: `with gone as (delete from people.name_token where person_id = $1),
          near as (delete from people.name_near where person_id = $1) delete from people.person_name where person_id = $1`,
        values: [personId],
      });
    // As the stores do after every change of names or ways.
    await bench.database.pool.query({ text: `select people.keep_name_reach($1)`, values: [personId] });
  }
}

test('whoever looks for whatever name finds whom the names and the reach say, newest first, and nobody else', async () => {
  const area = {
    code: 'R',
    parentCode: null,
    kind: 'region' as const,
    name: { en: 'R' },
    boundary: null,
    latitude: null,
  };
  const areaId = await inSystem(bench, (ctx) => saveArea(ctx, { ...area, longitude: null, population: null }));
  await fillRegion(areaId);
  const people = await everybody();
  const readers = [
    bench.navigator,
    bench.otherNavigator,
    { ...bench.navigator, organisationId: null },
    { ...bench.navigator, permissions: new Set([...bench.navigator.permissions, 'class:violence']) },
    { ...bench.navigator, areaId, permissions: new Set([...bench.navigator.permissions, 'scope:territory']) },
  ];
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
      select name_token.person_id, reach.circle_id, name_token.token from people.reach join people.name_token using (person_id)
        where reach.kind = 'looks_after' or reach.kind = 'shared' and reach.basis_id = reach.circle_id
      union select name_near.person_id, reach.circle_id, '~' || name_near.near from people.reach join people.name_near using (person_id)
        where reach.kind = 'looks_after' or reach.kind = 'shared' and reach.basis_id = reach.circle_id)
    select (select count(*)::integer from (table people.name_reach except select * from wanted) as one) as come,
      (select count(*)::integer from (select * from wanted except table people.name_reach) as one) as gone,
      (select count(*)::integer from people.name_reach) as kept`);
  assert.deepEqual([rows[0]?.gone, rows[0]?.come], [0, 0]);
  assert.ok(Number(rows[0]?.kept) > 500);
});
