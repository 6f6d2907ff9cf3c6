import { route } from '@qantara/kernel';
import { z } from 'zod';
import { Area, AreaId, AreaKind, AreaOnMap } from './area.ts';
import { AreaDays, HolidayOfArea, SaveHoliday, SaveWeek } from './calendar.ts';

export const territoryRoutes = {
  listAreas: route({
    path: 'GET /areas',
    may: 'anyone',
    input: z.object({ kind: AreaKind.optional() }),
    output: z.object({ areas: z.array(Area) }),
    refusals: [],
    offline: 'read',
  }),
  getAreaMap: route({
    path: 'GET /areas/map',
    may: 'anyone',
    input: z.object({ kind: AreaKind.default('municipality') }),
    output: z.object({ areas: z.array(AreaOnMap) }),
    refusals: [],
  }),
  listAreaDays: route({
    path: 'GET /calendar',
    may: 'calendar:write',
    input: z.object({}),
    output: z.object({ days: z.array(AreaDays) }),
    refusals: [],
  }),
  saveWeek: route({
    path: 'POST /calendar/week',
    may: 'calendar:write',
    input: SaveWeek,
    output: AreaDays,
    refusals: ['area_not_found'],
  }),
  removeWeek: route({
    path: 'POST /calendar/week/remove',
    may: 'calendar:write',
    input: z.object({ areaId: AreaId }),
    output: AreaDays,
    refusals: ['area_not_found'],
  }),
  saveHoliday: route({
    path: 'POST /calendar/holidays',
    may: 'calendar:write',
    input: SaveHoliday,
    output: AreaDays,
    refusals: ['area_not_found'],
  }),
  removeHoliday: route({
    path: 'POST /calendar/holidays/remove',
    may: 'calendar:write',
    input: HolidayOfArea,
    output: AreaDays,
    refusals: ['area_not_found'],
  }),
};
