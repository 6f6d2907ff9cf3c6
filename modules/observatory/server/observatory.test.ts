import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Quote } from '@qantara/disclosure/contract';
import { disclosureModule } from '@qantara/disclosure/server';
import { ANYONE, newId, type Actor } from '@qantara/kernel';
import {
  actorWith,
  anIndicator,
  aReferral,
  callRoute,
  inSystem,
  openCountedRegion,
  tellEverybody,
  type CountedRegion,
} from '@qantara/indicators/testing';
import type { Figure } from '@qantara/indicators/contract';
import { planModule } from '@qantara/plan/server';
import type { Policy } from '@qantara/policies/contract';
import { policiesModule } from '@qantara/policies/server';
import type { PublicReport, Report, Shelf } from '../contract/index.ts';
import { observatoryModule } from './index.ts';

const LAST_YEAR = new Date().getUTCFullYear() - 1;
const YEAR = String(LAST_YEAR);
const MAY = ['observatory:write', 'observatory:approve'];
const writer: Actor = actorWith(null, ...MAY);
const second: Actor = { ...writer, accountId: newId() };
const privacy: Actor = actorWith(null, 'quote:write', 'quote:release');
const SPOKEN = 'I waited four months for an answer';
const WORDS = { ar: 'كلام', fr: 'Des mots', en: 'Words' };

let region: CountedRegion;
let quoteId = '';

const call = <T>(path: string, input: object, actor = writer) => callRoute<T>(region, path, { input, actor });
async function got<T = Report>(path: string, input: object, actor = writer): Promise<T> {
  const { value, code } = await call<T>(path, input, actor);
  assert.equal(code, null, `${path} was refused with ${code}`);
  return value as T;
}
const refused = async (path: string, input: object, actor = writer) => (await call(path, input, actor)).code;
const publicOf = (more: object = {}) =>
  got<PublicReport>(
    'GET /public/observatory/:templateCode/:period',
    { templateCode: 'equality', period: YEAR, ...more },
    ANYONE,
  );

before(async () => {
  region = await openCountedRegion([disclosureModule, planModule, policiesModule, observatoryModule]);
  await inSystem(region.executor, async (ctx) => {
    for (const recipe of ['closure_rate', 'got_help_rate', 'wanted_needs']) await anIndicator(ctx, { recipe });
  });
  const sentAt = `${LAST_YEAR}-05-05T10:00:00Z`;
  const send = async (needCode: string, helped: number, open: number) => {
    for (let one = 0; one < helped; one += 1) await aReferral(region, { sentAt, needCode, status: 'completed' });
    for (let one = 0; one < open; one += 1) await aReferral(region, { sentAt, needCode, status: 'requested' });
  };
  await send('food', 40, 30);
  await send('clothes', 30, 25);
  await send('housing', 3, 17);
  await tellEverybody(region);
  const lawmaker = actorWith(null, 'policy:read', 'policy:write');
  const law = { level: 'local', kind: 'by_law', title: { en: 'Rent by-law' }, body: { en: 'The council' } };
  const drafted = {
    changes: { en: 'Rents' },
    position: 'for',
    stage: 'draft',
    stageOn: `${YEAR}-02-01`,
    isPublic: true,
  };
  const { policyId, version } = await got<Policy>('POST /policies', { ...law, ...drafted }, lawmaker);
  const adopted = { policyId, version, stage: 'adopted', reachedOn: `${LAST_YEAR + 1}-01-02` };
  await got('POST /policies/:policyId/stages', adopted, lawmaker);
  const said = { language: 'en', words: SPOKEN, attribution: 'none', groupSize: 4000 };
  const proposed = await got<Quote>('POST /quotes', said, { ...privacy, accountId: newId() });
  quoteId = (await got<Quote>('POST /quotes/:quoteId/release', proposed, privacy)).quoteId;
});
after(() => region.database.close());

let report: Report;
const step = () => ({ reportId: report.reportId, version: report.version });

test('a report is begun of a period that is over and of the kind of its template, once', async () => {
  const start = (more: object) => refused('POST /observatory', { templateCode: 'equality', period: YEAR, ...more });
  assert.equal(await start({ templateCode: 'nobody' }), 'report_template_not_found');
  assert.equal(await start({ period: `${YEAR}-Q1` }), 'report_period_other');
  assert.equal(await start({ period: String(LAST_YEAR + 1) }), 'report_period_not_over');
  const { shelves } = await got<{ shelves: Shelf[] }>('GET /observatory', {});
  assert.equal(shelves.find(({ templateCode }) => templateCode === 'equality')?.duePeriod, YEAR);
  report = await got('POST /observatory', { templateCode: 'equality', period: YEAR });
  assert.deepEqual([report.state, report.edition, report.isOwn], ['draft', 1, true]);
  assert.equal(await start({}), 'report_exists');
});

const leftOut = ({ numerator, denominator }: Figure): number | null =>
  numerator === null || denominator === null ? null : denominator - numerator;

test('its figures are those that everybody may read: nothing in it tells of a few, nor do any two of its figures', () => {
  const contents = report.sections.find(({ code }) => code === 'found')?.contents ?? [];
  const tables = contents.flatMap((content) => (content.kind === 'parts' ? content.tables : []));
  const helped = tables.find(({ indicator }) => indicator.code === 'got_help_rate')?.rows ?? [];
  const states = new Map(helped.map(({ key, figure }) => [key, figure.state]));
  assert.equal(states.get('housing'), 'suppressed');
  assert.ok([...states.values()].includes('shown'), 'and what is of many is told');
  const figures = tables.flatMap(({ rows, total }) => [total, ...rows.map(({ figure }) => figure)]);
  const counts = figures.flatMap((figure) => [figure.numerator, figure.denominator, leftOut(figure)]);
  assert.deepEqual(
    counts.filter((count) => count !== null && count > 0 && count < 11),
    [],
  );
});

test('a law stands in a report as it stood at the end of its period, whatever became of it since', () => {
  const laws = report.sections.flatMap(({ contents }) =>
    contents.flatMap((one) => (one.kind === 'policies' ? one.policies : [])),
  );
  assert.deepEqual(
    laws.map(({ stage, stageOn }) => [stage, stageOn]),
    [['draft', `${YEAR}-02-01`]],
  );
});

test('what is said of a section is said over the version that was read, in three languages before anybody approves', async () => {
  const words = { section: 'found', words: { fr: 'Des mots' } };
  assert.equal(
    await refused('POST /observatory/:reportId/words', { ...step(), ...words, section: 'moon' }),
    'report_section_not_found',
  );
  const old = step();
  report = await got('POST /observatory/:reportId/words', { ...old, ...words });
  assert.equal(await refused('POST /observatory/:reportId/words', { ...old, ...words }), 'report_changed');
  assert.equal(await refused('POST /observatory/:reportId/approve', step(), second), 'report_languages_missing');
  report = await got('POST /observatory/:reportId/words', { ...step(), section: 'found', words: WORDS });
});

test('nobody approves what they wrote, nothing is published that was not approved, and writing again asks for it again', async () => {
  assert.equal(await refused('POST /observatory/:reportId/approve', step()), 'own_report');
  assert.equal(await refused('POST /observatory/:reportId/publish', step(), second), 'report_not_approved');
  report = await got('POST /observatory/:reportId/approve', step(), second);
  assert.equal(report.state, 'approved');
  report = await got('POST /observatory/:reportId/gather', step());
  assert.equal(report.state, 'draft');
  const { templateCode, period } = report;
  assert.equal(
    await refused('GET /public/observatory/:templateCode/:period', { templateCode, period }, ANYONE),
    'report_not_found',
  );
  report = await got('POST /observatory/:reportId/approve', step(), second);
  report = await got('POST /observatory/:reportId/publish', step(), second);
});

test('what was published stays as it was, whatever becomes of the records, and the database holds to it', async () => {
  const before1 = await publicOf();
  assert.deepEqual(before1.words['found'], WORDS);
  assert.equal(JSON.stringify(before1).includes(writer.accountId ?? 'nobody'), false, 'and names nobody');
  for (let one = 0; one < 40; one += 1)
    await aReferral(region, { sentAt: `${LAST_YEAR}-06-06T10:00:00Z`, needCode: 'food', status: 'completed' });
  await tellEverybody(region);
  assert.deepEqual((await publicOf()).sections, before1.sections);
  assert.equal(await refused('POST /observatory/:reportId/gather', step()), 'report_published');
  assert.equal(
    await refused('POST /observatory/:reportId/words', { ...step(), section: 'found', words: WORDS }),
    'report_published',
  );
  const change = region.database.pool.query(`update observatory.report set words = '{"found": {"en": "other"}}'`);
  await assert.rejects(change, /never changed/);
});

test('nobody approves a report that holds words of theirs, whoever gathered or wrote after them', async () => {
  const third: Actor = { ...writer, accountId: newId() };
  const path = { written: 'POST /observatory/:reportId/words', gathered: 'POST /observatory/:reportId/gather' };
  const one = await got('POST /observatory', { templateCode: 'equality', period: String(LAST_YEAR - 1) });
  const at = { reportId: one.reportId };
  const written = await got(path.written, { ...at, version: one.version, section: 'found', words: WORDS });
  const gathered = await got(path.gathered, { ...at, version: written.version }, second);
  const approve = { ...at, version: gathered.version };
  for (const own of [writer, second])
    assert.equal(await refused('POST /observatory/:reportId/approve', approve, own), 'own_report');
  const fourth: Actor = { ...writer, accountId: newId() };
  const same = await got(path.written, { ...at, version: gathered.version, section: 'found', words: WORDS }, fourth);
  const isOwn = async () => (await got('GET /observatory/:reportId', at, fourth)).isOwn;
  assert.equal(await isOwn(), false, 'who saves what stands there has written nothing');
  const comma = { ...at, version: same.version, section: 'found', words: { ...WORDS, en: 'Words,' } };
  const mended = await got(path.written, comma, fourth);
  for (const own of [writer, fourth])
    assert.equal(
      await refused('POST /observatory/:reportId/approve', { ...at, version: mended.version }, own),
      'own_report',
    );
  const approved = await got('POST /observatory/:reportId/approve', { ...at, version: mended.version }, third);
  assert.equal(approved.state, 'approved');
  const emptied = await got(path.written, { ...at, version: approved.version, section: 'found', words: { en: '' } });
  assert.deepEqual([emptied.words, emptied.state], [{}, 'draft']);
});

test('what was never published can be discarded and begun anew, over the version that was read; what was published cannot', async () => {
  const { shelves } = await got<{ shelves: Shelf[] }>('GET /observatory', {});
  const draft = shelves.flatMap(({ reports }) => reports).find(({ state }) => state === 'draft') ?? assert.fail();
  const { reportId, version, templateCode, period } = draft;
  const discard = 'POST /observatory/:reportId/discard';
  assert.equal(await refused(discard, { reportId, version: version - 1 }), 'report_changed');
  await got(discard, { reportId, version });
  assert.equal(await refused('GET /observatory/:reportId', { reportId }), 'report_not_found');
  const anew = await got('POST /observatory', { templateCode, period });
  await got(discard, { reportId: anew.reportId, version: anew.version });
  assert.equal(await refused(discard, step()), 'report_published');
  const removal = region.database.pool.query(`delete from observatory.report where published_at is not null`);
  await assert.rejects(removal, /never discarded/);
});

const REASON = { ar: 'وصلت سجلات متأخرة', fr: 'Des dossiers sont arrivés tard', en: 'Late records' };

test('a correction is an edition of its own with its reason in three languages; the one before stays readable', async () => {
  const first = report;
  const begin = { reportId: first.reportId, reason: { en: 'Late' } };
  let next = await got('POST /observatory/:reportId/editions', begin);
  assert.deepEqual([next.edition, next.state, next.reason], [2, 'draft', { en: 'Late' }]);
  assert.equal(await refused('POST /observatory/:reportId/editions', begin), 'report_exists');
  assert.equal((await publicOf()).edition, 1, 'a draft is read by nobody');
  const stepOf = ({ reportId, version }: Report) => ({ reportId, version });
  assert.equal(await refused('POST /observatory/:reportId/approve', stepOf(next), second), 'report_languages_missing');
  next = await got('POST /observatory/:reportId/reason', { ...stepOf(next), reason: REASON });
  report = await got('POST /observatory/:reportId/approve', stepOf(next), second);
  report = await got('POST /observatory/:reportId/publish', step(), second);
  const newest = await publicOf();
  assert.deepEqual([newest.edition, newest.reason, newest.editions.map(({ edition }) => edition)], [2, REASON, [2, 1]]);
  const old = await publicOf({ edition: 1 });
  assert.deepEqual([old.state, old.sections], ['superseded', first.sections]);
  assert.notDeepEqual(newest.sections, old.sections);
  assert.equal(
    await refused('POST /observatory/:reportId/editions', { ...begin, reportId: first.reportId }),
    'report_not_published',
  );
});

const quotesIn = ({ sections }: PublicReport) =>
  sections.flatMap(({ contents }) => contents.flatMap((one) => (one.kind === 'quotes' ? one.quotes : [])));

test('what somebody said is gone from every edition the moment it is withdrawn', async () => {
  assert.deepEqual(
    [await publicOf(), await publicOf({ edition: 1 })].map((one) => quotesIn(one).map(({ quoteId }) => quoteId)),
    [[quoteId], [quoteId]],
  );
  await call('POST /quotes/:quoteId/withdraw', { quoteId }, privacy);
  for (const one of [await publicOf(), await publicOf({ edition: 1 })]) assert.deepEqual(quotesIn(one), []);
  const kept = await region.database.pool.query('select sections::text as kept from observatory.report');
  assert.ok(!JSON.stringify(kept.rows).includes(SPOKEN), 'and from the database that keeps the reports');
});
