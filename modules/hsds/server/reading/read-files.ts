import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { refuse } from '@qantara/kernel';
import { MOST_FILE, openZip, ZipLimits } from '@qantara/platform';

/** Files of a package by their names alone, in small letters and without any folder; one is opened at a time. */
export type PackageFiles = { names: string[]; open: (name: string) => Promise<Uint8Array> };

/** A name that climbs out of its folder is no name of a file here; nothing is ever written under these names. */
function fileNameOf(path: string): string | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  if (path.startsWith('/') || parts.includes('..') || parts.includes('__MACOSX')) return undefined;
  const name = parts.at(-1)?.toLowerCase() ?? '';
  return /^[\p{L}\p{N}_ .()-]{1,150}\.(?:csv|tsv|txt|json|ndjson|jsonl|xlsx|xml)$/u.test(name) && !name.startsWith('.')
    ? name
    : undefined;
}

/** The tables and texts in a zip. */
export function readZip(content: Uint8Array): PackageFiles {
  const { names, open } = openZip(content, fileNameOf);
  return { names, open: async (name) => open(name) };
}

async function readFolder(folder: string): Promise<PackageFiles> {
  const limits = new ZipLimits();
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
