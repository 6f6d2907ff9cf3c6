import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the whole project. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Whether this file is the one that was started, and not one that another imports. */
export function isMainModule(url: string): boolean {
  return pathToFileURL(process.argv[1] ?? '').href === url;
}
