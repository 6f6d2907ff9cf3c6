// Run by whatever Node a machine happens to have (18 or later), before anything is installed: plain JavaScript only.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const NEEDED_MAJOR = 24;

function majorOf(executable) {
  const { stdout } = spawnSync(executable, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
}

/** The Node that runs TypeScript: the pinned one of the platform package, else this one, else none. */
export function findNode(root = ROOT) {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(
    root,
    'node_modules',
    `node-${process.platform.replace('win32', 'win')}-${process.arch}`,
    'bin',
    name,
  );
  if (existsSync(packaged) && majorOf(packaged) >= NEEDED_MAJOR) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  return majorOf('node') >= NEEDED_MAJOR ? 'node' : undefined;
}
