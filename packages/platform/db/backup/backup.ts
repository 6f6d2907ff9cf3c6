import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import * as fs from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip, createGzip } from 'node:zlib';
import { type TableDigest, damaged } from './backup-format.ts';
import { type Database, errorCode } from '../database-pool.ts';
import { syncPath } from '../durable-file-system.ts';
import { BackupRefused } from '../errors.ts';
import { type Restored, findDifference, loadSnapshot } from './load-snapshot.ts';
import { PLAIN_SESSION, digestTables, readSnapshot } from './read-snapshot.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Writes one moment of the database to one file (format: `backup-format.ts`) while the region works on. The file
 * appears under its name only when it is whole and the disk has it; only its owner may read it, for it holds every
 * personal value unencrypted. Uploaded files are not in it, nor are queued jobs (schema `pgboss`).
 */
export async function backupTo(database: Database, file: string): Promise<{ bytes: number }> {
  const path = resolve(file);
  const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
    await pipeline(Readable.from(toText(readSnapshot(database))), createGzip({ level: 5 }), target);
    const { size } = await fs.stat(draft);
    await fs.rename(draft, path);
    syncPath(dirname(path), 'r');
    return { bytes: size };
  } catch (error) {
    await fs.rm(draft, { force: true });
    throw error;
  }
}

/** Fills an empty database from a backup file; all of it, verified, or nothing. */
export function restoreFrom(database: Database, file: string, migrationsFolder: string): Promise<Restored> {
  return loadSnapshot(database, readLines(file), migrationsFolder);
}

/**
 * Carries everything from one database into an empty other one, the embedded one to a server for example, and compares
 * every table afterwards. Nobody may write to the source meanwhile (stop the server first); it is left as it is.
 */
export async function moveTo(source: Database, target: Database, migrationsFolder: string): Promise<Restored> {
  const restored = await loadSnapshot(target, readSnapshot(source), migrationsFolder);
  const [before, after] = [await digestDatabase(source), await digestDatabase(target)];
  const different = findDifference(before, after);
  if (different === undefined) return restored;
  throw new BackupRefused(
    `The source changed while it was moved: ${different} differs. The source is whole and untouched; do not use the target. ` +
      'Stop everything that writes to the source, empty the target, and move again.',
  );
}

/** Count and SHA-256 of every table at one moment; equal on two databases that hold the same. */
export function digestDatabase(database: Database): Promise<TableDigest[]> {
  return inTransaction(
    database.pool,
    async (client) => {
      await client.query(PLAIN_SESSION);
      return digestTables(client);
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

async function* toText(batches: AsyncIterable<string[]>): AsyncGenerator<string> {
  for await (const lines of batches) yield `${lines.join('\n')}\n`;
}

async function* readLines(file: string): AsyncGenerator<string[]> {
  const bytes = createReadStream(file);
  const text = bytes.pipe(createGunzip());
  bytes.on('error', (error) => text.destroy(error));
  const decoder = new StringDecoder('utf8');
  // Pieces of a line that has not ended yet; joined once, since a document in a column makes a line of megabytes.
  let pieces: string[] = [];
  try {
    for await (const chunk of text as AsyncIterable<Buffer>) {
      const [head = '', ...lines] = decoder.write(chunk).split('\n');
      pieces.push(head);
      const last = lines.pop();
      if (last === undefined) continue;
      yield [pieces.join(''), ...lines];
      pieces = [last];
    }
  } catch (error) {
    if (errorCode(error)?.startsWith('Z_')) throw damaged(`${basename(file)} cannot be unpacked to its end`);
    throw error;
  } finally {
    bytes.destroy();
  }
}
