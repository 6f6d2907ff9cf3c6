import { route, wireRoute } from '@qantara/kernel';
import { z } from 'zod';
import { OpenDataList } from './open-data-list.ts';

export const opendataRoutes = {
  listOpenData: route({
    path: 'GET /public/data',
    may: 'anyone',
    input: z.object({}),
    output: OpenDataList,
    refusals: [],
  }),
};

/** Files at addresses that stay, for programs and for whoever takes them away: the catalogue and everything that it names of ours. */
export const dataRoutes = {
  getOpenFile: wireRoute('GET /data/:file', z.object({ file: z.string().max(120) })),
};
