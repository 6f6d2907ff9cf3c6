import { AreaKind } from './area.ts';

export { Area, AreaId, AreaKind, AreaOnMap } from './area.ts';
export { territoryRoutes } from './routes.ts';
export const enumMessages = { 'territory.kind': AreaKind };
