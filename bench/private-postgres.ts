import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PrivatePostgres = { url: string; stop: () => void };

const DEBIAN = '/usr/lib/postgresql';
const SETTINGS = [
  'shared_buffers=512MB',
  'max_wal_size=4GB',
  'random_page_cost=1.1',
  'jit=off',
  'fsync=on',
  "listen_addresses=''",
];

function binaries(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined)
    throw new Error('No PostgreSQL server on this machine (Debian: apt-get install postgresql).');
  return found;
}

/** PostgreSQL does not run as root: then it runs as the account that Debian made for it. */
function run(program: string, words: string[]): void {
  const isRoot = process.getuid?.() === 0;
  const command = isRoot
    ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...words]
    : [program, ...words];
  execFileSync(command[0] ?? '', command.slice(1), { stdio: 'ignore', cwd: tmpdir() });
}

/** A PostgreSQL of our own on a socket in a temporary folder, with fsync on; it is removed when stopped. */
export function startPostgres(): PrivatePostgres {
  const bin = binaries();
  const home = mkdtempSync(join(tmpdir(), 'qantara-bench-'));
  chmodSync(home, 0o777);
  const data = join(home, 'data');
  run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const options = [...SETTINGS.flatMap((setting) => ['-c', setting]), '-k', home].join(' ');
  run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start']);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(home)}`,
    stop: () => {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
