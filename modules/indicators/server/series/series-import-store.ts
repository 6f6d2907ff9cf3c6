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

type Where = Pick<TakenRow, 'indicatorId' | 'areaId' | 'startsOn'>;

export const keyOf = ({ indicatorId, areaId, startsOn }: Where): string => [indicatorId, areaId, startsOn].join(' ');

/** Where the measures of these rows are approved of the same periods, anywhere, by `keyOf`. */
export async function listApprovedPlaces(db: Db, rows: readonly TakenRow[]): Promise<Set<string>> {
  const periods = new Map(rows.map((row) => [`${row.indicatorId} ${row.startsOn}`, row]));
  const asked = JSON.stringify(
    [...periods.values()].map(({ indicatorId, startsOn }) => ({ indicator_id: indicatorId, starts_on: startsOn })),
  );
  const { rows: found } = await sql<Where>`
    select distinct observation.indicator_id as "indicatorId", observation.area_id as "areaId", observation.starts_on as "startsOn"
    from jsonb_to_recordset(${asked}::jsonb) as asked (indicator_id uuid, starts_on date)
    join indicators.observation using (indicator_id, starts_on)
    where observation.state = 'approved'`.execute(db);
  return new Set(found.map(keyOf));
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
