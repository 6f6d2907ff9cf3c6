import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import {
  PART_OBJECTS,
  type AnyRow,
  type Content,
  type DirectoryRecord,
  type HomeObject,
  type Parts,
  type StandingObject,
} from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { rowOf } from './columns.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Columns = Record<string, unknown>;

/** The parts of these records, by record; those of one object in the order of their identifiers. */
async function listParts(ctx: DirectoryCtx, ids: string[]): Promise<Map<string, Parts>> {
  const parts = new Map<string, Parts>(ids.map((id) => [id, {}]));
  for (const object of PART_OBJECTS) {
    const table = `directory.${object}`;
    const { rows } = await sql<{ home_id: string; columns: Columns }>`
      select part.home_id, to_jsonb(part) as columns from ${sql.table(table)} as part
      where part.home_id = any(${ids}::uuid[]) order by part.${sql.ref(`${object}_id`)}`.execute(ctx.db);
    for (const { home_id, columns } of rows) {
      const of = parts.get(home_id) as Record<string, AnyRow[]> | undefined;
      if (of !== undefined) (of[object] ??= []).push(rowOf(object, columns));
    }
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
    select to_jsonb(location) as columns from directory.location where location_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  );
  return rows.map(({ columns }) => columns);
}

async function listServices(ctx: DirectoryCtx, ids: string[]): Promise<Columns[]> {
  const { rows } = await sql<{ columns: Columns }>`
    select to_jsonb(service) - 'search_vector' - 'search_name' - 'search_words' - 'search_text' || jsonb_build_object(
      'need_codes', array(select need_code from directory.service_need as given where given.service_id = service.service_id order by 1),
      'area_ids', array(select area_id from directory.area_served as served where served.service_id = service.service_id order by 1)
      ) as columns
    from directory.service where service_id = any(${ids}::uuid[])`.execute(ctx.db);
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
    capacity_at: capacity_at === null ? null : new Date(String(capacity_at)).toISOString(),
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
  const ctx = withTables<DirectoryTables>(anyCtx);
  const read = { organization: listOrganisations, location: listLocations, service: listServices };
  const homes = await read[object](ctx, ids);
  const parts = await listParts(ctx, ids);
  return new Map(
    homes.map((columns) => {
      const { id, ...fields } = rowOf(object, columns);
      const content = {
        fields: { ...fields, ...EXTENSION[object](columns) },
        parts: parts.get(id) ?? {},
      } as Content<O>;
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
