import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import { Refusal, refuse } from '@qantara/kernel';

/** Files of a package by their names alone, in small letters and without any folder; one is opened at a time. */
export type PackageFiles = { names: string[]; open: (name: string) => Promise<Uint8Array> };

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

/** A name that climbs out of its folder is no name of a file here; nothing is ever written under these names. */
function fileNameOf(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  if (path.startsWith('/') || parts.includes('..') || parts.includes('__MACOSX')) return undefined;
  const name = parts.at(-1)?.toLowerCase() ?? '';
  return /^[\p{L}\p{N}_ .()-]{1,150}\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|xml)$/u.test(name) && !name.startsWith('.')
    ? name
    : undefined;
}

/**
 * The entries of any zip by the names that they are known by here; those without one are not opened. Refuses
 * `import_unreadable` for what is no zip and `import_too_large` for one that claims too much.
 */
export function openZip(content: Uint8Array, nameOf: (path: string) => string | undefined) {
  const limits = new Limits();
  const paths = new Map<string, string>();
  const filter = (claim: Claim): boolean => {
    limits.admit(claim);
    const name = nameOf(claim.name);
    if (name !== undefined && !paths.has(name)) paths.set(name, claim.name);
    return false;
  };
  unzipped(content, filter);
  const open = (name: string): Uint8Array => {
    const path = paths.get(name);
    return unzipped(content, (claim) => claim.name === path)[path ?? ''] ?? refuse('import_unreadable');
  };
  return { names: [...paths.keys()].toSorted(), open };
}

/** The tables and texts in a zip. */
export function readZip(content: Uint8Array): PackageFiles {
  const { names, open } = openZip(content, fileNameOf);
  return { names, open: async (name) => open(name) };
}

function unzipped(content: Uint8Array, filter: (claim: Claim) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(content, { filter });
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    return refuse('import_unreadable');
  }
}

async function readFolder(folder: string): Promise<PackageFiles> {
  const limits = new Limits();
  const paths = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = fileNameOf(entry.name);
    if (name === undefined || !entry.isFile()) continue;
    const { size } = await lstat(join(folder, entry.name));
    limits.admit({ size, originalSize: size });
    paths.set(name, join(folder, entry.name));
  }
  const open = (name: string) => readFile(paths.get(name) ?? refuse('import_unreadable'));
  return { names: [...paths.keys()].toSorted(), open };
}

/** The first bytes of every zip that has something in it (APPNOTE 4.3.7); a workbook is one too. */
const ZIP_BEGINS = [0x50, 0x4b, 0x03, 0x04];

/** What was sent: a zip with its entries, or one file by itself. Refuses `import_unreadable` for a file of no known kind. */
export function readSent(fileName: string, content: Uint8Array): PackageFiles {
  const name = fileNameOf(fileName);
  const isZip = ZIP_BEGINS.every((byte, at) => content[at] === byte);
  if (isZip && !/\.xlsx$/i.test(fileName)) return readZip(content);
  if (name === undefined || content.length > MOST_FILE) return refuse('import_unreadable');
  return { names: [name], open: async () => content };
}

/** What stands in a folder, a zip or a file on this machine. Refuses `import_unreadable` where there is neither. */
export async function readPath(path: string): Promise<{ files: PackageFiles; fileName: string }> {
  const found = await lstat(path).catch(() => refuse('import_unreadable'));
  const fileName = basename(path);
  if (found.isDirectory()) return { files: await readFolder(path), fileName };
  if (found.size > MOST_FILE) refuse('import_too_large');
  return { files: readSent(fileName, await readFile(path)), fileName };
}
