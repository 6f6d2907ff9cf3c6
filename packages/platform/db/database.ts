import * as fs from 'node:fs';
import type { Database } from './database-pool.ts';
import { DatabaseUnreachable } from './errors.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { EmbeddedPool } from './embedded-pool.ts';
import type { EmbeddedSession } from './embedded-session.ts';
import { maintainEmbedded } from './maintain-embedded.ts';
import { ServerPool } from './server-pool.ts';
import { openWorkerSession } from './worker-session.ts';

export interface DatabaseSettings {
  /** A PostgreSQL connection string, or null for the embedded database in `dataFolder`. */
  url: string | null;
  dataFolder: string;
  /** Connections to the server (the embedded engine has one). */
  poolSize?: number;
  acquireTimeoutMs?: number;
  statementTimeoutMs?: number;
  idleHolderMs?: number;
}

const DEFAULTS = { poolSize: 10, acquireTimeoutMs: 5_000, statementTimeoutMs: 30_000, idleHolderMs: 30_000 };

/** Opens the region's database: a PostgreSQL server when there is a url, else the embedded one in the data folder. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { url } = settings;
  return url === null ? openEmbedded({ ...DEFAULTS, ...settings }) : openServer({ ...DEFAULTS, ...settings, url });
}

async function openServer(settings: typeof DEFAULTS & { url: string }): Promise<Database> {
  const pool = new ServerPool(settings);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseUnreachable(reasonOf(error), { cause: error });
  }
  // A server vacuums by itself; doing it again from here would only compete with it.
  return { engine: 'postgres', pool, close: once(() => pool.end()), maintain: async () => undefined };
}

// A host with several addresses fails with one error for each, and a sentence of its own for none.
function reasonOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

async function openEmbedded(settings: typeof DEFAULTS & { dataFolder: string }): Promise<Database> {
  const { dataFolder } = settings;
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  // PGlite makes its files readable for all whatever the umask; the folder is what protects them.
  fs.chmodSync(dataFolder, 0o700);
  let session: EmbeddedSession | undefined;
  const lock = await lockDataFolder(dataFolder, () => void session?.abandon());
  try {
    session = await openWorkerSession(dataFolder);
    return embeddedDatabase(session, settings, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An embedded database around an open session; `afterClose` gives back what was taken to open it. */
export function embeddedDatabase(
  session: EmbeddedSession,
  settings: { acquireTimeoutMs?: number; idleHolderMs?: number },
  afterClose: () => void,
): Database {
  const pool = new EmbeddedPool(session, { ...DEFAULTS, ...settings });
  const close = once(async () => {
    await pool.end();
    try {
      await session.close();
    } finally {
      afterClose();
    }
  });
  return { engine: 'embedded', pool, close, maintain: () => maintainEmbedded(pool) };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
