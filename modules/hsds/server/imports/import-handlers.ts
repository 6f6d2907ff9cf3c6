import { refuse } from '@qantara/kernel';
import type { Handlers } from '@qantara/platform';
import type { importRoutes } from '../../contract/index.ts';
import type { HsdsTables } from '../tables.gen.ts';
import { discardImport, letImport } from './decide-import.ts';
import { countChanges, findImport, listChanges, listImports, listRowRefusals } from './import-store.ts';
import { getMapping, mapImport } from './map-import.ts';
import { listKnownSources } from './known-sources.ts';
import { requestImport } from './request-import.ts';

/** What answers the routes about taking a directory in. */
export const importHandlers: Handlers<typeof importRoutes, HsdsTables> = {
  requestImport,
  getMapping,
  mapImport,
  letImport,
  discardImport,
  listImports: async (ctx) => ({ imports: await listImports(ctx.db), sources: await listKnownSources(ctx) }),
  getImport: async (ctx, { importId }) => (await findImport(ctx.db, importId)) ?? refuse('import_not_found'),
  listRowRefusals: async (ctx, asked) => {
    const { rowsRefused } = (await findImport(ctx.db, asked.importId)) ?? refuse('import_not_found');
    return { ...(await listRowRefusals(ctx.db, asked)), page: asked.page, perPage: asked.perPage, total: rowsRefused };
  },
  listImportChanges: async (ctx, asked) => {
    if ((await findImport(ctx.db, asked.importId)) === undefined) refuse('import_not_found');
    const total = await countChanges(ctx.db, asked.importId);
    return { ...(await listChanges(ctx.db, asked)), page: asked.page, perPage: asked.perPage, total };
  },
};
