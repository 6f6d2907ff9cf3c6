// Before `start` and `test`: the pages are built from the sources that are there now.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, ROOT } from './find-node.mjs';

const PASSED_OVER = new Set(['node_modules', 'build', '.react-router', '.cache']);

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .filter((name) => !PASSED_OVER.has(name) && !name.endsWith('.test.ts'))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function inputsOf(root) {
  const modules = join(root, 'modules');
  const rooms = existsSync(modules) ? readdirSync(modules).sort() : [];
  const shelves = rooms.flatMap((room) =>
    ['web', 'contract', 'domain', 'i18n', 'package.json'].map((shelf) => join(modules, room, shelf)),
  );
  const others = ['apps/web', 'packages/kernel', 'packages/ui', 'packages/platform/i18n', 'package-lock.json'];
  return [...others.map((path) => join(root, path)), ...shelves].flatMap(filesUnder);
}

/** One figure for everything that the built pages are made of. */
export function fingerprintOf(root) {
  const hash = createHash('sha256');
  for (const path of inputsOf(root))
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function build(root) {
  console.log('Building the pages …');
  const folder = join(root, 'node_modules', '@react-router', 'dev');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = join(folder, typeof bin === 'string' ? bin : bin['react-router']);
  const env = { ...process.env, NODE_ENV: 'production' };
  return spawnSync(findNode(root) ?? process.execPath, [program, 'build'], {
    cwd: join(root, 'apps/web'),
    env,
    encoding: 'utf8',
  });
}

function ensureBuild(root) {
  if (!existsSync(join(root, 'apps/web/package.json'))) return;
  const stamp = join(root, 'apps/web/build/inputs.sha256');
  const fingerprint = fingerprintOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  const { status, stdout, stderr } = build(root);
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nThe pages could not be built; the reason stands above.`);
    process.exit(status ?? 1);
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, fingerprint);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureBuild(ROOT);
