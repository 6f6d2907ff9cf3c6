import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import fc from 'fast-check';
import { call, get, inSystem } from '@qantara/identity/testing';
import { aConsent, aPerson } from '@qantara/people/testing';
import { saveArea } from '@qantara/territory/server';
import { aCohort, membersOf, openCohortsBench, proposalsOf, type CohortsBench } from './testing.ts';

let bench: CohortsBench;
/** A region, a town in it, a quarter of the town. */
const areas: string[] = [];
before(async () => {
  bench = await openCohortsBench();
  const plain = { boundary: null, latitude: null, longitude: null, population: null };
  for (const [index, kind] of (['region', 'municipality', 'neighbourhood'] as const).entries())
    areas.push(
      await inSystem(bench, (ctx) =>
        saveArea(ctx, {
          ...plain,
          kind,
          code: kind,
          parentCode: index === 0 ? null : (['region', 'municipality'][index - 1] ?? ''),
          name: { en: kind },
        }),
      ),
    );
});
after(() => bench.database.close());

const THIS_YEAR = new Date().getUTCFullYear();
const NEEDS = ['safety', 'food', 'housing'] as const;
const LANGUAGES = ['ar', 'fr', 'so'] as const;
const GENDERS = ['woman', 'man'] as const;

type Somebody = {
  /** In how many years they are, this year, not knowing the day; null where it is not known. */
  turns: number | null;
  area: number | null;
  languages: string[];
  gender: 'woman' | 'man' | null;
  needs: string[] | null;
  consents: {
    purpose: 'cohort' | 'referral';
    categories: ('identity' | 'need')[];
    names: 'clinic' | 'food';
    becomes: 'runs' | 'withdrawn';
  }[];
  joins: boolean;
};

const somebody: fc.Arbitrary<Somebody> = fc.record({
  // Of age, for they agree themselves.
  turns: fc.option(fc.integer({ min: 20, max: 90 })),
  area: fc.option(fc.nat(2)),
  languages: fc.subarray([...LANGUAGES]),
  gender: fc.option(fc.constantFrom(...GENDERS)),
  needs: fc.option(fc.subarray([...NEEDS])),
  consents: fc.array(
    fc.record({
      purpose: fc.constantFrom('cohort', 'cohort', 'cohort', 'referral'),
      categories: fc.constantFrom(['identity'], ['identity', 'need'], ['identity', 'need'], ['need']),
      names: fc.constantFrom('clinic', 'clinic', 'clinic', 'food'),
      becomes: fc.constantFrom('runs', 'runs', 'withdrawn'),
    }),
    { maxLength: 2 },
  ),
  joins: fc.boolean(),
});

const criteria = fc.record({
  ages: fc.option(fc.tuple(fc.integer({ min: 15, max: 60 }), fc.integer({ min: 5, max: 60 }))),
  areas: fc.subarray([0, 1, 2]),
  languages: fc.subarray([...LANGUAGES], { maxLength: 1 }),
  genders: fc.subarray([...GENDERS], { maxLength: 1 }),
  needs: fc.subarray([...NEEDS], { maxLength: 2 }),
});
type Asked = typeof criteria extends fc.Arbitrary<infer T> ? T : never;

/** Without the day of birth they are as old as they turn this year, or a year less. */
function agesOf(turns: number): number[] {
  const today = new Date();
  const isLastDay = today.getUTCMonth() === 11 && today.getUTCDate() === 31;
  return isLastDay ? [turns] : [turns - 1, turns];
}

function isOfAge({ turns }: Somebody, ages: [number, number] | null): boolean {
  if (ages === null) return true;
  const [from, span] = ages;
  return turns !== null && agesOf(turns).every((age) => age >= from && age <= from + span);
}

/** Told apart from the program: everybody who is one of these ages for certain, and of whom all the rest is known and holds. */
function fits(one: Somebody, asked: Asked): boolean {
  const among = (wanted: readonly unknown[], known: readonly unknown[]) =>
    wanted.length === 0 || wanted.some((each) => known.includes(each));
  const around = one.area === null ? [] : [0, 1, 2].slice(0, one.area + 1);
  return (
    isOfAge(one, asked.ages) &&
    among(asked.areas, around) &&
    among(asked.languages, one.languages) &&
    among(asked.genders, [one.gender]) &&
    among(asked.needs, one.needs ?? [])
  );
}

function agreed(one: Somebody, asked: Asked): boolean {
  return one.consents.some(
    ({ purpose, categories, names, becomes }) =>
      purpose === 'cohort' &&
      names === 'clinic' &&
      becomes === 'runs' &&
      categories.includes('identity') &&
      (asked.needs.length === 0 || categories.includes('need')),
  );
}

/** Makes somebody true, with every consent running; gives back those that are to be taken back afterwards. */
async function live(one: Somebody): Promise<{ personId: string; toWithdraw: string[] }> {
  const { personId } = await aPerson(bench, {
    displayName: 'Somebody',
    birthYear: one.turns === null ? null : THIS_YEAR - one.turns,
    areaId: one.area === null ? null : (areas[one.area] ?? null),
    languages: one.languages,
    gender: one.gender,
  });
  if (one.needs !== null) {
    const needs = Object.fromEntries(NEEDS.map((code) => [code, one.needs?.includes(code) ? 'yes' : 'no']));
    const input = { personId, channel: 'navigator', needs, wants: {}, locale: 'ar' };
    await get(bench, 'POST /screenings', { input, actor: bench.navigator });
  }
  const toWithdraw: string[] = [];
  for (const { names, becomes, ...consent } of one.consents) {
    const given = { ...consent, recipients: [bench.organisations[names]] };
    const { consentId } = await aConsent(bench, personId, given);
    if (becomes === 'withdrawn') toWithdraw.push(consentId);
  }
  return { personId, toWithdraw };
}

async function withdraw(personId: string, consentIds: readonly string[]): Promise<void> {
  for (const consentId of consentIds)
    await get(bench, 'POST /people/:personId/consents/:consentId/withdraw', {
      input: { personId, consentId },
      actor: bench.navigator,
    });
}

const ids = (rows: readonly { personId: string }[]) => rows.map(({ personId }) => personId).toSorted();

const ofAsked = (asked: Asked) => ({
  ageFrom: asked.ages?.[0] ?? null,
  ageTo: asked.ages === null ? null : asked.ages[0] + asked.ages[1],
  areaIds: asked.areas.map((index) => areas[index] ?? ''),
  languages: asked.languages,
  genders: asked.genders,
  needCodes: asked.needs,
});

type Made = { one: Somebody; personId: string; toWithdraw: string[]; hasJoined: boolean };

/** Those who wish to, join while every consent of theirs still runs; then some are taken back. */
async function pass(people: Somebody[], asked: Asked, cohortId: string): Promise<Made[]> {
  const made: Made[] = [];
  for (const one of people) {
    const { personId, toWithdraw } = await live(one);
    const path = 'POST /cohorts/:cohortId/members';
    const hasJoined =
      one.joins && (await call(bench, path, { input: { cohortId, personId }, actor: bench.navigator })).ok;
    const willing = { ...one, consents: one.consents.map((each) => ({ ...each, becomes: 'runs' as const })) };
    assert.equal(hasJoined, one.joins && fits(one, asked) && agreed(willing, asked));
    await withdraw(personId, toWithdraw);
    made.push({ one, personId, toWithdraw, hasJoined });
  }
  return made;
}

test('who is proposed is who fits and agreed, counted by hand; no membership outlives its consent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(somebody, { minLength: 6, maxLength: 9 }), criteria, async (people, asked) => {
      const { cohortId } = await aCohort(bench, ofAsked(asked));
      const made = await pass(people, asked, cohortId);
      const mine = new Set(made.map(({ personId }) => personId));
      const own = (rows: readonly { personId: string }[]) => ids(rows).filter((personId) => mine.has(personId));
      const seen = own(await membersOf(bench, cohortId, bench.runner));
      assert.deepEqual(own(await membersOf(bench, cohortId)), seen);
      for (const { one, hasJoined } of made.filter(({ personId }) => seen.includes(personId)))
        assert.ok(hasJoined && agreed(one, asked), 'a membership outlived its consent');
      const wanted = made.filter(({ one }) => agreed(one, asked) && fits(one, asked));
      const isOut = ({ personId }: Made) => !seen.includes(personId);
      assert.deepEqual(own(await proposalsOf(bench, cohortId)), ids(wanted.filter(isOut)));
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
