import { saveHoliday, saveWeek } from '@qantara/territory/server';
import type { AnyCtx } from '@qantara/platform';
import type { AreaId } from '@qantara/territory/contract';
import { seeds } from './read-seed.ts';

/** The two years of the sample, and the one that its deadlines run into. */
const YEARS = [-3, -2, -1, 0, 1];

/** Sabil's weeks, and its feasts in each year of the sample. */
export async function loadCalendar(ctx: AnyCtx, areaIds: Map<string, string>): Promise<void> {
  const { weeks, holidays } = seeds.calendar();
  const idOf = (areaCode: string): AreaId => (areaIds.get(areaCode) ?? '') as AreaId;
  for (const { areaCode, ...week } of weeks) await saveWeek(ctx, { ...week, areaId: idOf(areaCode) });
  const year = ctx.now.getUTCFullYear();
  for (const { areaCode, on, name, isWorked = false } of holidays)
    for (const more of YEARS)
      await saveHoliday(ctx, { areaId: idOf(areaCode), onDay: `${year + more}-${on}`, name, isWorked });
}
