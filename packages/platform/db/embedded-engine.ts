import * as fs from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { DURABLE_START, DurableFileSystem, VOLATILE_START, syncPath, syncTree } from './durable-file-system.ts';
import { type EmbeddedSession, openSession } from './embedded-session.ts';

const EXTENSIONS = { pg_trgm, unaccent, btree_gin };

/** Opens the cluster in `<dataFolder>/database`, made at first use. The caller holds the folder's lock. */
export async function openOnDisk(dataFolder: string, onFailure: (error: Error) => void): Promise<EmbeddedSession> {
  const folder = join(dataFolder, 'database');
  if (!fs.existsSync(folder)) await createCluster(dataFolder, folder, onFailure);
  checkCluster(folder);
  const files = new DurableFileSystem(folder, onFailure);
  // PGlite keeps this file like a lock, and refuses an empty one, which is what a power cut leaves. Ours is the lock.
  fs.rmSync(join(folder, 'postmaster.pid'), { force: true });
  return openSession(await startEngine(files), files);
}

/** A database in this thread's memory, from a snapshot if one is given. */
export async function openInMemory(snapshot?: Blob): Promise<{ session: EmbeddedSession; engine: PGlite }> {
  const engine = await PGlite.create({
    dataDir: 'memory://',
    extensions: EXTENSIONS,
    startParams: [...VOLATILE_START],
    ...(snapshot ? { loadDataDir: snapshot } : {}),
  });
  return { session: await openSession(engine), engine };
}

function startEngine(files: DurableFileSystem): Promise<PGlite> {
  return PGlite.create({ fs: files, extensions: EXTENSIONS, startParams: [...DURABLE_START] });
}

/** Made under another name, kept by the disk, then renamed: a cut in the middle leaves no half-made cluster behind. */
async function createCluster(dataFolder: string, folder: string, onFailure: (error: Error) => void): Promise<void> {
  const draft = join(dataFolder, 'database.new');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const engine = await startEngine(new DurableFileSystem(draft, onFailure));
  await engine.exec('checkpoint');
  await engine.close();
  syncTree(draft);
  fs.renameSync(draft, folder);
  syncPath(dataFolder, 'r');
}

function checkCluster(folder: string): void {
  fs.chmodSync(folder, 0o700);
  for (const name of ['PG_VERSION', 'global/pg_control', 'pg_wal', 'base']) {
    if (fs.existsSync(join(folder, name))) continue;
    throw new Error(
      `The folder ${folder} is not a whole database: ${name} is missing. Nothing was changed. ` +
        'Put the missing files back, or move the folder aside and restore the latest backup.',
    );
  }
  const version = fs.readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') {
    throw new Error(
      `The database in ${folder} was written by PostgreSQL ${version}, and this version of Qantara reads 18. Nothing was changed. ` +
        'Start the version of Qantara that wrote it, make a backup with it, and restore that backup here.',
    );
  }
}
