import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataFolderInUse } from './errors.ts';

/** What the lock file says of its holder. `space` tells machines and containers apart: a pid means nothing in another. */
interface LockHolder {
  pid: number;
  startedAt: string;
  space: string;
  host: string;
  token: string;
}

export interface DataFolderLock {
  release(): void;
}

const HEARTBEAT_MS = 3_000;
/** A holder elsewhere that has not touched its lock for this long is taken for dead. */
const SILENCE_MS = 12_000;

/**
 * Takes the folder for this process, or throws DataFolderInUse. A lock left by a dead process is taken over: at once
 * when it ran in this machine or container, after twelve seconds without a sign of life when it ran in another.
 * `onLost` is called if another process took the lock all the same (this one was suspended): stop writing then.
 */
export async function lockDataFolder(folder: string, onLost: () => void): Promise<DataFolderLock> {
  const path = join(folder, 'database.lock');
  const me = describeMyself();
  while (!createLock(path, me)) {
    const holder = readHolder(path);
    if (holder && (await isAlive(path, holder))) throw new DataFolderInUse(folder, holder, holder.space !== me.space);
    removeStaleLock(path, holder);
  }
  const heartbeat = setInterval(() => {
    if (readHolder(path)?.token === me.token) return beat(path, me);
    clearInterval(heartbeat);
    onLost();
  }, HEARTBEAT_MS).unref();
  return {
    release(): void {
      clearInterval(heartbeat);
      if (readHolder(path)?.token === me.token) fs.rmSync(path, { force: true });
    },
  };
}

function createLock(path: string, me: LockHolder): boolean {
  const draft = `${path}.${me.token}`;
  fs.writeFileSync(draft, `${JSON.stringify(me)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // A link appears with its content in one step, and fails when the lock exists: O_EXCL without a half-written file.
    fs.linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    return createLockWithoutLinks(path, me);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

// File systems without hard links (exFAT, some network shares).
function createLockWithoutLinks(path: string, me: LockHolder): boolean {
  try {
    fs.writeFileSync(path, `${JSON.stringify(me)}\n`, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): LockHolder | undefined {
  try {
    const holder: unknown = JSON.parse(fs.readFileSync(path, 'utf8'));
    return isHolder(holder) ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is LockHolder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    'startedAt' in value &&
    'space' in value &&
    'token' in value
  );
}

async function isAlive(path: string, holder: LockHolder): Promise<boolean> {
  if (holder.space === space()) return startOf(holder.pid) === holder.startedAt;
  let silence = silenceOf(path);
  while (silence !== undefined && silence < SILENCE_MS) {
    await sleep(500);
    const now = silenceOf(path);
    if (now !== undefined && now < silence) return true;
    silence = now;
  }
  return false;
}

/** Milliseconds since the holder wrote, by the clock of the file system: those of two machines may differ. */
function silenceOf(path: string): number | undefined {
  const probe = `${path}.${randomBytes(6).toString('hex')}`;
  fs.writeFileSync(probe, '', { mode: 0o600 });
  const now = fs.statSync(probe).mtimeMs;
  fs.rmSync(probe, { force: true });
  const touched = fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return touched === undefined ? undefined : now - touched;
}

/** Two processes may find the same stale lock; the one that gets the rename removes it, and puts a fresh one back. */
function removeStaleLock(path: string, stale: LockHolder | undefined): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    fs.renameSync(path, aside);
  } catch {
    return; // The other one was faster; the loop looks again.
  }
  const taken = readHolder(aside);
  if (taken && taken.token !== stale?.token) putBack(aside, path);
  fs.rmSync(aside, { force: true });
}

function putBack(aside: string, path: string): void {
  try {
    fs.linkSync(aside, path);
  } catch {
    // A third process has locked meanwhile; the second notices at its next heartbeat and stops.
  }
}

function describeMyself(): LockHolder {
  const token = randomBytes(9).toString('hex');
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '', space: space(), host: hostname(), token };
}

/** The start of a process, as text that a later process with the same pid cannot have; undefined when it is dead. */
function startOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return undefined;
  }
  const stat = readText(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces. After it come the state (Z and X are dead already) and, 19 later, the start.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return 'unknown';
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function space(): string {
  const boot = readText('/proc/sys/kernel/random/boot_id')?.trim() ?? '';
  const pids = process.platform === 'linux' ? fs.readlinkSync('/proc/self/ns/pid') : '';
  return [hostname(), boot, pids].join(' ');
}

function readText(path: string): string | undefined {
  try {
    return fs.readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function beat(path: string, me: LockHolder): void {
  try {
    fs.writeFileSync(path, `${JSON.stringify(me)}\n`, { flag: 'r+' });
  } catch {
    // A missed heartbeat (a full disk) is no reason to stop serving.
  }
}
