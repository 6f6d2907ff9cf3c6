import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileKeyOf, isFileKey, type FileStore } from './file-store.ts';

const codeOf = (fault: unknown): unknown => (fault instanceof Error && 'code' in fault ? fault.code : null);
const isMissing = (fault: unknown): boolean => codeOf(fault) === 'ENOENT';

/** What a crash left half written; its name is no key. */
const HALF = /^[0-9a-f]{64}\.[0-9a-f]{16}\.part$/;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function listFolder(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch (fault) {
    if (isMissing(fault) || codeOf(fault) === 'ENOTDIR') return [];
    throw fault;
  }
}

async function listFolders(root: string): Promise<string[]> {
  const folders: string[] = [];
  for (const first of await listFolder(root))
    for (const second of await listFolder(join(root, first))) folders.push(join(root, first, second));
  return folders;
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  try {
    return (await stat(path)).mtime < before;
  } catch (fault) {
    if (isMissing(fault)) return false;
    throw fault;
  }
}

/** The files that are old enough; what a crash left half written goes, and what is none of ours is left alone. */
async function* listFiles(root: string, before: Date): AsyncIterable<string> {
  for (const folder of await listFolders(root))
    for (const name of await listFolder(folder)) {
      const path = join(folder, name);
      if (!(await isOlder(path, before))) continue;
      if (HALF.test(name)) await rm(path, { force: true });
      if (isFileKey(name)) yield name;
    }
}

/**
 * Files in a folder of this machine, readable by its owner alone, in folders of two levels so that none grows long. A file appears
 * under its name only when the disk has all of it.
 */
export function folderFiles(root: string): FileStore {
  const pathOf = (key: string): string => join(root, key.slice(0, 2), key.slice(2, 4), fileKeyOf(key));
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const half = `${path}.${randomBytes(8).toString('hex')}.part`;
      try {
        await write(half, bytes);
        await rename(half, path);
      } catch (fault) {
        await rm(half, { force: true });
        throw fault;
      }
      for (const above of [folder, dirname(folder), root]) await syncFolder(above);
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key));
      } catch (fault) {
        if (isMissing(fault)) return null;
        throw fault;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (before) => listFiles(root, before),
  };
}
