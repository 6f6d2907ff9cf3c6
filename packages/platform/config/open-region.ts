import { join } from 'node:path';
import { migrate, openDatabase, type Database } from '../db/index.ts';
import { log } from '../observe/log.ts';
import type { Config } from './config.ts';

/** Where the product's tables are written down. */
export const MIGRATIONS = join(import.meta.dirname, '../../../db/migrations');

/** Opens the region's database as it is. */
export async function openDatabaseOf(config: Config): Promise<Database> {
  return openDatabase({
    url: config.databaseUrl,
    dataFolder: join(config.dataFolder, 'database'),
    poolSize: config.poolSize,
  });
}

/** Opens the region's database and brings it to this version of the product. */
export async function openRegion(config: Config): Promise<Database> {
  const database = await openDatabaseOf(config);
  try {
    const { applied } = await migrate(database, MIGRATIONS);
    if (applied.length > 0) log('info', 'migrated', { count: applied.length, last: applied.at(-1) });
    return database;
  } catch (fault) {
    await database.close();
    throw fault;
  }
}
