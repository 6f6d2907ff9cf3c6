import { newId, refuse, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import { sql, type Kysely } from 'kysely';
import type { Alert, AlertSeverity } from '../../contract/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

export type NewAlert = {
  serviceId: string | null;
  areaId: string | null;
  text: LocalizedText;
  severity: AlertSeverity;
  endsAt: Date;
};

/**
 * Says what people must know now, of a service, of an area or of the whole region. Refuses `service_not_found`,
 * `area_not_found` and `ends_before_it_begins`.
 */
export async function publishAlert(anyCtx: AnyCtx, alert: NewAlert): Promise<string> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  if (alert.endsAt <= ctx.now) refuse('ends_before_it_begins', { fields: [{ path: 'endsOn', code: 'invalid' }] });
  const isArea = async (areaId: string) => (await listAreas(ctx)).some((area) => area.areaId === areaId);
  if (alert.areaId !== null && !(await isArea(alert.areaId))) refuse('area_not_found');
  const service = alert.serviceId === null ? null : await findLivingService(ctx.db, alert.serviceId);
  if (service === undefined) refuse('service_not_found');
  const alertId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('directory.alert')
    .values({
      alert_id: alertId,
      service_id: alert.serviceId,
      area_id: alert.areaId,
      text: JSON.stringify(alert.text),
      severity: alert.severity,
      starts_at: ctx.now,
      ends_at: alert.endsAt,
      published_by: ctx.actor.accountId,
    })
    .execute();
  const { serviceId, areaId } = alert;
  ctx.emit({ type: 'alert.published', subject: alertId, data: { serviceId, areaId }, after: { text: alert.text } });
  return alertId;
}

async function findLivingService(db: Kysely<DirectoryTables>, serviceId: string): Promise<string | undefined> {
  const { rows } = await sql<{ service_id: string }>`
    select service_id from directory.service where service_id = ${serviceId} and merged_into is null`.execute(db);
  return rows[0]?.service_id;
}

/** Takes an alert down before its time. Refuses `alert_not_found`. */
export async function endAlert(anyCtx: AnyCtx, alertId: string): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const ended = await ctx.db
    .updateTable('directory.alert')
    .set({ ended_at: ctx.now })
    .where('alert_id', '=', alertId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (ended.numUpdatedRows === 0n) refuse('alert_not_found');
  ctx.emit({ type: 'alert.ended', subject: alertId });
}

type AlertRow = {
  alert_id: string;
  service_id: string | null;
  area_id: string | null;
  text: LocalizedText;
  severity: AlertSeverity;
  ends_at: Date;
  area_name: LocalizedText | null;
  service_name: LocalizedText | null;
};

/** The alerts that stand now, danger first: all of them, or those of a service or of some areas, with the whole region's. */
export async function listAlerts(
  anyCtx: AnyCtx,
  of: { serviceId?: string | undefined; areaIds?: string[] | undefined } = {},
): Promise<Alert[]> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const isAll = of.serviceId === undefined && of.areaIds === undefined;
  const { rows } = await sql<AlertRow>`
    select alert.alert_id, alert.service_id, alert.area_id, alert.text, alert.severity, alert.ends_at,
      area.name as area_name, service.name as service_name
    from directory.alert
    left join territory.published_area as area on area.area_id = alert.area_id
    left join directory.service on service.service_id = alert.service_id
    where alert.ended_at is null and alert.starts_at <= ${ctx.now} and alert.ends_at > ${ctx.now}
      and (${isAll} or alert.service_id = ${of.serviceId ?? null}::uuid or alert.area_id = any(${of.areaIds ?? []}::uuid[])
        or (alert.service_id is null and alert.area_id is null))
    order by alert.severity, alert.ends_at, alert.alert_id limit 50`.execute(ctx.db);
  return rows.map((row) => ({
    alertId: row.alert_id as Alert['alertId'],
    serviceId: row.service_id as Alert['serviceId'],
    serviceName: row.service_name,
    areaId: row.area_id,
    areaName: row.area_name,
    text: row.text,
    severity: row.severity,
    endsAt: row.ends_at.toISOString(),
  }));
}
