import { serverModule, withTables, type AnyCtx } from '@qantara/platform';
import { territoryRoutes, type AreaKind, type AreaOnMap } from '../contract/index.ts';
import { listAreas, listAreasOnMap } from './area-store.ts';
import { listAreaDays, removeHoliday, removeWeek, saveHoliday, saveWeek } from './calendar-store.ts';
import type { TerritoryTables } from './tables.gen.ts';

export { loadCalendar, saveHoliday, saveWeek } from './calendar-store.ts';
export { listAreas, saveArea, type NewArea } from './area-store.ts';

/** The outlines of one kind of area, for a use case that asks where a point lies. */
export async function listAreaOutlines(ctx: AnyCtx, kind: AreaKind): Promise<AreaOnMap[]> {
  return listAreasOnMap(withTables<TerritoryTables>(ctx).db, kind);
}

export const territoryModule = serverModule<typeof territoryRoutes, TerritoryTables>({
  name: 'territory',
  routes: territoryRoutes,
  handlers: {
    listAreas: async (ctx, { kind }) => ({ areas: await listAreas(ctx, kind) }),
    listAreaDays: async (ctx) => ({ days: await listAreaDays(ctx) }),
    saveWeek,
    removeWeek,
    saveHoliday,
    removeHoliday,
    getAreaMap: async (ctx, { kind }) => ({ areas: await listAreasOnMap(ctx.db, kind) }),
  },
});
