import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createExecutor, openRegion, readConfig, vaultOf } from '@qantara/platform';
import { loadBasics } from '../apps/server/sample/load-basics.ts';
import { modules } from '../apps/server/modules.ts';

/** Fills the database of this process's settings with the benchmark's region. */
async function load(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openRegion(config);
  const home = { database, vault: vaultOf(config.secret), timeZone: config.region.timeZone };
  await createExecutor(modules, home).asSystem(loadBasics);
  const client = await database.pool.connect();
  await client.query("set statement_timeout = '10min'");
  const sql = readFileSync(join(import.meta.dirname, 'sql/load.sql'), 'utf8');
  for (const statement of sql.split(/;\s*\n/).filter((text) => text.trim() !== '')) await client.query(statement);
  client.release();
  await database.close();
}

await load();
