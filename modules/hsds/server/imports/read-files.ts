import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { Refusal, refuse } from '@qantara/kernel';

/** Files of a package by their names alone, without any folder. */
export type PackageFiles = Map<string, Uint8Array>;

/** What is taken from outside has a limit before it is unpacked: a zip of 40 kB can claim to hold gigabytes. */
const MOST_ENTRIES = 2000;
const MOST_FILE = 200_000_000;
const MOST_ALL = 400_000_000;
const MOST_RATIO = 200;
/** Small files of repeated text do compress a lot, and harm nobody. */
const HARMLESS = 1_000_000;

type Claim = { name: string; size: number; originalSize: number };

class Limits {
  #entries = 0;
  #bytes = 0;

  admit({ size, originalSize }: Omit<Claim, 'name'>): void {
    this.#entries += 1;
    this.#bytes += originalSize;
    const isBomb = originalSize > HARMLESS && originalSize > size * MOST_RATIO;
    if (this.#entries > MOST_ENTRIES || originalSize > MOST_FILE || this.#bytes > MOST_ALL || isBomb)
      refuse('import_too_large');
  }
}

/** A name that climbs out of its folder is no name of a table; nothing is ever written under these names. */
function tableNameOf(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  if (path.startsWith('/') || parts.includes('..') || parts.includes('__MACOSX')) return undefined;
  const name = parts.at(-1)?.toLowerCase() ?? '';
  return /^[a-z0-9_-]+\.csv$/.test(name) ? name : undefined;
}

/** The tables in a zip. Refuses `import_unreadable` for what is no zip and `import_too_large` for one that claims too much. */
export function readZip(content: Uint8Array): PackageFiles {
  const limits = new Limits();
  const names = new Map<string, string>();
  const filter = (claim: Claim): boolean => {
    limits.admit(claim);
    const name = tableNameOf(claim.name);
    if (name === undefined || names.has(name)) return false;
    names.set(name, claim.name);
    return true;
  };
  try {
    const unpacked = unzipSync(content, { filter });
    return new Map(
      [...names].flatMap(([name, path]) => (unpacked[path] === undefined ? [] : [[name, unpacked[path]] as const])),
    );
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    return refuse('import_unreadable');
  }
}

async function readFolder(folder: string): Promise<PackageFiles> {
  const limits = new Limits();
  const files: PackageFiles = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = tableNameOf(entry.name);
    if (name === undefined || !entry.isFile()) continue;
    const { size } = await lstat(join(folder, entry.name));
    limits.admit({ size, originalSize: size });
    files.set(name, await readFile(join(folder, entry.name)));
  }
  return files;
}

/** The tables in a folder or a zip on this machine. Refuses `import_unreadable` where there is neither. */
export async function readPath(path: string): Promise<{ files: PackageFiles; fileName: string }> {
  const found = await lstat(path).catch(() => refuse('import_unreadable'));
  const fileName = basename(path);
  if (found.isDirectory()) return { files: await readFolder(path), fileName };
  if (found.size > MOST_FILE) refuse('import_too_large');
  return { files: readZip(await readFile(path)), fileName };
}
