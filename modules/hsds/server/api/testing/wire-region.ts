import { translatorFor } from '@qantara/kernel';
import { createApp } from '@qantara/platform';
import { saveStanding, stateRecords } from '@qantara/directory/server';
import { inSystem, openTestRegion, type Region } from '../../testing.ts';
import { idOf } from './said.ts';
import { shelter, sheltered } from './shelter.ts';
import { organisationOf, PLAIN_SERVICES, serviceOf } from './small-world.ts';

export type WireRegion = Region & {
  /** Asks the interface as a browser elsewhere would. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  askJson: (path: string) => Promise<Json>;
  /** Everything that a list holds, as lines. */
  askLines: (path: string) => Promise<Json[]>;
};
export type Json = Record<string, unknown> & { contents: Json[]; total_items: number };

/** What the browser of a page on another site sends by itself. */
const ELSEWHERE = { 'accept-language': 'en', origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
const ORIGIN = 'http://sabil.example';

/** The interface of a region, asked from elsewhere. */
export function wireOfRegion(region: Region): WireRegion {
  const t = translatorFor('en', {});
  const app = createApp(
    {
      executor: region.executor,
      database: region.database,
      resolveProgram: () => Promise.resolve(null),
      resolveActor: () => Promise.resolve(null),
      translators: { ar: t, fr: t, en: t },
      openApi: {},
      pages: null,
      isReady: () => Promise.resolve(true),
      jobs: {
        countWaiting: () => Promise.resolve(0),
        countDeadLetters: () => Promise.resolve(0),
        retryDeadLetters: () => Promise.resolve(0),
      },
    },
    {
      secure: false,
      trustProxy: false,
      requestsPerMinute: 0,
      metricsToken: null,
      originSalt: 'salt',
      address: null,
      largestBody: 1_000_000,
      assetsFolder: null,
    },
  );
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(`${ORIGIN}${path}`, init);
    for (const [name, value] of Object.entries(ELSEWHERE))
      if (!request.headers.has(name)) request.headers.set(name, value);
    return app.fetch(request);
  };
  return {
    ...region,
    ask,
    askJson: async (path) => (await (await ask(path)).json()) as Json,
    askLines: async (path) => {
      const text = await (await ask(`${path}${path.includes('?') ? '&' : '?'}format=ndjson`)).text();
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Json);
    },
  };
}

/** A small world: sixty services that differ in everything one may ask, and one that is given where nobody may know. */
export async function openWireRegion(count: number = PLAIN_SERVICES): Promise<WireRegion> {
  const region = await openTestRegion();
  await inSystem(region, async (ctx) => {
    await saveStanding(ctx, 'taxonomy', [{ id: idOf('taxonomy'), name: { en: 'Of a source' } }]);
    await saveStanding(ctx, 'taxonomy_term', [
      { id: idOf('term', '0'), name: { en: 'Top' }, code: 'T', taxonomy_id: idOf('taxonomy') },
      {
        id: idOf('term', '1'),
        name: { en: 'Below' },
        code: 'B',
        parent_id: idOf('term', '0'),
        taxonomy_id: idOf('taxonomy'),
      },
    ]);
    await saveStanding(ctx, 'unit', [{ id: idOf('unit'), name: { en: 'Bed' } }]);
    await stateRecords(
      ctx,
      'a source',
      [
        ...[0, 1, 2].map(organisationOf),
        shelter(),
        ...Array.from({ length: count }, (_, number) => serviceOf(number)).flat(),
        sheltered(),
      ].toSorted((one, other) => ORDER.indexOf(one.object) - ORDER.indexOf(other.object)),
    );
  });
  return wireOfRegion(region);
}

const ORDER = ['organization', 'location', 'service'];
