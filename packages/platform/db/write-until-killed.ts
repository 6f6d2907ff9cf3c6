import { openDatabase } from './database.ts';

/**
 * For the crash tests: writes one row per transaction and tells each number once it is committed, until it is killed.
 * Arguments: the data folder, then the url of a server or nothing.
 */
const [dataFolder = '', url] = process.argv.slice(2);
const { pool } = await openDatabase({ url: url ?? null, dataFolder });
await pool.query('create table if not exists written (number integer primary key, filler text)');
const { rows } = await pool.query<{ last: number }>('select coalesce(max(number), 0) as last from written');
for (let number = (rows[0]?.last ?? 0) + 1; ; number += 1) {
  await pool.query('insert into written values ($1, $2)', [number, 'x'.repeat(200)]);
  process.stdout.write(`${number}\n`);
}
