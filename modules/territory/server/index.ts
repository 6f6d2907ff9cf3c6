import { serverModule } from '@qantara/platform';
import { territoryRoutes } from '../contract/index.ts';
import { listAreas, listAreasOnMap } from './area-store.ts';
import type { TerritoryTables } from './tables.gen.ts';

export { listAreas, saveArea, type NewArea } from './area-store.ts';

export const territoryModule = serverModule<typeof territoryRoutes, TerritoryTables>({
  name: 'territory',
  routes: territoryRoutes,
  handlers: {
    listAreas: async (ctx, { kind }) => ({ areas: await listAreas(ctx, kind) }),
    getAreaMap: async (ctx, { kind }) => ({ areas: await listAreasOnMap(ctx.db, kind) }),
  },
});
