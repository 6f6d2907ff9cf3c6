import { rm } from 'node:fs/promises';
import { after, before } from 'node:test';
import type { Locale } from '@qantara/kernel';
import type { Browser } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { freshDataFolder } from './sample-data.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { signIn } from './sign-in.ts';
import { visitorOf, type Coming, type Visitor } from './visitor.ts';

export type RegionUnderTest = {
  address: () => string;
  /** Where its data lies. */
  folder: () => string;
  /** What the server has printed. */
  printed: () => string;
  visitor: (coming: Coming) => Promise<Visitor>;
  /** Somebody at work, signed in with both factors. */
  colleague: (email: string, locale: Locale) => Promise<Visitor>;
  /** Stops the server, and starts it again at the same address: as when a cable is cut. */
  stop: () => Promise<void>;
  startAgain: () => Promise<void>;
  /** A public answer of the interface. */
  ask: <T>(path: string) => Promise<T>;
};

type Opened = { server: RunningServer; browser: Browser; folder: string };

/** `settings` are asked when the region opens, after whatever they name has opened. */
type Given = { sample?: boolean; isNamed?: boolean; settings?: () => Promise<Record<string, string>> };

const nothingMore = (): Promise<Record<string, string>> => Promise.resolve({});

/** A region of its own for the tests of one file: the real server on its own copy of the data, and a browser. */
export function regionUnderTest({
  sample = true,
  isNamed = false,
  settings = nothingMore,
}: Given = {}): RegionUnderTest {
  let opened: Opened | undefined;
  const here = (): Opened => {
    if (opened === undefined) throw new Error('the region is not open');
    return opened;
  };
  before(async () => {
    const folder = await freshDataFolder(sample);
    const server = await startServer({ dataFolder: folder, sample, isNamed, settings: await settings() });
    opened = { server, folder, browser: await openBrowser() };
  });
  after(async () => {
    if (opened === undefined) return;
    await opened.browser.close();
    await opened.server.stop();
    await rm(opened.folder, { recursive: true, force: true });
  });
  const visitor = (coming: Coming): Promise<Visitor> => visitorOf(here().browser, here().server.address, coming);
  return {
    address: () => here().server.address,
    folder: () => here().folder,
    printed: () => here().server.printed(),
    visitor,
    colleague: async (email, locale) => {
      const came = await visitor({ locale });
      await signIn(came, email);
      return came;
    },
    stop: () => here().server.stop(),
    startAgain: async () => {
      const { server, folder } = here();
      const PORT = new URL(server.address).port;
      here().server = await startServer({ dataFolder: folder, sample, settings: { ...(await settings()), PORT } });
    },
    ask: async <T>(path: string) => {
      const answer = await fetch(`${here().server.address}/api${path}`);
      if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`);
      return (await answer.json()) as T;
    },
  };
}
