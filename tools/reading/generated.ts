import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Complaint } from './complaint.ts';
import { filesUnder, readText } from './tree.ts';

/** A file that is made from others and committed, so that its changes are read like any others. */
export type GeneratedFile = { path: string; text: string };

export function writeFiles(root: string, files: GeneratedFile[]): void {
  for (const { path, text } of files) {
    if (existsSync(join(root, path)) && readText(root, path) === text) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

/** What is on the disk is what would be made now; and nothing is left of a module that makes none any more. */
export function compareFiles(root: string, files: GeneratedFile[]): Complaint[] {
  const detail = 'run npm run generate';
  const stale = files.filter(({ path, text }) => !existsSync(join(root, path)) || readText(root, path) !== text);
  const orphans = ['packages', 'modules']
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => path.endsWith('/tables.gen.ts') && !files.some((file) => file.path === path));
  return [
    ...stale.map(({ path }) => ({ file: path, rule: 'not up to date', detail })),
    ...orphans.map((file) => ({ file, rule: 'made from nothing', detail: 'its schema has no table any more' })),
  ];
}
