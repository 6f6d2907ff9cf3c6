import { AreaKind } from './area.ts';

export { Area, AreaId, AreaKind, AreaOnMap } from './area.ts';
export { AreaDays, Holiday, HolidayOfArea, LEAST_HOURS, SaveHoliday, SaveWeek, Week, WEEKDAYS } from './calendar.ts';
export { territoryRoutes } from './routes.ts';
export const enumMessages = { 'territory.kind': AreaKind };
