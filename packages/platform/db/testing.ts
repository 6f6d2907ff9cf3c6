import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embeddedDatabase } from './database.ts';
import type { Database } from './database-pool.ts';
import { openInMemory } from './embedded-engine.ts';

/** A folder of this test's own, removed after it. */
export function makeFolder(test: TestContext): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'qantara-db-'));
  test.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let emptySnapshot: Promise<Blob> | undefined;

/** A database in memory without a single table, closed after the test. */
export async function openEmpty(
  test: TestContext,
  settings: { acquireTimeoutMs?: number; idleHolderMs?: number } = {},
): Promise<Database> {
  emptySnapshot ??= dumpEmpty();
  const { session } = await openInMemory(await emptySnapshot);
  const database = embeddedDatabase(session, settings, () => undefined);
  test.after(() => database.close());
  return database;
}

// Loading a snapshot takes a third of the time of making a cluster.
async function dumpEmpty(): Promise<Blob> {
  const { session, engine } = await openInMemory();
  const snapshot = await engine.dumpDataDir('none');
  await session.close();
  return snapshot;
}

/** A process that writes and acknowledges rows, and the last number it acknowledged. */
export interface Writer {
  process: ChildProcess;
  acknowledged: number;
  errors: string;
}

export function startWriter(...writerArguments: string[]): Writer {
  const script = fileURLToPath(new URL('./write-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, ...writerArguments], { stdio: ['ignore', 'pipe', 'pipe'] });
  process.once('exit', () => child.kill('SIGKILL')); // Also when a test fails before it has killed it.
  const writer: Writer = { process: child, acknowledged: 0, errors: '' };
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (text + chunk).split('\n');
    text = lines.pop() ?? '';
    writer.acknowledged = Number(lines.at(-1) ?? writer.acknowledged);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (writer.errors += chunk));
  return writer;
}

/** Resolves when the writer has acknowledged that many rows; rejects when it ends before. */
export function untilAcknowledged(writer: Writer, count: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = setInterval(() => {
    if (writer.acknowledged >= count) resolve();
    else if (writer.process.exitCode !== null) reject(new Error(`The writer ended early: ${writer.errors}`));
  }, 5);
  return promise.finally(() => clearInterval(look));
}

/** `kill -9`, and all it had acknowledged read. */
export function kill(writer: Writer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  writer.process.once('close', () => resolve());
  writer.process.kill('SIGKILL');
  return promise;
}

/** A folder of migrations holding the given files. */
export function makeMigrations(test: TestContext, files: Record<string, string>): string {
  const folder = makeFolder(test);
  for (const [name, sql] of Object.entries(files)) fs.writeFileSync(join(folder, name), sql);
  return folder;
}
