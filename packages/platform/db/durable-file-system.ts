import * as fs from 'node:fs';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The release of PGlite whose insides the class below was tested with; a test refuses any other. */
export const TESTED_PGLITE_VERSION = '0.5.16';

/**
 * PGlite as shipped never calls fsync: 20 of 21 simulated power cuts destroyed the data, 0 of 14 with this class
 * (anchors/storage.md §2). Dropping `-F` brings PostgreSQL's own calls back; `wal_sync_method=fsync` because
 * fdatasync and open_sync are empty functions inside. Without autovacuum, parallel workers or jit: there is one thread.
 */
export const DURABLE_START: readonly string[] = startParameters(['-c', 'fsync=on', '-c', 'wal_sync_method=fsync']);

/** For databases in memory, which have nothing to keep. */
export const VOLATILE_START: readonly string[] = startParameters(['-F']);

type PostgresModule = Parameters<NonNullable<PGliteInit['preRun']>[number]>[0];
type PGliteInit = Parameters<NodeFS['init']>[1];

interface OpenStream {
  nfd: number;
  node: { mode: number };
}

interface NodeFileSystem {
  stream_ops: { fsync?: (stream: OpenStream) => number };
}

interface ModuleInsides {
  NODEFS: NodeFileSystem;
  FS: { ErrnoError: new (errno: number) => Error };
}

const EIO = 29;

/** PGlite's folder on disk, where a commit returns only after the disk has it. */
export class DurableFileSystem extends NodeFS {
  /** How often the disk was asked to keep something; a commit that writes adds at least one. */
  syncs = 0;
  readonly #onFailure: (error: Error) => void;

  constructor(folder: string, onFailure: (error: Error) => void) {
    super(folder);
    this.#onFailure = onFailure;
  }

  override async init(pg: PGlite, options: PGliteInit): Promise<{ emscriptenOpts: PGliteInit }> {
    const { emscriptenOpts } = await super.init(pg, options);
    const preRun = [...(emscriptenOpts.preRun ?? []), (module: PostgresModule) => this.#patch(module)];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }

  #patch(module: PostgresModule): void {
    if (!hasInsides(module))
      throw new Error(`This PGlite is not ${TESTED_PGLITE_VERSION}: its file system cannot be made durable.`);
    const { ErrnoError } = module.FS;
    module.NODEFS.stream_ops.fsync = (stream: OpenStream): number => {
      this.syncs += 1;
      try {
        // A directory's entries are data of the directory: fdatasync keeps them too.
        fs.fdatasyncSync(stream.nfd);
        return 0;
      } catch (error) {
        // After a failed fsync nobody knows what the disk holds; PostgreSQL stops and recovers from its log, so do we.
        this.#onFailure(error instanceof Error ? error : new Error(String(error)));
        throw new ErrnoError(EIO);
      }
    };
  }
}

function hasInsides(module: unknown): module is ModuleInsides {
  if (typeof module !== 'object' || module === null || !('NODEFS' in module) || !('FS' in module)) return false;
  const { NODEFS } = module;
  return typeof NODEFS === 'object' && NODEFS !== null && 'stream_ops' in NODEFS;
}

function startParameters(durability: string[]): string[] {
  const settings = {
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    // With the default of 4 the nearest-neighbour index is not chosen: search 8.2 instead of 2.2 ms.
    random_page_cost: '1.1',
    jit: 'off',
  } as const;
  return [
    '--single',
    '-O',
    '-j',
    ...durability,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** Has the disk keep every file and directory under a folder, deepest first. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) syncTree(path);
    else syncPath(path, 'r+');
  }
  syncPath(folder, 'r');
}

/** Has the disk keep one file (`r+`) or one directory's entries (`r`; Windows has no such call and needs none). */
export function syncPath(path: string, flags: 'r' | 'r+'): void {
  if (flags === 'r' && process.platform === 'win32') return;
  const descriptor = fs.openSync(path, flags);
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
