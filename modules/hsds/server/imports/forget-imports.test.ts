import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { ServiceImport } from '../../contract/index.ts';
import { actorWith, callRoute, deliver, openTestRegion, type Region } from '../testing.ts';
import { forgetImports } from './forget-imports.ts';

const librarian = actorWith('service:import');
let region: Region;

before(async () => {
  region = await openTestRegion();
});

after(() => region.database.close());

const TRIAL = 'Agency,Service,Maximum age\nHarbour kitchen,Warm meals,eighteen\n';

async function send(source: string, text: string): Promise<string> {
  const content = Buffer.from(text).toString('base64');
  const input = { source, fileName: 'list.csv', content, language: 'en', isTrial: true };
  const { value, code } = await callRoute(region, 'POST /imports', { input, actor: librarian });
  assert.equal(code, null);
  await deliver(region);
  return (value as ServiceImport).importId;
}

async function map(importId: string): Promise<void> {
  const asked = await callRoute(region, 'GET /imports/:importId/mapping', { input: { importId }, actor: librarian });
  const { mapping } = asked.value as { mapping: Record<string, unknown> };
  const input = { importId, ...mapping };
  assert.equal((await callRoute(region, 'POST /imports/:importId/mapping', { input, actor: librarian })).code, null);
  await deliver(region);
}

async function get(importId: string): Promise<ServiceImport> {
  const { value } = await callRoute(region, 'GET /imports/:importId', { input: { importId }, actor: librarian });
  return value as ServiceImport;
}

async function leftOf(importId: string): Promise<unknown> {
  const { rows } = await region.database.pool.query(
    `select content is null and columns is null as is_gone, (select count(*)::integer from hsds.import_row where import_id = $1) as staged,
       (select count(*)::integer from hsds.import_change where import_id = $1) as changes,
       (select count(*)::integer from hsds.import_refusal where import_id = $1) as refusals
     from hsds.import where import_id = $1`,
    [importId],
  );
  return rows[0];
}

test('what nobody decides is forgotten after thirty days: that it came, and its counts, stay', async () => {
  const [old, unexplained, fresh] = [
    await send('old', TRIAL),
    await send('unexplained', 'a,b\n1,2\n'),
    await send('fresh', TRIAL),
  ];
  await map(old);
  await map(fresh);
  assert.deepEqual([(await get(old)).status, (await get(unexplained)).status], ['checked', 'mapping']);
  const before = await get(old);
  await region.database.pool.query(
    `update hsds.import set requested_at = now() - interval '31 days' where import_id = any($1)`,
    [[old, unexplained]],
  );
  await region.executor.asSystem(forgetImports);
  const expired = await get(old);
  assert.equal(expired.status, 'expired');
  assert.deepEqual([expired.counts, expired.valuesRefused], [before.counts, before.valuesRefused]);
  assert.ok(expired.endedAt !== null && expired.counts !== null);
  assert.deepEqual(await leftOf(old), { is_gone: true, staged: 0, changes: 0, refusals: 1 });
  assert.deepEqual(await leftOf(unexplained), { is_gone: true, staged: 0, changes: 0, refusals: 0 });
  assert.equal((await get(unexplained)).status, 'expired');
  assert.equal((await get(fresh)).status, 'checked');
  const late = await callRoute(region, 'POST /imports/:importId/let', { input: { importId: old }, actor: librarian });
  assert.equal(late.code, 'import_not_checked');
});
