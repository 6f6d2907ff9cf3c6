import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openDatabase } from './database.ts';
import type { Database } from './database-pool.ts';
import { TESTED_PGLITE_VERSION } from './durable-file-system.ts';
import { openWorkerSession } from './worker-session.ts';
import { needsServer, TEST_SERVER } from './test-database.ts';
import { kill, makeFolder, startWriter, untilAcknowledged } from './testing.ts';

const isLong = process.env['QANTARA_LONG_TESTS'] !== undefined;
const binaries = ['18', '17', '16', '15']
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((folder) => fs.existsSync(`${folder}/initdb`));

async function assertAllThere(database: Database, acknowledged: number): Promise<void> {
  try {
    await assertNoneMissing(database, acknowledged);
  } finally {
    await database.close();
  }
}

async function assertNoneMissing(database: Database, acknowledged: number): Promise<void> {
  const { rows } = await database.pool.query<{ count: number; last: number }>(
    'select count(*) as count, max(number) as last from written',
  );
  const { count = 0, last = 0 } = rows[0] ?? {};
  assert.equal(count, last, 'no number is missing in between');
  assert.ok(last >= acknowledged, `${acknowledged} rows were acknowledged, ${last} are there`);
}

test('the installed PGlite is exactly the one whose insides our durable file system was tested with', () => {
  const manifest: unknown = JSON.parse(
    fs.readFileSync(new URL('../package.json', import.meta.resolve('@electric-sql/pglite')), 'utf8'),
  );
  assert.ok(typeof manifest === 'object' && manifest !== null && 'version' in manifest);
  assert.equal(manifest.version, TESTED_PGLITE_VERSION);
});

test('every commit that writes asks the disk to keep it, and a read does not', async (t) => {
  const session = await openWorkerSession(makeFolder(t));
  t.after(() => session.close());
  await session.run({ text: 'create table counted (number integer)' });
  const before = await session.syncCount();
  for (let number = 0; number < 50; number += 1)
    await session.run({ text: 'insert into counted values ($1)', values: [number] });
  const after = await session.syncCount();
  assert.ok(after - before >= 50, `50 commits made ${after - before} calls`);
  for (let number = 0; number < 50; number += 1)
    await session.run({ text: 'select number from counted where number = $1', values: [number] });
  assert.equal(await session.syncCount(), after);
});

test('after kill -9 of the embedded process every acknowledged row is there', async (t) => {
  const folder = makeFolder(t);
  for (let round = 0; round < (isLong ? 20 : 1); round += 1) {
    const writer = startWriter(folder);
    await untilAcknowledged(writer, round * 300 + 300);
    await kill(writer);
    const database = await openDatabase({ url: null, dataFolder: folder });
    await assertAllThere(database, writer.acknowledged);
  }
});

test('after kill -9 of a client every row that the server acknowledged is there', needsServer, async () => {
  const database = await openDatabase({ url: TEST_SERVER ?? null, dataFolder: '' });
  await database.pool.query('drop table if exists written');
  const writer = startWriter('', TEST_SERVER ?? '');
  await untilAcknowledged(writer, 300);
  await kill(writer);
  await assertNoneMissing(database, writer.acknowledged);
  await database.pool.query('drop table written');
  await database.close();
});

/** A server of our own, as the postgres account when we are root, since PostgreSQL refuses root. */
function asPostgres(command: string, ...rest: string[]): [string, string[]] {
  if (process.getuid?.() !== 0) return [command, rest];
  return ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...rest]];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : assert.fail('no port is free');
}

type Postmaster = { child: ChildProcess; pid: number; url: string };

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

/** Undefined where it ended by itself, as while children of one that was killed still hold its memory. */
async function tryPostmaster(t: TestContext, data: string, end: number): Promise<Postmaster | undefined> {
  const port = await freePort();
  const settings = ['-p', String(port), '-k', data, '-c', 'listen_addresses=127.0.0.1'];
  const child = spawn(...asPostgres(`${binaries}/postgres`, '-D', data, ...settings), { stdio: 'ignore' });
  t.after(() => child.kill('SIGKILL'));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  while (!hasEnded(child))
    try {
      await (await openDatabase({ url, dataFolder: '', poolSize: 1 })).close();
      return { child, pid: child.pid ?? 0, url };
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  return undefined;
}

/** A slow machine needs longer to recover, and to let go of what the one before held. */
async function startPostmaster(t: TestContext, data: string): Promise<Postmaster> {
  const end = Date.now() + 60_000;
  for (;;) {
    const started = await tryPostmaster(t, data, end);
    if (started !== undefined) return started;
    if (Date.now() > end) assert.fail('the server did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stopPostmaster({ child }: Postmaster): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}

test(
  'after kill -9 of a PostgreSQL server every acknowledged row is there',
  { skip: binaries ? false : 'this machine has no initdb' },
  async (t) => {
    const folder = makeFolder(t);
    const data = join(folder, 'server');
    if (process.getuid?.() === 0) execFileSync('chown', ['postgres', folder]);
    execFileSync(...asPostgres(`${binaries}/initdb`, '-D', data, '-A', 'trust', '-U', 'postgres', '--no-sync'), {
      cwd: folder,
      stdio: 'ignore',
    });
    const first = await startPostmaster(t, data);
    const writer = startWriter('', first.url);
    await untilAcknowledged(writer, 300);
    process.kill(first.pid, 'SIGKILL');
    await kill(writer);
    const second = await startPostmaster(t, data);
    const database = await openDatabase({ url: second.url, dataFolder: '' });
    await assertAllThere(database, writer.acknowledged);
    await stopPostmaster(second);
  },
);

// The ioctl that ext4 offers for crash tests: EXT4_IOC_SHUTDOWN = _IOR('X', 125, u32), flag 2 = without flushing the log.
const CUT = 'import fcntl,os,sys; fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587d,(2).to_bytes(4,"little"))';

function mountDisk(t: TestContext): { mount: () => void; cut: () => void; path: string } | undefined {
  const folder = fs.mkdtempSync(join(tmpdir(), 'qantara-disk-'));
  const [image, path] = [join(folder, 'disk.img'), join(folder, 'disk')];
  const mount = (): void => void execFileSync('mount', ['-o', 'loop', image, path], { stdio: 'pipe' });
  // Whoever saw their disk go holds it until they have ended.
  const unmount = (end = Date.now() + 30_000): void => {
    for (;;)
      try {
        execFileSync('umount', [path], { stdio: 'pipe' });
        return;
      } catch (error) {
        if (Date.now() > end) throw error;
        execFileSync('sleep', ['0.1']);
      }
  };
  const removeDisk = (): void => fs.rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync('python3', ['-c', 'import fcntl'], { stdio: 'pipe' });
    execFileSync('truncate', ['-s', '400M', image]);
    execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'pipe' });
    fs.mkdirSync(path);
    mount();
  } catch {
    removeDisk();
    return undefined;
  }
  t.after(() => {
    execFileSync('umount', ['--lazy', path], { stdio: 'pipe' });
    removeDisk();
  });
  return {
    path,
    mount: () => {
      unmount();
      mount();
    },
    cut: () => void execFileSync('python3', ['-c', CUT, path], { stdio: 'pipe' }),
  };
}

test('after a power cut every acknowledged row is there', async (t) => {
  const disk = process.platform === 'linux' && process.getuid?.() === 0 ? mountDisk(t) : undefined;
  if (!disk) {
    t.skip('needs root, loop devices and mkfs.ext4; the test that counts fsync calls stands in');
    return;
  }
  const folder = join(disk.path, 'data');
  for (let round = 0; round < (isLong ? 10 : 1); round += 1) {
    const writer = startWriter(folder);
    await untilAcknowledged(writer, round * 300 + 300);
    disk.cut();
    await kill(writer);
    disk.mount();
    const database = await openDatabase({ url: null, dataFolder: folder });
    await assertAllThere(database, writer.acknowledged);
  }
});

/** A server whose disk is gone may have ended by itself. */
function endIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    assert.equal((error as NodeJS.ErrnoException).code, 'ESRCH');
  }
}

test(
  'after a power cut of a PostgreSQL server every acknowledged row is there',
  { skip: binaries ? false : 'this machine has no initdb' },
  async (t) => {
    const disk = process.platform === 'linux' && process.getuid?.() === 0 ? mountDisk(t) : undefined;
    if (!disk) {
      t.skip('needs root, loop devices and mkfs.ext4');
      return;
    }
    const data = join(disk.path, 'server');
    execFileSync('chown', ['postgres', disk.path]);
    execFileSync('chmod', ['755', join(disk.path, '..')]);
    execFileSync(...asPostgres(`${binaries}/initdb`, '-D', data, '-A', 'trust', '-U', 'postgres'), {
      cwd: disk.path,
      stdio: 'ignore',
    });
    const first = await startPostmaster(t, data);
    const writer = startWriter('', first.url);
    await untilAcknowledged(writer, 300);
    disk.cut();
    await kill(writer);
    endIfAlive(first.pid);
    disk.mount();
    const second = await startPostmaster(t, data);
    const database = await openDatabase({ url: second.url, dataFolder: '' });
    await assertAllThere(database, writer.acknowledged);
    await stopPostmaster(second);
  },
);
