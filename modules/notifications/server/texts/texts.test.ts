import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { call, get, refusalOf } from '@qantara/identity/testing';
import type { NoticeText, TemplatePage } from '../../contract/index.ts';
import { asked, look, openNoticeBench, tell, type NoticeBench } from '../testing.ts';

let bench: NoticeBench;
before(async () => {
  bench = await openNoticeBench();
});
after(() => bench.database.close());

const template = 'referral.asked';
const draft = 'POST /notice-templates/:template/draft';
const publish = 'POST /notice-templates/:template/publish';
const all = (text: string) => ({ ar: text, fr: text, en: text });
const words = { subject: all('{mark}'), body: all('Ours: {link}'), short: all('Ours {link}') };

async function faultsOf(input: object): Promise<string[]> {
  const answer = await call(bench, draft, { input: { template, ...words, ...input }, actor: bench.chief });
  return answer.ok ? [] : answer.fields.map(({ path, code }) => `${path} ${code}`);
}

test('a template without words of the region is sent as it is shipped, and shown in three languages', async () => {
  const page = await get<TemplatePage>(bench, 'GET /notice-templates/:template', {
    input: { template },
    actor: bench.chief,
  });
  assert.deepEqual(
    page.texts.map(({ number, state }) => [number, state]),
    [[0, 'published']],
  );
  assert.deepEqual(
    page.previews.map(({ locale }) => locale),
    ['ar', 'fr', 'en'],
  );
  for (const { short, body, parts } of page.previews) {
    assert.match(body, /https:\/\/sabil\.example\/(?:ar|fr|en)\/r\//);
    assert.doesNotMatch(`${short}${body}`, /[{}]/);
    assert.ok(parts >= 1 && parts <= 4);
  }
});

test('words with an unknown placeholder or without the link are refused, naming the field', async () => {
  assert.deepEqual(await faultsOf({ body: { ...words.body, fr: '{link} {nom}' } }), ['body.fr placeholder_unknown']);
  assert.deepEqual(await faultsOf({ short: { ...words.short, ar: 'مرحبا' } }), ['short.ar link_missing']);
  assert.equal(
    await refusalOf(bench, draft, { input: { template: 'no.such', ...words }, actor: bench.chief }),
    'template_not_found',
  );
  assert.equal(await refusalOf(bench, draft, { input: { template, ...words }, actor: bench.staff }), 'not_allowed');
});

test('a draft is published whole, sent from then on, and never changed again', async () => {
  const { fr: _left, ...part } = words.body;
  const begun = await get<NoticeText>(bench, draft, { input: { template, ...words, body: part }, actor: bench.chief });
  const key = { template, number: begun.number, version: begun.version };
  assert.equal(await refusalOf(bench, publish, { input: key, actor: bench.chief }), 'notice_text_unsound');
  const written = await get<NoticeText>(bench, draft, {
    input: { template, ...words, version: begun.version },
    actor: bench.chief,
  });
  assert.equal(
    await refusalOf(bench, draft, { input: { template, ...words, version: begun.version }, actor: bench.chief }),
    'notice_text_changed',
  );
  await get(bench, publish, { input: { ...key, version: written.version }, actor: bench.chief });
  await tell(bench, asked(bench));
  await look(bench);
  assert.match(bench.doors.letters.at(-1)?.text ?? '', /^Ours: https:\/\/sabil\.example\/ar\/r\//);
  await assert.rejects(
    bench.database.pool.query(`update notifications.text set words = '{}' where template = '${template}'`),
    /never changed/,
  );
  const next = await get<NoticeText>(bench, draft, { input: { template, ...words }, actor: bench.chief });
  assert.equal(next.number, begun.number + 1);
  await get(bench, publish, { input: { template, number: next.number, version: next.version }, actor: bench.chief });
  const page = await get<TemplatePage>(bench, 'GET /notice-templates/:template', {
    input: { template },
    actor: bench.chief,
  });
  assert.deepEqual(
    page.texts.map(({ number, state }) => [number, state]),
    [
      [2, 'published'],
      [1, 'superseded'],
      [0, 'superseded'],
    ],
  );
});

test('the version that was sent is kept with the message', async () => {
  const { rows } = await bench.database.pool.query('select max(text_number) as number from notifications.message');
  assert.equal((rows[0] as { number: number }).number, 1);
});
