import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import type { Complaint } from './reading/complaint.ts';
import { ROOT } from './reading/root.ts';

/** A small project in a folder of its own, gone after the tests: path to text. */
export function aTree(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'qantara-tree-'));
  after(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The same, where the files may import what the project has installed. */
export function aRunnableTree(files: Record<string, string>): string {
  const root = aTree({ 'package.json': '{"type":"module"}', ...files });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** What was complained of, as `file: rule`. */
export function rulesOf(complaints: Complaint[]): string[] {
  return complaints.map(({ file, rule }) => `${file}: ${rule}`).toSorted();
}
