import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CACHE } from './sample-data.ts';

const ROOT = join(import.meta.dirname, '../..');
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chromium-headless-shell'];

// Nothing but the pages under test is to be asked of the network.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser of the machine: the one that CHROMIUM names, or the first on the path. */
function ownBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  if (process.env['QANTARA_E2E_BROWSER'] === 'npm') return undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}

/**
 * The browser of the npm package, unpacked once. It unpacks into the folder for temporary files and takes what is there
 * for whole: so it is unpacked under another name, and renamed when it is. With the libraries it brings for machines
 * that have none, which it unpacks only where it believes itself in their cloud.
 */
async function unpackBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  const script = `const { default: packed } = await import('@sparticuz/chromium'); await packed.executablePath();`;
  const env = { ...process.env, TMPDIR: draft, TMP: draft, TEMP: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The browser could not be unpacked.\n${done.stderr}`);
  // The fonts are looked for where they lie, which the package cannot know.
  const fonts = `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`;
  await writeFile(join(draft, 'fonts.conf'), `<?xml version="1.0"?>\n${fonts}\n`);
  // Another test file may have been first: theirs is the same.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}

async function openUnpacked(): Promise<Browser> {
  const folder = await unpackBrowser();
  const given = { executablePath: join(folder, 'chromium'), args: [...FLAGS, '--headless=shell'] };
  try {
    return await chromium.launch(given);
  } catch {
    // A bare machine lacks the libraries: then those of the package serve.
    const own = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') };
    return chromium.launch({ ...given, env: { ...process.env, ...own } });
  }
}

/** A browser without a window. Its pages are opened in contexts of their own. */
export async function openBrowser(): Promise<Browser> {
  const own = ownBrowser();
  return own === undefined ? openUnpacked() : chromium.launch({ executablePath: own, args: FLAGS });
}
