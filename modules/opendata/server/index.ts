import { serverModule, wireOf, type AnyCtx, type WireAnswer } from '@qantara/platform';
import { dataRoutes, opendataRoutes } from '../contract/index.ts';
import type { OpenDataset } from '../domain/index.ts';
import { getShelved, openShelf } from './shelf.ts';

export { writeOpenData } from './write-open-data.ts';

type Tables = Record<never, never>;

function cardOf({ code, title, about, page, modified, temporal, files }: OpenDataset) {
  const cards = files.map(({ path, title: fileTitle, bytes }) => ({
    path,
    title: fileTitle,
    name: path.split('/').at(-1) ?? '',
    bytes,
    described: path.startsWith('/data/') && path.endsWith('.csv') ? `${path}-metadata.json` : null,
  }));
  return { code, title, about, page, modified, temporal, files: cards };
}

async function answerFile(ctx: AnyCtx, { file }: { file: string }): Promise<WireAnswer> {
  const { type, body, describedBy } = await getShelved(ctx, file);
  const link: Record<string, string> =
    describedBy === null ? {} : { link: `</data/${describedBy}>; rel="describedby"; type="application/csvm+json"` };
  return { type, body, headers: { 'content-disposition': `inline; filename="${file}"`, ...link } };
}

export const opendataModule = serverModule<typeof opendataRoutes, Tables>({
  name: 'opendata',
  routes: opendataRoutes,
  handlers: {
    listOpenData: async (ctx) => ({ datasets: (await openShelf(ctx)).datasets.map(cardOf) }),
  },
  wire: wireOf<typeof dataRoutes, Tables>(dataRoutes, { getOpenFile: answerFile }),
});
