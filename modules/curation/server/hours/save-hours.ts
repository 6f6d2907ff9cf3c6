import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Row } from '@qantara/directory/domain';
import { editRecord } from '@qantara/directory/server';
import type { HiddenHoursEdit, HoursEdit, HoursRow } from '../../contract/index.ts';
import { hoursFaults, isBlankRow, placeOf, rowOfSchedule, scheduleOfRow, type Places } from '../../domain/index.ts';
import { markTaken } from '../take-suggested.ts';
import type { CurationTables } from '../tables.gen.ts';
import { versionOf } from './get-hours.ts';
import { getServiceRecord, loadServicePlaces, partedSchedules, type ServiceRecord } from './service-places.ts';

type CurationCtx = Ctx<CurationTables>;
type Schedule = Row<'schedule'>;

async function saveSchedules(ctx: CurationCtx, record: ServiceRecord, schedules: Schedule[]): Promise<void> {
  if (versionOf(schedules) !== versionOf(record.parts.schedule ?? []))
    await editRecord(ctx, { object: 'service', recordId: record.id, parts: { schedule: schedules } });
  const data = { organisationId: record.fields.organization_id ?? null, fields: ['schedule'] };
  ctx.emit({ type: 'service.saved', subject: record.id, data });
}

function written(rows: HoursRow[], of: { serviceId: string; standing: Schedule[]; places: Places }): Schedule[] {
  const known = new Map(of.standing.map((schedule) => [schedule.id, schedule]));
  return rows
    .filter((row) => !row.isRemoved && !isBlankRow(row))
    .map((row) => scheduleOfRow(row, { ...of, standing: known.get(row.scheduleId ?? ''), freshId: newId() }));
}

function checkRows(rows: HoursRow[], places: Places): void {
  const fields = hoursFaults(rows, places.locationIds);
  if (fields.length > 0) refuse('invalid_input', { fields });
}

/**
 * The hours of a service as they are from now on, in this directory's own name. Hours at confidential places and schedules that
 * the form has no fields for stay. Refuses what the rows say wrongly at its field, and `changed_meanwhile`.
 */
export async function saveHours(ctx: CurationCtx, edit: HoursEdit): Promise<{ done: true }> {
  const record = await getServiceRecord(ctx, edit.serviceId);
  const places = await loadServicePlaces(ctx, record);
  const { told, untold } = partedSchedules(record, places);
  if (edit.version !== undefined && edit.version !== versionOf(told)) refuse('changed_meanwhile');
  checkRows(edit.rows, places.open);
  const others = told.filter(
    (schedule) => rowOfSchedule(schedule, places.open) === null && !edit.removedIds.includes(schedule.id),
  );
  const rows = written(edit.rows, { serviceId: record.id, standing: told, places: places.open });
  await saveSchedules(ctx, record, [...rows, ...others, ...untold]);
  await markTaken(ctx, edit, { field: 'hours', serviceIds: [record.id] });
  return { done: true };
}

/**
 * The hours at one confidential place: new rows take the place of those that stand, a mark empties them, and without either they
 * stay. They are in no history. Refuses `location_not_found` for a place that is none of the service's confidential ones.
 */
export async function saveHiddenHours(ctx: CurationCtx, edit: HiddenHoursEdit): Promise<{ done: true }> {
  const record = await getServiceRecord(ctx, edit.serviceId);
  const places = await loadServicePlaces(ctx, record);
  const isTheirs = places.all.locationIds.has(edit.locationId) && places.hiddenIds.has(edit.locationId);
  if (!isTheirs) refuse('location_not_found');
  const rows = edit.rows.map((row) => ({
    ...row,
    scheduleId: null,
    locationId: isBlankRow(row) ? null : edit.locationId,
  }));
  checkRows(rows, places.all);
  const fresh = written(rows, { serviceId: record.id, standing: [], places: places.all });
  const isReplaced = edit.isEmptied || fresh.length > 0;
  const stays = (schedule: Schedule) => !isReplaced || placeOf(schedule, places.all) !== edit.locationId;
  await saveSchedules(ctx, record, [...(record.parts.schedule ?? []).filter(stays), ...fresh]);
  return { done: true };
}
