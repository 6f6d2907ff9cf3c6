import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import {
  PART_OBJECTS,
  type AnyRow,
  type Content,
  type DirectoryRecord,
  type HomeObject,
  type PartObject,
  type Parts,
  type StandingObject,
} from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { columnsOf, rowOf } from './columns.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Columns = Record<string, unknown>;

type PartColumns = { object: PartObject; home_id: string; columns: Columns };

/** The parts of these records, by record; those of one object in the order of their identifiers. One question for all of them. */
async function listParts(ctx: DirectoryCtx, ids: string[]): Promise<Map<string, Parts>> {
  const parts = new Map<string, Parts>(ids.map((id) => [id, {}]));
  const questions = PART_OBJECTS.map(
    (
      object,
    ) => sql`select ${sql.lit(object)} as object, part.home_id, part.${sql.ref(`${object}_id`)} as id, to_json(part) as columns
      from ${sql.table(`directory.${object}`)} as part where part.home_id = any(asked.ids)`,
  );
  const { rows } = await sql<PartColumns>`select part.object, part.home_id, part.columns
    from (select ${ids}::uuid[] as ids) as asked, lateral (${sql.join(questions, sql` union all `)}) as part
    order by part.object, part.id`.execute(ctx.db);
  for (const { object, home_id, columns } of rows) {
    const of = parts.get(home_id) as Record<string, AnyRow[]> | undefined;
    if (of !== undefined) (of[object] ??= []).push(rowOf(object, columns));
  }
  return parts;
}

async function listOrganisations(ctx: DirectoryCtx, ids: string[]): Promise<Columns[]> {
  const { rows } = await sql<{ columns: Columns }>`
    select to_jsonb(organisation) as columns from organisations.published_organisation as organisation
    where organisation_id = any(${ids}::uuid[])`.execute(ctx.db);
  return rows.map(({ columns }) => columns);
}

async function listLocations(ctx: DirectoryCtx, ids: string[]): Promise<Columns[]> {
  const { rows } = await sql<{ columns: Columns }>`
    select to_json(location) as columns from directory.location where location_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return rows.map(({ columns }) => columns);
}

/** What the search keeps beside a service is not read: as JSON it would weigh more than the service. */
const SERVICE_COLUMNS = [...Object.keys(columnsOf('service', { id: '' })), 'capacity', 'capacity_at'];

async function listServices(ctx: DirectoryCtx, ids: string[]): Promise<Columns[]> {
  const { rows } = await sql<{ columns: Columns }>`select to_json(told) as columns from (
    select ${sql.join(SERVICE_COLUMNS.map((column) => sql.ref(`service.${column}`)))},
      array(select need_code from directory.service_need as given where given.service_id = service.service_id order by 1) as need_codes,
      array(select area_id from directory.area_served as served where served.service_id = service.service_id order by 1) as area_ids
    from directory.service where service_id = any(${ids}::uuid[])) as told`.execute(ctx.db);
  return rows.map(({ columns }) => columns);
}

/** What our profile adds to HSDS's fields. */
const EXTENSION: Record<HomeObject, (columns: Columns) => Columns> = {
  organization: () => ({}),
  location: ({ is_confidential, area_id }) => ({ is_confidential, area_id }),
  service: ({ need_codes, area_ids, capacity, capacity_at }) => ({
    need_codes,
    area_ids,
    capacity_status: capacity === 'unknown' ? null : capacity,
    capacity_at: typeof capacity_at === 'string' ? new Date(capacity_at).toISOString() : null,
  }),
};

/**
 * Records with everything that belongs to them, in HSDS's own names, confidential locations whole: whoever passes them on
 * leaves out what must not leave (`publicRecord`). Those that are not there are left out.
 */
export async function loadRecords<O extends HomeObject>(
  anyCtx: AnyCtx,
  object: O,
  ids: string[],
): Promise<Map<string, DirectoryRecord<O>>> {
  if (ids.length === 0) return new Map();
  const parts = await listParts(withTables<DirectoryTables>(anyCtx), ids);
  const homes = await loadHomes(anyCtx, object, ids);
  for (const [id, home] of homes) home.parts = parts.get(id) ?? {};
  return homes;
}

/** The same without what belongs to them: what a list shows of each. */
export async function loadHomes<O extends HomeObject>(
  anyCtx: AnyCtx,
  object: O,
  ids: string[],
): Promise<Map<string, DirectoryRecord<O>>> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const read = { organization: listOrganisations, location: listLocations, service: listServices };
  const homes = ids.length === 0 ? [] : await read[object](ctx, ids);
  return new Map(
    homes.map((columns) => {
      const { id, ...fields } = rowOf(object, columns);
      const content = { fields: { ...fields, ...EXTENSION[object](columns) }, parts: {} } as Content<O>;
      return [id, { object, id, ...content }];
    }),
  );
}

/** The vocabularies, units and descriptions that records refer to, in the order of their identifiers. */
export async function listStanding(anyCtx: AnyCtx, object: StandingObject): Promise<AnyRow[]> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<{ columns: Columns }>`select to_jsonb(standing) as columns
    from ${sql.table(`directory.${object}`)} as standing order by ${sql.ref(`${object}_id`)}`.execute(db);
  return rows.map(({ columns }) => rowOf(object, columns));
}
