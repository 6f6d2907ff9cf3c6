import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ANYONE } from '@qantara/kernel';
import { serverModule, type Measure } from '@qantara/platform';
import { sql } from 'kysely';
import type { Countable, FigureTable, Indicator } from '../contract/index.ts';
import {
  actorWith,
  anIndicator,
  aReferral,
  callRoute,
  inSystem,
  openCountedRegion,
  tellEverybody,
  type CountedRegion,
} from './testing.ts';

const YEAR = new Date().getUTCFullYear();
const PLANNER = actorWith(null, 'indicator:read', 'indicator:write', 'indicator:approve');
const SENT = 'referrals.published_referral';

const lent = (code: string, more: Partial<Measure>): Measure => ({
  code,
  unit: 'count',
  better: 'up',
  isOfPeople: true,
  source: SENT,
  numerator: sql`true`,
  denominator: sql`true`,
  at: sql`fact.sent_at`,
  newest: sql`fact.sent_at`,
  traits: { need: sql`fact.need_code` },
  ...more,
});

/** A module to come: it publishes what it counts, and no other module is changed for it. */
const lending = serverModule({
  name: 'lending',
  routes: {},
  handlers: {},
  measures: [
    lent('books_lent', {
      numerator: sql`fact.need_code = 'housing'`,
      records: {
        id: sql`fact.referral_id::text`,
        may: 'lending:open',
        listVisible: async (_ctx, ids, limit) => {
          const book = { at: null, name: { en: 'A book' }, about: null, organisationName: null, stateWord: null };
          return Promise.resolve(ids.slice(0, limit).map((id) => ({ ...book, path: `/books/${id}` })));
        },
      },
    }),
    lent('shelves_kept', { isOfPeople: false, at: null, numerator: sql`fact.need_code = 'food'` }),
  ],
});

let region: CountedRegion;
before(async () => {
  region = await openCountedRegion([lending]);
  const sentAt = new Date(Date.now() - 60_000).toISOString();
  for (let one = 0; one < 14; one += 1) await aReferral(region, { sentAt, needCode: 'food' });
  for (let one = 0; one < 3; one += 1) await aReferral(region, { sentAt, needCode: 'housing' });
});
after(() => region.database.close());

async function got<T>(path: string, input: object, actor = PLANNER): Promise<T> {
  const { value, code } = await callRoute<T>(region, path, { input, actor });
  assert.equal(code, null, `${path} was refused with ${code}`);
  return value as T;
}

const WORDS = { name: { en: 'Books' }, definition: { en: 'Lent' }, source: { en: 'Shelves' }, frequency: 'year' };
const counted = (code: string, recipe: string, needCode: string | null = null) =>
  got<Indicator>('POST /counted-indicators', { ...WORDS, code, recipe, needCode, better: 'up' });

const publicTotal = async (code: string) =>
  (await got<FigureTable>('GET /public/indicators/:code/figures', { code, year: YEAR, by: 'none' }, ANYONE)).total;
const staffTotal = async (code: string) =>
  (await got<FigureTable>('GET /indicators/:code/figures', { code, by: 'none' })).total;

test('what a module publishes can be chosen, is counted at once, and of one need where it knows needs', async () => {
  const { measures } = await got<{ measures: Countable[] }>('GET /measures', {});
  const names = measures.map(({ recipe, publishedBy }) => `${publishedBy}.${recipe}`);
  for (const name of [
    'lending.books_lent',
    'referrals.closure_rate',
    'screening.wanted_needs',
    'directory.fresh_services_rate',
  ])
    assert.ok(names.includes(name), name);
  const books = await counted('books', 'books_lent');
  assert.deepEqual(
    [books.publishedBy, books.kind, books.unit, books.isOfPeople],
    ['lending', 'programme', 'count', true],
  );
  assert.equal((await staffTotal('books')).value, 3);
  await counted('books_for_food', 'books_lent', 'food');
  assert.equal((await staffTotal('books_for_food')).value, 0);
});

test('what is not published, or of a need that is not known, is refused at its field', async () => {
  const refused = async (more: object) =>
    (
      await callRoute(region, 'POST /counted-indicators', {
        input: { ...WORDS, better: 'up', code: 'x_y', ...more },
        actor: PLANNER,
      })
    ).code;
  assert.equal(await refused({ recipe: 'nobody_counts' }), 'measure_not_found');
  assert.equal(await refused({ recipe: 'books_lent', needCode: 'moon' }), 'need_not_found');
  assert.equal(await refused({ recipe: 'books_lent', code: 'books' }), 'indicator_exists');
});

type Behind = { indicator: Indicator; records: { path: string }[] };
const behind = (code: string, input: object, ...permissions: string[]) =>
  got<Behind>('GET /indicators/:code/records', { code, ...input }, actorWith(null, 'indicator:read', ...permissions));

test('its records open from the figure, where its module lets the reader', async () => {
  const opened = await behind('books', { counted: 'true' }, 'lending:open');
  assert.equal(opened.records.length, 3);
  assert.ok(opened.records.every(({ path }) => path.startsWith('/books/')));
  assert.equal((await behind('books', { by: 'need', key: 'food' }, 'lending:open')).records.length, 14);
  assert.equal(opened.indicator.opensRecords, true);
  const closed = await behind('books', { counted: 'true' });
  assert.deepEqual([closed.indicator.opensRecords, closed.records], [false, []]);
});

test('behind the share of services that somebody made sure of stand services, and behind said needs nobody', async () => {
  await counted('fresh', 'fresh_services_rate');
  const services = (await behind('fresh', {})).records.map(({ path }) => path);
  assert.deepEqual(services, [`/services/${region.serviceId}`]);
  assert.deepEqual((await behind('fresh', { counted: 'true' })).records, []);
  const wanted = await counted('wanted', 'wanted_needs');
  assert.equal(wanted.opensRecords, false);
});

test('of people nothing is public before it is released, and then nothing of a few', async () => {
  await counted('all_lent', 'books_lent');
  assert.equal((await publicTotal('books')).state, 'missing');
  await tellEverybody(region);
  const told = await publicTotal('books');
  assert.deepEqual([told.state, told.value], ['suppressed', null]);
  assert.equal((await publicTotal('books_for_food')).state, 'missing', 'of one need it is not told');
});

test('two names of one measure tell the same, whenever the second was thought of', async () => {
  await counted('sent_again', 'books_lent');
  const total = async (code: string) => (await publicTotal(code)).state;
  assert.equal(await total('sent_again'), await total('books'));
  const { rows } = await region.database.pool.query<{ count: number }>({
    text: `select count(distinct dataset_code)::int as count from disclosure.release where dataset_code like 'figures.books%'`,
    values: [],
  });
  assert.equal(rows[0]?.count, 1);
});

test('what counts nobody is public as it stands now, and of a year that is over nothing is known', async () => {
  await counted('shelves', 'shelves_kept');
  assert.equal((await publicTotal('shelves')).value, 14);
  const before1 = { code: 'shelves', year: YEAR - 1, by: 'none' };
  const { total } = await got<FigureTable>('GET /public/indicators/:code/figures', before1, ANYONE);
  assert.notEqual(total.value, 14);
});

test('a measure that no module publishes any more is told to nobody outside, and nothing breaks', async () => {
  await inSystem(region.executor, (ctx) => anIndicator(ctx, { code: 'gone', recipe: 'gone_by', unit: 'count' }));
  assert.equal((await publicTotal('gone')).state, 'missing');
  const { indicators } = await got<{ indicators: Indicator[] }>('GET /indicators', {}, ANYONE);
  const gone = indicators.find(({ code }) => code === 'gone');
  assert.deepEqual([gone?.publishedBy, gone?.isOfPeople], [null, true]);
});
