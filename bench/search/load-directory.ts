import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Need } from '@qantara/directory/contract';
import { FOLDING, searchWordsOf } from '@qantara/directory/domain';
import { createExecutor, vaultOf, type Database } from '@qantara/platform';
import { directoryModule, saveNeeds } from '@qantara/directory/server';
import { refreshFilterColumns } from '@qantara/directory/testing';
import { organisationsModule } from '@qantara/organisations/server';
import { territoryModule } from '@qantara/territory/server';

/** So many services at once have their filter columns worked out. */
const SLICE = 5000;

/** Fills a database with so many services; gives the words that they are made of, the commonest first. */
export async function loadDirectory(database: Database, services: number): Promise<string[]> {
  const home = { database, vault: vaultOf('a secret for the benchmark, long enough'), timeZone: 'UTC' };
  const needs = Need.array().parse(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../db/seeds/needs.json'), 'utf8')),
  );
  const executor = createExecutor([territoryModule, organisationsModule, directoryModule], home);
  await executor.asSystem((ctx) => saveNeeds(ctx, needs));
  const wordsOf = (need: Need) =>
    [need.name, need.words ?? {}].flatMap((text) => Object.values(text)).flatMap((text) => searchWordsOf(text ?? ''));
  const list = (values: string[]) => `array[${values.map((value) => `'${value}'`).join(',')}]`;
  const sql = readFileSync(join(import.meta.dirname, 'load.sql'), 'utf8')
    .replaceAll(':services', String(services))
    .replaceAll(':organisations', String(Math.ceil(services / 20)))
    .replaceAll(':need_codes', list(needs.map(({ needCode }) => needCode)))
    .replaceAll(':need_words', list(needs.map((need) => [...new Set(wordsOf(need))].join(' '))))
    .replaceAll(':folding', String(FOLDING));
  const client = await database.pool.connect();
  await client.query('set statement_timeout = 0');
  for (const statement of sql.split(/;\s*\n\n/).filter((text) => text.trim() !== '')) await client.query(statement);
  const { rows } = await client.query<{ word: string }>('select word from chance order by n');
  const { rows: made } = await client.query<{ id: string }>('select service_id as id from directory.service');
  await client.query('analyze');
  // Given back before anybody else asks: the embedded engine has one connection.
  client.release();
  for (let first = 0; first < made.length; first += SLICE) {
    const serviceIds = made.slice(first, first + SLICE).map(({ id }) => id);
    await executor.asSystem((ctx) => refreshFilterColumns(ctx, { serviceIds, locationIds: [] }));
  }
  await database.pool.query('vacuum analyze');
  return rows.map(({ word }) => word);
}
