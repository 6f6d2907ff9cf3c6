import { newId } from '@qantara/kernel';
import { sql, type Kysely } from 'kysely';
import type { SeriesFormat, SeriesImport, SeriesImportId, SeriesOutcome, SeriesRefusal } from '../../contract/index.ts';
import type { TakenRow } from '../../domain/series/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Db = Kysely<IndicatorsTables>;

const SHOWN = ['import_id', 'file_name', 'format', 'status', 'outcome', 'requested_at', 'ended_at'] as const;

const SHOWN_REFUSALS = 1000;

function selectImports(db: Db) {
  return db.selectFrom('indicators.series_import').select(SHOWN);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number];

function toImport(row: Row): SeriesImport {
  return {
    importId: row.import_id as SeriesImportId,
    fileName: row.file_name,
    format: row.format,
    status: row.status,
    outcome: row.outcome as SeriesOutcome,
    requestedAt: row.requested_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

export async function listSeriesImports(db: Db): Promise<SeriesImport[]> {
  const rows = await selectImports(db).orderBy('requested_at', 'desc').limit(50).execute();
  return rows.map(toImport);
}

export async function findSeriesImport(db: Db, importId: string): Promise<SeriesImport | undefined> {
  const row = await selectImports(db).where('import_id', '=', importId).executeTakeFirst();
  return row === undefined ? undefined : toImport(row);
}

/** What was read of a file that waits, held until the command ends; null where it was written or given up. */
export async function lockRows(db: Db, importId: string): Promise<TakenRow[] | null> {
  const row = await db
    .selectFrom('indicators.series_import')
    .select('rows')
    .where('import_id', '=', importId)
    .forUpdate()
    .executeTakeFirst();
  return (row?.rows ?? null) as TakenRow[] | null;
}

/** A row with the areas that its own lies in. */
export type RowUnder = TakenRow & { above: readonly string[] };
type Obstacle = { at: number; isUnderApproved: boolean; sharesDays: boolean };

/**
 * What stands in the way of rows, by their place in the list: that days of them are approved in an area above, and that something is said
 * of the same place and part of the people in days of theirs, of another period.
 */
export async function listObstacles(db: Db, rows: readonly RowUnder[]): Promise<Obstacle[]> {
  const asked = JSON.stringify(
    rows.map(({ indicatorId, areaId, cut, startsOn, endsOn, above }) => ({
      indicator_id: indicatorId,
      area_id: areaId,
      cut,
      starts_on: startsOn,
      ends_on: endsOn,
      above,
    })),
  );
  const { rows: found } = await sql<Obstacle>`
    select asked.at::integer - 1 as at,
      exists (select from indicators.observation where indicator_id = asked.indicator_id and area_id = any(asked.above) and state = 'approved'
        and starts_on < asked.ends_on and ends_on > asked.starts_on) as "isUnderApproved",
      exists (select from indicators.observation where indicator_id = asked.indicator_id and area_id = asked.area_id and cut = asked.cut
        and starts_on < asked.ends_on and ends_on > asked.starts_on and (starts_on, ends_on) <> (asked.starts_on, asked.ends_on)) as "sharesDays"
    from rows from (jsonb_to_recordset(${asked}::jsonb) as (indicator_id uuid, area_id uuid, cut text, starts_on date, ends_on date,
      above uuid[])) with ordinality as asked (indicator_id, area_id, cut, starts_on, ends_on, above, at)
    order by asked.at`.execute(db);
  return found;
}

type NewImport = {
  fileName: string;
  format: SeriesFormat;
  rows: TakenRow[];
  outcome: SeriesOutcome;
  accountId: string | null;
  now: Date;
};

export async function insertSeriesImport(db: Db, given: NewImport): Promise<string> {
  const importId = newId(given.now.getTime());
  await db
    .insertInto('indicators.series_import')
    .values({
      import_id: importId,
      file_name: given.fileName,
      format: given.format,
      status: 'read',
      rows: JSON.stringify(given.rows),
      outcome: JSON.stringify(given.outcome),
      requested_by: given.accountId,
      requested_at: given.now,
    })
    .execute();
  return importId;
}

/** The file is written, or given up; its rows are kept no longer. */
export async function endSeriesImport(
  db: Db,
  importId: string,
  end: { status: 'written' | 'discarded'; outcome?: SeriesOutcome; now: Date },
): Promise<void> {
  await db
    .updateTable('indicators.series_import')
    .set({
      status: end.status,
      ended_at: end.now,
      rows: null,
      ...(end.outcome === undefined ? {} : { outcome: JSON.stringify(end.outcome) }),
    })
    .where('import_id', '=', importId)
    .execute();
}

/** What a file says, without control characters: names in JSON may hold them, and a database refuses some. */
const plain = (text: string | null): string | null => text?.replaceAll(/\p{Cc}/gu, '') ?? null;

/** What of a file was not taken, in place of what was said of it before. */
export async function replaceSeriesRefusals(
  db: Db,
  importId: string,
  refusals: readonly SeriesRefusal[],
): Promise<void> {
  await db.deleteFrom('indicators.series_refusal').where('import_id', '=', importId).execute();
  if (refusals.length === 0) return;
  const rows = refusals.map(({ at, field, value, code }, ordinal) => ({
    import_id: importId,
    ordinal,
    at,
    field: plain(field),
    value: plain(value),
    code,
  }));
  for (let first = 0; first < rows.length; first += 5000)
    await db
      .insertInto('indicators.series_refusal')
      .values(rows.slice(first, first + 5000))
      .execute();
}

/** What of a file was not taken, as far as a page shows it, or all of it. */
export async function listSeriesRefusals(db: Db, importId: string, most = SHOWN_REFUSALS): Promise<SeriesRefusal[]> {
  const rows = await db
    .selectFrom('indicators.series_refusal')
    .select(['at', 'field', 'value', 'code'])
    .where('import_id', '=', importId)
    .orderBy('ordinal')
    .limit(most)
    .execute();
  return rows as SeriesRefusal[];
}
