import { route } from '@qantara/kernel';
import { z } from 'zod';
import { Area, AreaKind, AreaOnMap } from './area.ts';

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
};
