// Before every script: the dependencies of the lockfile are in place, and a Node that runs TypeScript is there.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findNode, ROOT } from './find-node.mjs';

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Whether what npm last put into node_modules is what the lockfile asks for. */
export function isInstalled(root) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const found = readJson(join(root, 'node_modules', '.package-lock.json'))?.packages;
  if (found === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith('node_modules/') || entry.link) return true;
    // A package for another kind of machine is in the lockfile and rightly not on the disk.
    if (found[path] === undefined) return entry.optional === true && !existsSync(join(root, path));
    return found[path].version === entry.version && existsSync(join(root, path));
  });
}

/** Every workspace is found by its name, also one that was added a moment ago and that npm has not linked yet. */
export function linkWorkspaces(root) {
  for (const shelf of ['packages', 'modules', 'apps']) {
    const folder = join(root, shelf);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of names) linkWorkspace(root, join(folder, name));
  }
}

function linkWorkspace(root, folder) {
  const name = readJson(join(folder, 'package.json'))?.name;
  if (name === undefined) return;
  const link = join(root, 'node_modules', ...name.split('/'));
  if (lstatSync(link, { throwIfNoEntry: false })) return;
  mkdirSync(join(link, '..'), { recursive: true });
  symlinkSync(process.platform === 'win32' ? folder : relative(join(link, '..'), folder), link, 'junction');
}

function install(root) {
  console.log('Installing the dependencies (once; about half a minute) …');
  // Not `npm ci`: it refuses a lockfile in which the parts for other kinds of machine are not listed, and a mirror may
  // lack those. This installs what the lockfile says all the same, and leaves it as it is. Only errors are shown: npm
  // on an older Node warns of every package that wants a newer one, although ours is about to be installed.
  const flags = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', flags, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: sep === '\\' });
  if (result.status !== 0) {
    console.error('The dependencies could not be installed; npm says why above.');
    process.exit(result.status ?? 1);
  }
}

function ensureInstall(root) {
  if (!isInstalled(root)) install(root);
  linkWorkspaces(root);
  if (findNode(root) === undefined) {
    console.error(
      `Qantara needs Node 24 or later: it comes by npm for Linux, macOS and Windows, but not for ` +
        `${process.platform}-${process.arch}; install it from https://nodejs.org and run this again.`,
    );
    process.exit(1);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensureInstall(ROOT);
