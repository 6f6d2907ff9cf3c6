import assert from 'node:assert/strict';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { migrate } from '../db/index.ts';
import { makeFolder, openEmpty } from '../db/testing.ts';
import { MIGRATIONS } from '../config/open-region.ts';
import { verifyChain } from './verify-chain.ts';

const CHAINED_BY = '0035';

test('openings from before they were chained are sealed as they were found, and say that they are older', async (t) => {
  const folder = makeFolder(t);
  for (const name of readdirSync(MIGRATIONS).filter((file) => file < CHAINED_BY))
    copyFileSync(join(MIGRATIONS, name), join(folder, name));
  const database = await openEmpty(t);
  await migrate(database, folder);
  const rows = async (text: string) => (await database.pool.query<Record<string, unknown>>(text)).rows;
  await rows(`insert into platform.access_entry (person_id, access_id, kind, subject_id, account_id, reason, at)
    select gen_random_uuid(), gen_random_uuid(), 'record', case when n % 2 = 0 then gen_random_uuid() end,
      case when n % 3 > 0 then gen_random_uuid() end, case when n % 5 = 0 then 'a | reason' end,
      timestamptz '2026-01-01T00:00:00.123Z' + n * interval '1 minute' from generate_series(1, 1203) as n`);
  await migrate(database, MIGRATIONS);
  const report = await verifyChain(database.pool);
  assert.deepEqual(report.broken, []);
  assert.deepEqual([report.links, report.rows], [3, 1203]);
  const [counted] = await rows(`select count(*)::int as entries, count(distinct opening.rules)::int as rules,
    min(opening.channel) as channel from platform.access_entry join platform.opening using (opening_id)`);
  assert.deepEqual(counted, { entries: 1203, rules: 1, channel: 'older' });
  await rows(`update platform.access_entry set reason = 'another' where reason is not null`);
  assert.ok((await verifyChain(database.pool)).broken.every(({ what }) => what === 'value_changed'));
  assert.equal((await verifyChain(database.pool)).broken.length, 240);
});
