import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { ServiceImport } from '../../contract/index.ts';
import { actorWith, aPackage, callRoute, deliver, openTestRegion, type Region } from '../testing.ts';

const administrator = actorWith('service:import');
let region: Region;

before(async () => {
  region = await openTestRegion();
});

after(() => region.database.close());

function zipped(files: Record<string, string | Uint8Array>): string {
  const entries = Object.entries(files).map(
    ([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(entries))).toString('base64');
}

async function send(source: string, content: string) {
  return callRoute(region, 'POST /imports', {
    input: { source, fileName: 'package.zip', content, language: '' },
    actor: administrator,
  });
}

async function get(importId: string): Promise<ServiceImport> {
  return (await callRoute(region, 'GET /imports/:importId', { input: { importId }, actor: administrator }))
    .value as ServiceImport;
}

test('a package sent by the page is read, then written, in the background, and its file is forgotten', async () => {
  const sent = (await send('page', zipped(aPackage()))).value as ServiceImport;
  assert.equal(sent.status, 'waiting');
  assert.equal((await send('page', zipped(aPackage()))).code, 'import_running');
  await deliver(region);
  const ended = await get(sent.importId);
  assert.deepEqual([ended.status, ended.servicesSaved, ended.rowsRead, ended.language], ['done', 1, 15, 'en']);
  const { rows } = await region.database.pool.query('select content from hsds.import');
  assert.ok(rows.every((row) => row['content'] === null));
});

test('what cannot be opened is refused at once, and nothing of it is kept', async () => {
  assert.equal((await send('text', Buffer.from('id,name').toString('base64'))).code, 'import_unreadable');
  const broken = Buffer.from(zipped(aPackage()), 'base64').subarray(0, 300).toString('base64');
  assert.equal((await send('broken', broken)).code, 'import_unreadable');
});

test('a failure in the middle of writing leaves nothing, and the page says so', async () => {
  await region.database.pool.query("alter table directory.phone add constraint test_fails check (number <> '666')");
  const sent = (await send('midway', zipped(aPackage({ 'phones.csv': 'id,service_id,number\np1,s1,666\n' }))))
    .value as ServiceImport;
  await deliver(region);
  assert.deepEqual(
    [(await get(sent.importId)).status, (await get(sent.importId)).failure],
    ['failed', 'import_broken'],
  );
  const { rows } = await region.database.pool.query("select 1 from organisations.organisation where source = 'midway'");
  assert.equal(rows.length, 0);
});

test('refused rows are read page by page by who may import, and by nobody else', async () => {
  const files = aPackage({ 'phones.csv': `id,service_id,number\n${'p,s1,\n'.repeat(120)}` });
  const sent = (await send('pages', zipped(files))).value as ServiceImport;
  await deliver(region);
  const { importId } = sent;
  const asked = { importId, page: '3', perPage: '50' };
  const { value } = await callRoute(region, 'GET /imports/:importId/refusals', { input: asked, actor: administrator });
  const page = value as { items: unknown[]; total: number; hasMore: boolean };
  assert.deepEqual([page.items.length, page.total, page.hasMore], [21, 121, false]);
  assert.equal((await callRoute(region, 'GET /imports/:importId', { input: { importId } })).code, 'not_signed_in');
  const missing = { importId: '0199aaaa-0000-7000-8000-000000000009' };
  assert.equal(
    (await callRoute(region, 'GET /imports/:importId', { input: missing, actor: administrator })).code,
    'import_not_found',
  );
});
