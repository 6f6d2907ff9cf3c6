import { refuse, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { AreaDays, AreaId, HolidayOfArea, SaveHoliday, SaveWeek, Week } from '../contract/index.ts';
import { calendarOf, type Calendar } from '../domain/index.ts';
import type { TerritoryTables } from './tables.gen.ts';

type Tables = TerritoryTables;
type Row = { area_id: string; week: Week | null; holidays: AreaDays['holidays'] };

const SAID = sql`
  (select jsonb_build_object('workingDays', week.working_days, 'opensAt', week.opens_at, 'closesAt', week.closes_at)
    from territory.week where week.area_id = area.area_id) as week,
  (select coalesce(jsonb_agg(jsonb_build_object('onDay', to_char(holiday.on_day, 'YYYY-MM-DD'), 'name', holiday.name,
      'isWorked', holiday.is_worked) order by holiday.on_day), '[]')
    from territory.holiday where holiday.area_id = area.area_id) as holidays`;

/** The days of an area as they are inherited: of the region where there is no area. In one question, since every deadline asks it. */
export async function loadCalendar(anyCtx: AnyCtx, areaId: string | null): Promise<Calendar> {
  const { db, timeZone } = withTables<Tables>(anyCtx);
  const { rows } = await sql<Row>`
    with recursive lies as (
      select area.area_id, area.parent_area_id, 0 as step from territory.area
        where case when ${areaId}::uuid is null then area.parent_area_id is null else area.area_id = ${areaId}::uuid end
      union
      select area.area_id, area.parent_area_id, lies.step + 1 from territory.area
        join lies on lies.parent_area_id = area.area_id where lies.step < 20)
    select area.area_id, ${SAID} from lies as area order by area.step, area.area_id`.execute(db);
  return calendarOf(rows, timeZone);
}

/** What each area that has days of its own says of them. */
export async function listAreaDays(ctx: Ctx<Tables>): Promise<AreaDays[]> {
  const { rows } = await sql<Row>`
    select area.area_id, ${SAID} from territory.area
    where exists (select from territory.week where week.area_id = area.area_id)
      or exists (select from territory.holiday where holiday.area_id = area.area_id) order by area.code`.execute(
    ctx.db,
  );
  return rows.map(({ area_id: areaId, week, holidays }) => ({ areaId: areaId as AreaId, week, holidays }));
}

async function daysOf(ctx: Ctx<Tables>, areaId: AreaId): Promise<AreaDays> {
  const none = { areaId, week: null, holidays: [] };
  return (await listAreaDays(ctx)).find((one) => one.areaId === areaId) ?? none;
}

async function checkArea(ctx: Ctx<Tables>, areaId: string): Promise<void> {
  const found = await ctx.db
    .selectFrom('territory.area')
    .select('area_id')
    .where('area_id', '=', areaId)
    .executeTakeFirst();
  if (found === undefined) refuse('area_not_found', { fields: [{ path: 'areaId', code: 'not_a_choice' }] });
}

/** Writes the working week of an area; what it had is over. */
export async function saveWeek(anyCtx: AnyCtx, given: z.output<typeof SaveWeek>): Promise<AreaDays> {
  const ctx = withTables<Tables>(anyCtx);
  const { areaId, workingDays, opensAt, closesAt } = given;
  await checkArea(ctx, areaId);
  const before = await daysOf(ctx, areaId);
  const days = [...new Set(workingDays)].toSorted((one, other) => one - other);
  const said = { working_days: days, opens_at: opensAt, closes_at: closesAt, updated_at: ctx.now };
  await ctx.db
    .insertInto('territory.week')
    .values({ area_id: areaId, ...said })
    .onConflict((conflict) => conflict.column('area_id').doUpdateSet(said))
    .execute();
  const after = await daysOf(ctx, areaId);
  ctx.emit({ type: 'week.saved', subject: areaId, before: { week: before.week }, after: { week: after.week } });
  return after;
}

/** The area has the week of the one that it lies in again. */
export async function removeWeek(ctx: Ctx<Tables>, { areaId }: { areaId: AreaId }): Promise<AreaDays> {
  await checkArea(ctx, areaId);
  await ctx.db.deleteFrom('territory.week').where('area_id', '=', areaId).execute();
  ctx.emit({ type: 'week.removed', subject: areaId });
  return daysOf(ctx, areaId);
}

/** Writes a holiday of an area, or that it works on one of the area it lies in. The same day again is the later word. */
export async function saveHoliday(anyCtx: AnyCtx, given: z.output<typeof SaveHoliday>): Promise<AreaDays> {
  const ctx = withTables<Tables>(anyCtx);
  const { areaId, onDay, name, isWorked } = given;
  await checkArea(ctx, areaId);
  const said = { name: JSON.stringify(name satisfies LocalizedText), is_worked: isWorked, updated_at: ctx.now };
  await ctx.db
    .insertInto('territory.holiday')
    .values({ area_id: areaId, on_day: onDay, ...said })
    .onConflict((conflict) => conflict.columns(['area_id', 'on_day']).doUpdateSet(said))
    .execute();
  ctx.emit({ type: 'holiday.saved', subject: areaId, data: { onDay, isWorked } });
  return daysOf(ctx, areaId);
}

/** The day is as any other again, here. */
export async function removeHoliday(
  ctx: Ctx<Tables>,
  { areaId, onDay }: z.output<typeof HolidayOfArea>,
): Promise<AreaDays> {
  await checkArea(ctx, areaId);
  await sql`delete from territory.holiday where area_id = ${areaId} and on_day = ${onDay}::date`.execute(ctx.db);
  ctx.emit({ type: 'holiday.removed', subject: areaId, data: { onDay } });
  return daysOf(ctx, areaId);
}
