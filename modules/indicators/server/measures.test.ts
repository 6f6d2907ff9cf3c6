import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveOrganisation } from '@qantara/organisations/server';
import type { FigureTable, ReasonMix, Recipe, Scorecard } from '../contract/index.ts';
import {
  actorWith,
  aReferral,
  anIndicator,
  callRoute,
  inSystem,
  openCountedRegion,
  TIME_ZONE,
  type CountedRegion,
  type NewFact,
} from './testing.ts';

const STAFF = 'GET /indicators/:code/figures';
const YEAR = { startsOn: '2025-01-01', endsOn: '2026-01-01' };
const STATUSES = ['requested', 'accepted', 'completed', 'completed', 'failed', 'rejected', 'cancelled'];
const LANGUAGES = ['ar', 'ar', 'fr', 'ar', 'ar', 'fr', 'ar', 'kab', 'ar', 'ar', 'ar', 'ar'];
const PLANNER = actorWith(null, 'indicator:read', 'scorecard:read', 'scorecard:compare');
const READER = actorWith(null, 'indicator:read');

/** Each measure written out a second time, over the tables themselves. */
const APART: Partial<Record<Recipe, { counted: string; outOf: string; days?: string; share?: number }>> = {
  accepted_rate: { counted: `r.status <> 'rejected'`, outOf: 'r.answered_at is not null' },
  silent_rate: {
    counted: `r.answered_at is null and (r.reason_code = 'no_answer' or r.due_at < now())`,
    outOf: 'true',
  },
  passed_on_rate: { counted: 'r.depth >= 1', outOf: 'true' },
  good_help_rate: { counted: 'w.rating in (4, 5)', outOf: 'w.rating is not null' },
  p90_days_to_answer: { counted: 'true', outOf: 'r.answered_at is not null', days: 'r.answered_at', share: 0.9 },
  median_days_to_help: { counted: 'true', outOf: `r.status = 'completed'`, days: 'r.ended_at', share: 0.5 },
  p90_days_to_help: { counted: 'true', outOf: `r.status = 'completed'`, days: 'r.ended_at', share: 0.9 },
};
const RECIPES = Object.keys(APART) as Recipe[];

let region: CountedRegion;
let other: string;

/** What stands on a referral because of its status. */
function lifeOf(status: string, after: (hours: number) => string, index: number): Partial<NewFact> {
  if (status === 'requested') return { dueAt: after(48) };
  if (status === 'cancelled') return { reasonCode: 'no_answer' };
  const answeredAt = after((index % 11) * 9);
  if (status === 'rejected') return { answeredAt, reasonCode: 'at_capacity' };
  if (status !== 'completed') return { answeredAt };
  return { answeredAt, endedAt: after(100 + (index % 13) * 31), confirmation: 'helped', rating: (index % 5) + 1 };
}

/** The whole year before, in steps that share no factor with the lists they choose from: every mixture happens. */
async function addYear(): Promise<void> {
  const { harbour, oldTown, hills } = region.areas;
  const from = <T>(list: readonly T[], place: number): T => list[place % list.length] as T;
  for (let index = 0; index < 240; index += 1) {
    const sent = Date.parse('2025-01-02T05:00:00Z') + index * 35 * 3600_000;
    const after = (hours: number) => new Date(sent + hours * 3600_000).toISOString();
    const status = from(STATUSES, index * 3);
    await aReferral(region, {
      sentAt: after(0),
      status,
      areaId: from([harbour, oldTown, hills, null, oldTown], index),
      needCode: from(['food', 'food', 'food', 'housing', 'housing', 'housing', 'housing'], index),
      depth: from([1, 0, 0, 0, 0, 0, 0, 0, 0], index),
      organisationId: from([other, region.organisationId, region.organisationId, region.organisationId], index),
      person: {
        language: from(LANGUAGES, index),
        birthYear: 2010 - (index % 60),
        gender: from(['man', 'woman', 'woman'], index),
      },
      ...lifeOf(status, after, index),
    });
  }
}

before(async () => {
  region = await openCountedRegion();
  other = await inSystem(region.executor, async (ctx) => {
    for (const recipe of RECIPES)
      await anIndicator(ctx, { recipe, unit: APART[recipe]?.days === undefined ? 'ratio' : 'days' });
    await anIndicator(ctx, { recipe: 'referrals_sent', unit: 'count' });
    const bare = { email: null, phone: null, website: null, areaId: null, description: null };
    const name = { en: 'Second house' };
    return saveOrganisation(ctx, { ...bare, name, sector: 'association', receivesReferrals: true });
  });
  await addYear();
});
after(() => region.database.close());

async function figures(input: object, actor = READER): Promise<FigureTable> {
  const answer = await callRoute<FigureTable>(region, STAFF, { input, actor });
  assert.equal(answer.code, null);
  return answer.value as FigureTable;
}

const KEYS = {
  none: `''`,
  month: `to_char((r.sent_at at time zone '${TIME_ZONE}')::date, 'YYYY-MM') || '-01'`,
  need: 'r.need_code',
  partner: 'r.organisation_id::text',
} as const;

type Row = { key: string; counted: number; of: number; days: number | null };

async function apart(recipe: Recipe, key: string): Promise<Map<string, Row>> {
  const { counted, outOf, days, share } = APART[recipe] ?? { counted: 'true', outOf: 'true' };
  const length = days === undefined ? 'null' : `extract(epoch from ${days} - r.sent_at) / 86400.0`;
  const { rows } = await region.database.pool.query<Row>(`
    select key, count(*) filter (where hit)::int as counted, count(*)::int as of,
      percentile_cont(${share ?? 0.5}) within group (order by days) as days
    from (select ${key} as key, (${counted}) as hit, (${length})::double precision as days
      from referrals.referral as r left join referrals.person_word as w on w.referral_id = r.referral_id and w.is_last
      where extract(year from r.sent_at at time zone '${TIME_ZONE}') = 2025 and (${outOf})) as told group by key`);
  return new Map(rows.map((row) => [row.key, row]));
}

for (const by of ['none', 'month', 'need', 'partner'] as const)
  test(`every measure by ${by} is what SQL written apart says`, async () => {
    for (const recipe of RECIPES) {
      const expected = await apart(recipe, KEYS[by]);
      const table = await figures({ code: recipe, ...YEAR, by }, PLANNER);
      const cells = by === 'none' ? [{ key: '', figure: table.total }] : table.rows;
      for (const { key, figure } of cells) {
        const want = expected.get(key);
        if (want === undefined) assert.equal(figure.value, null, `${recipe} ${key}`);
        else if (APART[recipe]?.days === undefined)
          assert.deepEqual([figure.numerator, figure.denominator], [want.counted, want.of], `${recipe} ${key}`);
        else assert.ok(Math.abs((figure.value ?? Number.NaN) - (want.days ?? 0)) < 1e-6, `${recipe} ${key}`);
      }
    }
  });

test('what a person is: of a whole year and everybody, suppressed, and its rows add up to no hidden cell', async () => {
  const refused = async (input: object) =>
    (await callRoute(region, STAFF, { input: { code: 'accepted_rate', by: 'age', ...input }, actor: PLANNER })).code;
  assert.equal(await refused({ ...YEAR, endsOn: '2025-07-01' }), 'breakdown_of_whole_year');
  assert.equal(await refused({ ...YEAR, needCode: 'food' }), 'breakdown_of_whole_year');
  assert.equal(await refused({ ...YEAR, areaId: region.areas.hills }), 'breakdown_of_whole_year');
  assert.equal(await refused(YEAR), null);
  const table = await figures({ code: 'referrals_sent', ...YEAR, by: 'language' });
  const told = Object.fromEntries(table.rows.map(({ key, figure }) => [key, [figure.value, figure.state]]));
  assert.deepEqual(told['ar'], [180, 'shown']);
  const hidden = table.rows.filter(({ figure }) => figure.state === 'suppressed');
  assert.notEqual(hidden.length, 1, 'one hidden cell beside a total is no hidden cell');
  const { rows } = await figures({ code: 'good_help_rate', ...YEAR, by: 'gender' });
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['woman', 'man', 'other', ''],
  );
});

test('a partner is told of itself alone, whoever compares of all, and nobody else of any', async () => {
  const rowsFor = async (actor: typeof READER) =>
    (await figures({ code: 'accepted_rate', ...YEAR, by: 'partner' }, actor)).rows.map(({ key }) => key);
  assert.deepEqual((await rowsFor(PLANNER)).toSorted(), [region.organisationId, other].toSorted());
  assert.deepEqual(await rowsFor(actorWith(other, 'indicator:read', 'referral:answer')), [other]);
  assert.deepEqual(await rowsFor(READER), []);
  const open = await callRoute(region, 'GET /public/indicators/:code/figures', {
    input: { code: 'accepted_rate', by: 'partner' },
  });
  assert.equal(open.code, 'invalid_input');
});

test('behind a figure stand the referrals that the reader may open, and no other', async () => {
  const behind = async (organisationId: string, ...permissions: string[]) => {
    const input = { code: 'accepted_rate', ...YEAR, by: 'need', key: 'food', counted: 'true' };
    const actor = actorWith(organisationId, 'indicator:read', ...permissions);
    const answer = await callRoute<{ records: { path: string }[] }>(region, 'GET /indicators/:code/records', {
      input,
      actor,
    });
    return new Set(answer.value?.records.map(({ path }) => path));
  };
  const { rows } = await region.database.pool.query<{ id: string }>({
    text: `select referral_id as id from referrals.referral where organisation_id = $1 and need_code = 'food'
      and answered_at is not null and status not in ('rejected', 'draft')
      and extract(year from sent_at at time zone '${TIME_ZONE}') = 2025`,
    values: [other],
  });
  assert.ok(rows.length > 5);
  const answers = ['worklist:read', 'referral:answer'];
  assert.deepEqual(await behind(other, ...answers), new Set(rows.map(({ id }) => `/work/referrals/${id}`)));
  assert.equal((await behind('0199aaaa-0000-7000-8000-0000000000ff', ...answers)).size, 0);
  assert.equal((await behind(other)).size, 0, 'whoever has no worklist opens none');
});

test('what people say of the help is told to a partner of many, and behind it stands nobody', async () => {
  const partner = actorWith(other, 'indicator:read', 'worklist:read', 'referral:answer');
  const code = 'good_help_rate';
  const asked = async (path: string, input: object) =>
    callRoute(region, path, { input: { code, ...input }, actor: partner });
  assert.equal((await asked(STAFF, { ...YEAR, needCode: 'food', by: 'partner' })).code, 'breakdown_of_whole_year');
  assert.equal((await asked(STAFF, { startsOn: '2025-03-01', endsOn: '2025-03-08' })).code, 'breakdown_of_whole_year');
  const { value } = await asked('GET /indicators/:code/records', { ...YEAR, counted: 'true' });
  assert.deepEqual((value as { records: unknown[] }).records, []);
});

test('why help did not come is told to a partner of a whole year, so that no two answers tell of one person', async () => {
  await region.database.pool.query({
    text: `update referrals.person_word set confirmation = 'not_helped', rating = null, why_not = 'never_called'`,
    values: [],
  });
  const told = async (actor: typeof READER, input: object) => {
    const answer = await callRoute<ReasonMix>(region, 'GET /figure-reasons', { input, actor });
    return answer.value?.saidWhy.map(({ count }) => count > 10);
  };
  const partner = actorWith(other, 'indicator:read', 'referral:answer');
  assert.deepEqual(await told(partner, YEAR), [true]);
  const lessADay = { ...YEAR, endsOn: '2025-12-31' };
  assert.deepEqual(await told(partner, lessADay), []);
  assert.deepEqual(await told(READER, lessADay), [true]);
});

/** Fourteen that the other house was asked lately: three noes, and four words of people. */
async function addLately(): Promise<void> {
  const now = Date.now();
  for (let index = 0; index < 14; index += 1) {
    const at = (hours: number) => new Date(now - (20 * 24 - hours) * 3600_000).toISOString();
    const answered = { sentAt: at(0), answeredAt: at(24 * (index % 5)), organisationId: other };
    const said = index % 2 === 0 ? { confirmation: 'helped', rating: 1 } : {};
    if (index < 3) await aReferral(region, { ...answered, status: 'rejected', reasonCode: 'not_eligible' });
    else await aReferral(region, { ...answered, status: 'completed', endedAt: at(200), ...said });
  }
}

test('a partner’s sheet: its own figures beside the region’s middle, and nothing of a few people’s words', async () => {
  await addLately();
  const sheet = async (actor: typeof READER, input = {}) =>
    callRoute<Scorecard>(region, 'GET /scorecard', { input, actor });
  const own = actorWith(other, 'scorecard:read', 'referral:answer');
  const { value } = await sheet(own);
  assert.ok(value);
  assert.deepEqual([value.asked, value.accepted, value.refused, value.silent], [14, 11, 3, 0]);
  assert.equal(value.days, 2);
  assert.deepEqual(value.reasons, [{ reasonCode: 'not_eligible', count: 3 }]);
  assert.deepEqual([value.helped.state, value.good.state], ['suppressed', 'suppressed']);
  assert.deepEqual(value.next, ['say_whom']);
  assert.equal((await sheet(own, { organisationId: region.organisationId })).code, 'organisation_not_found');
  assert.equal((await sheet(PLANNER, { organisationId: other })).value?.asked, 14);
  assert.equal((await sheet(READER)).code, 'not_allowed');
});
