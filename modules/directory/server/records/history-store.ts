import { LOCALES, newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import { isText, type Change, type DirectoryRecord } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { insertRows } from './insert-rows-store.ts';

/** What became of one record. */
export type Rebuilt = { object: DirectoryRecord['object']; id: string; isNew: boolean; changes: Change[] };

type Line = Record<string, unknown>;
type Said = { now: Date; by: string };

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function line(change: Change, field: string, of: Said & { before: unknown; after: unknown }): Line {
  const action = of.before === null ? 'create' : of.after === null ? 'delete' : 'update';
  return {
    metadata_id: newId(of.now.getTime()),
    resource_id: change.id,
    resource_type: change.object,
    last_action_date: of.now.toISOString(),
    last_action_type: action,
    field_name: field,
    previous_value: asText(of.before),
    replacement_value: asText(of.after),
    updated_by: of.by,
  };
}

/** A text that changed in one language is one change of that language: `name.ar`. */
function linesOf(change: Change, of: Said): Line[] {
  if (!isText(change.object, change.field))
    return [line(change, change.field, { ...of, before: change.before, after: change.after })];
  const [before, after] = [change.before as LocalizedText | null, change.after as LocalizedText | null];
  return LOCALES.filter((locale) => (before?.[locale] ?? '') !== (after?.[locale] ?? '')).map((locale) =>
    line(change, `${change.field}.${locale}`, {
      ...of,
      before: before?.[locale] ?? null,
      after: after?.[locale] ?? null,
    }),
  );
}

/** What is said of a service at one of its places may say where that is, and a place becomes confidential at any time. */
function isTold({ object, field }: Change): boolean {
  return object !== 'service_at_location' || field !== 'description';
}

/** Locations that are confidential now, and those that were until now: what they were stays untold. */
function hiddenOf(records: DirectoryRecord[], rebuilt: Rebuilt[]): Set<string> {
  const now = records
    .filter(
      (record) =>
        record.object === 'location' && (record as DirectoryRecord<'location'>).fields.is_confidential === true,
    )
    .map(({ id }) => id);
  const before = rebuilt.filter(({ changes }) =>
    changes.some(({ field, before: was }) => field === 'is_confidential' && was === true),
  );
  return new Set([...now, ...before.map(({ id }) => id)]);
}

/**
 * Keeps field by field what changed, from what to what (HSDS 3.1 metadata). Of a confidential location nothing is kept, nor of
 * the hours there: its history would tell where it is; what was kept while it was open goes.
 */
export async function saveHistory(
  db: Kysely<DirectoryTables>,
  of: Said & { records: DirectoryRecord[]; rebuilt: Rebuilt[] },
): Promise<void> {
  const hidden = hiddenOf(of.records, of.rebuilt);
  const turned = of.rebuilt.filter(({ changes }) =>
    changes.some(({ field, after }) => field === 'is_confidential' && after === true),
  );
  await forgetPlaces(
    db,
    turned.map(({ id }) => id),
  );
  const told = of.rebuilt.filter(({ id }) => !hidden.has(id));
  const untold = await hiddenHoursIn(
    db,
    told.flatMap(({ changes }) => changes),
  );
  const rows = told.flatMap(({ id, changes }) =>
    changes
      .filter((change) => isTold(change) && !untold.has(change.id))
      .flatMap((change) => linesOf(change, of).map((one) => ({ home_id: id, ...one }))),
  );
  await insertRows(db, 'directory.metadata', { rows });
}

/** Which of these changed schedules are, or were, of a confidential location. */
async function hiddenHoursIn(db: Kysely<DirectoryTables>, changes: Change[]): Promise<Set<string>> {
  const ofHours = changes.filter(({ object }) => object === 'schedule');
  if (ofHours.length === 0) return new Set();
  const named = ofHours
    .filter(({ field }) => field === 'location_id' || field === 'service_at_location_id')
    .flatMap(({ id, before, after }) => [before, after].flatMap((one) => (typeof one === 'string' ? [[id, one]] : [])));
  const { rows } = await sql<{ id: string }>`
    with said as (
      select schedule_id, coalesce(location_id, service_at_location_id) as place_id from directory.schedule
      where schedule_id = any(${ofHours.map(({ id }) => id)}::uuid[])
      union all select * from unnest(${named.map(([id]) => id)}::uuid[], ${named.map(([, place]) => place)}::uuid[]))
    select distinct said.schedule_id as id from said
    left join directory.service_at_location as given on given.service_at_location_id = said.place_id
    join directory.location on location.location_id = coalesce(given.location_id, said.place_id)
    where location.is_confidential`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Takes out of the history what it tells of places that became confidential, and of the hours there. */
async function forgetPlaces(db: Kysely<DirectoryTables>, locationIds: string[]): Promise<void> {
  if (locationIds.length === 0) return;
  await sql`
    with place as (
      select unnest(${locationIds}::uuid[]) as id
      union select service_at_location_id from directory.service_at_location
      where location_id = any(${locationIds}::uuid[])),
    schedule as (
      select schedule_id as id from directory.schedule
      where location_id in (select id from place) or service_at_location_id in (select id from place)
      union select resource_id from directory.metadata
      where resource_type = 'schedule' and field_name in ('location_id', 'service_at_location_id')
        and (previous_value in (select id::text from place) or replacement_value in (select id::text from place)))
    delete from directory.metadata
    where home_id = any(${locationIds}::uuid[]) or resource_id in (select id from schedule)`.execute(db);
}

export type ChangeRow = {
  resource_type: string;
  resource_id: string;
  field_name: string;
  previous_value: string | null;
  replacement_value: string | null;
};

/** What was changed of a record and its parts here, at one moment. */
export async function listChangesAt(
  db: Kysely<DirectoryTables>,
  of: { recordId: string; at: string; by: string },
): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select resource_type, resource_id, field_name, previous_value, replacement_value from directory.metadata
    where home_id = ${of.recordId} and last_action_date = ${of.at} and updated_by = ${of.by}`.execute(db);
  return rows;
}

export type HistoryRow = {
  resource_type: string;
  field_name: string;
  last_action_type: string;
  previous_value: string | null;
  replacement_value: string | null;
  updated_by: string | null;
  last_action_date: string;
};

/** One page of what changed of a record and its parts, newest first, and how much there is. */
export async function listHistory(
  anyCtx: AnyCtx,
  of: { recordId: string; page: number; perPage: number },
): Promise<{ rows: HistoryRow[]; total: number }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<HistoryRow & { total: number }>`
    select resource_type, field_name, last_action_type, previous_value, replacement_value, updated_by, last_action_date,
      count(*) over ()::integer as total
    from directory.metadata where home_id = ${of.recordId}
    order by last_action_date desc, metadata_id desc limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
