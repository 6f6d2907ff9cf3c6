import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { PagedLocation, PagedService } from '../../contract/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';

/** What an interface that goes on from where it was asks of the directory; all that is asked must hold. */
export type PageQuestion = {
  ids?: readonly string[] | null;
  organisationIds?: readonly string[] | null;
  locationIds?: readonly string[] | null;
  /** Contained in a name, whatever its language. */
  name?: string | null;
  needCodes?: readonly string[] | null;
  /** Services that are not given now, too: for those who keep them. */
  withEnded?: boolean;
  changedFrom?: Date | null;
  changedBefore?: Date | null;
  /** The last identifier of the page before. */
  after?: string | null;
  limit: number;
};

const among = (column: string, ids: readonly string[] | null | undefined): RawBuilder<unknown>[] =>
  ids === null || ids === undefined ? [] : [sql`${sql.ref(column)} = any (${[...ids]}::uuid[])`];

const and = (conditions: RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);

function shared(asked: PageQuestion, table: 'service' | 'location', id: string): RawBuilder<unknown>[] {
  const { name = null, changedFrom = null, changedBefore = null, after = null } = asked;
  const pattern = `%${(name ?? '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  return [
    ...among(id, asked.ids),
    ...among(`${table}.organisation_id`, asked.organisationIds),
    ...(name === null ? [] : [sql`${sql.ref(`${table}.name`)}::text ilike ${pattern}`]),
    ...(changedFrom === null ? [] : [sql`${sql.ref(`${table}.updated_at`)} >= ${changedFrom}`]),
    ...(changedBefore === null ? [] : [sql`${sql.ref(`${table}.updated_at`)} < ${changedBefore}`]),
    ...(after === null ? [] : [sql`${sql.ref(id)} > ${after}::uuid`]),
    sql`${sql.ref(`${table}.merged_into`)} is null`,
  ];
}

/** One page of the services that are given now, by identifier. */
export async function listServicePage(anyCtx: AnyCtx, asked: PageQuestion): Promise<PagedService[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { locationIds = null, needCodes = null, withEnded = false } = asked;
  const where = and([
    ...(withEnded ? [] : [sql`service.status = 'active'`]),
    ...shared(asked, 'service', 'service.service_id'),
    ...(locationIds === null
      ? []
      : [
          sql`exists (select from directory.service_at_location as given join directory.location using (location_id)
            where given.service_id = service.service_id and not location.is_confidential and ${and(among('given.location_id', locationIds))})`,
        ]),
    ...(needCodes === null
      ? []
      : [
          sql`exists (select from directory.service_need where service_need.service_id = service.service_id
            and service_need.need_code = any (${[...needCodes]}))`,
        ]),
  ]);
  const { rows } = await sql<PagedService & { updatedAt: Date }>`
    select service.service_id as "serviceId", service.organisation_id as "organisationId", service.name, service.description,
      service.languages, service.capacity, service.status, service.email, service.url, service.updated_at as "updatedAt",
      array(select need_code from directory.service_need where service_need.service_id = service.service_id order by need_code) as "needCodes",
      array(select distinct given.location_id::text from directory.service_at_location as given
        join directory.location on location.location_id = given.location_id
        where given.service_id = service.service_id and not location.is_confidential and location.merged_into is null) as "locationIds",
      (select phone.number from directory.phone where phone.service_id = service.service_id and phone.kind <> 'fax'
        order by phone.phone_id limit 1) as phone
    from directory.service where ${where} order by service.service_id limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
}

/** One page of the places that are nobody's secret, by identifier. */
export async function listLocationPage(anyCtx: AnyCtx, asked: PageQuestion): Promise<PagedLocation[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const where = and([sql`not location.is_confidential`, ...shared(asked, 'location', 'location.location_id')]);
  const { rows } = await sql<PagedLocation & { updatedAt: Date }>`
    select location.location_id as "locationId", location.organisation_id as "organisationId", location.name, location.address,
      location.latitude, location.longitude, location.updated_at as "updatedAt"
    from directory.location where ${where} order by location.location_id limit ${asked.limit}`.execute(db);
  return rows.map((row) => ({ ...row, updatedAt: new Date(row.updatedAt).toISOString() }));
}
