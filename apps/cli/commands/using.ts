import type { Database } from '@qantara/platform';

/** Opens a database, works with it and closes it, whatever happens. */
export async function using<T>(opening: Promise<Database>, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await opening;
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
