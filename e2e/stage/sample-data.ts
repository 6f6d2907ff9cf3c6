import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { cp, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServer } from './start-server.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where data folders, profiles and the unpacked browser of the journeys lie. */
export const CACHE = join(ROOT, '.cache/e2e');

/** Everything that the sample region is made of. */
const MADE_OF = [
  'db/migrations/*.sql',
  'db/seeds/**/*.json',
  'apps/server/**/*.ts',
  'packages/{kernel,platform}/**/*.ts',
  'modules/*/{contract,domain,server}/**/*.ts',
];

// The sample is told up to today, so that yesterday's is another one.
function fingerprint(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 10));
  const files = globSync(MADE_OF, { cwd: ROOT, exclude: (name) => name === 'node_modules' });
  for (const file of files.toSorted()) {
    if (file.endsWith('.test.ts')) continue;
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether this process is the one to make it. A process that died while making it is no hindrance. */
async function isOurs(mark: string): Promise<boolean> {
  try {
    await writeFile(mark, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const maker = Number(await readFile(mark, 'utf8').catch(() => '0'));
    if (maker === 0 || isAlive(maker)) return false;
    await rm(mark, { force: true });
    return isOurs(mark);
  }
}

// A folder that is in use keeps being renewed; those of an hour ago are left by sources that are no more.
async function removeOlder(kept: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (!/^(sample|draft|used)-/.test(name) || name === kept) continue;
    const found = await stat(join(CACHE, name)).catch(() => undefined);
    if (found !== undefined && found.mtimeMs < Date.now() - 3_600_000)
      await rm(join(CACHE, name), { recursive: true, force: true });
  }
}

async function makeSample(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const draft = join(CACHE, `draft-${randomBytes(6).toString('hex')}`);
  const server = await startServer({ dataFolder: draft, sample: true });
  await server.stop();
  await rename(draft, folder);
}

/** The folder of a region with the sample in it, made once for each state of what it is made of; not to be written to. */
async function sampleFolder(): Promise<string> {
  const name = `sample-${fingerprint()}`;
  const folder = join(CACHE, name);
  const mark = `${folder}.making`;
  await mkdir(CACHE, { recursive: true });
  while (!existsSync(folder)) {
    if (await isOurs(mark)) {
      await makeSample(folder).finally(() => rm(mark, { force: true }));
      await removeOlder(name);
    } else await pause(200);
  }
  return folder;
}

/** A data folder of one's own, with the sample region in it or empty. */
export async function freshDataFolder(sample: boolean): Promise<string> {
  const own = join(CACHE, `used-${randomBytes(6).toString('hex')}`);
  if (sample) await cp(await sampleFolder(), own, { recursive: true, mode: constants.COPYFILE_FICLONE });
  else await mkdir(own, { recursive: true });
  return own;
}
