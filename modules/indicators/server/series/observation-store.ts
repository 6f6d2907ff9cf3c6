import { sql, type Kysely, type Selectable } from 'kysely';
import type { LocalizedText } from '@qantara/kernel';
import type { FormerObservation, Observation } from '../../contract/index.ts';
import type { TakenRow } from '../../domain/series/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Db = Kysely<IndicatorsTables>;
type Row = Selectable<IndicatorsTables['indicators.observation']>;
export type Kept = Omit<Observation, 'interval'>;
export type Place = { indicatorId: string; areaId: string; startsOn: string };
type By = { accountId: string | null; now: Date };

/** More than any source has of one measure; a page beyond this is an export. */
const MOST = 20_000;

function toObservation(row: Row): Kept {
  return {
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    cut: row.cut,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    note: row.note as LocalizedText | null,
    state: row.state,
    isTold: row.is_told,
    source: row.source,
    version: row.version,
  };
}

/** What is held of a measure, the newest period first; for everybody only what is told, of all of a population. */
export async function listObservationsOf(
  db: Db,
  { indicatorId, isPublic = false }: { indicatorId: string; isPublic?: boolean },
): Promise<Kept[]> {
  const rows = await db
    .selectFrom('indicators.observation')
    .selectAll()
    .where('indicator_id', '=', indicatorId)
    .$if(isPublic, (query) => query.where('is_told', '=', true).where('cut', '=', ''))
    .orderBy('starts_on', 'desc')
    .orderBy('area_id')
    .orderBy('cut')
    .limit(MOST)
    .execute();
  return rows.map(toObservation);
}

/** What was approved of one place with all parts of its population. */
export async function listApprovedCuts(db: Db, of: { indicatorId: string; areaId: string }): Promise<Kept[]> {
  const rows = await db
    .selectFrom('indicators.observation')
    .selectAll()
    .where('indicator_id', '=', of.indicatorId)
    .where('area_id', '=', of.areaId)
    .where('state', '=', 'approved')
    .limit(MOST)
    .execute();
  return rows.map(toObservation);
}

/** What was corrected, the newest correction first. */
export async function listFormer(db: Db, indicatorId: string): Promise<FormerObservation[]> {
  const rows = await db
    .selectFrom('indicators.former_observation')
    .selectAll()
    .where('indicator_id', '=', indicatorId)
    .orderBy('replaced_at', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    cut: row.cut,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
    source: row.source,
    version: row.version,
    reason: row.reason,
    replacedAt: row.replaced_at.toISOString(),
  }));
}

/** One observation, held until the command ends. */
export async function lockObservation(
  db: Db,
  { indicatorId, areaId, startsOn }: Place,
  cut: string,
): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('indicators.observation')
    .selectAll()
    .where('indicator_id', '=', indicatorId)
    .where('area_id', '=', areaId)
    .where('starts_on', '=', startsOn)
    .where('cut', '=', cut)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toObservation(row);
}

export type Writing = {
  source: string | null;
  importId: string | null;
  reason: string | null;
  /** What a colleague wrote with it. A file says nothing of notes: where there is none of these, the note that stands is left. */
  note?: LocalizedText | null;
} & By;

const held = (rows: readonly TakenRow[], note: LocalizedText | null) =>
  JSON.stringify(
    rows.map((row) => ({
      indicator_id: row.indicatorId,
      area_id: row.areaId,
      starts_on: row.startsOn,
      ends_on: row.endsOn,
      cut: row.cut,
      numerator: row.numerator,
      denominator: row.denominator,
      value: row.value,
      note,
    })),
  );

const SAID = ['numerator', 'denominator', 'value', 'ends_on'];

/** Whether what stands says otherwise than what is given: one expression for what a file is shown to do and for what it does. */
function saysOtherThan(given: 'given' | 'excluded', hasNote: boolean) {
  const of = (table: string) =>
    sql.join([...SAID, ...(hasNote ? ['note'] : [])].map((column) => sql.ref(`${table}.${column}`)));
  return sql`((${of('observation')}) is distinct from (${of(given)}))`;
}

/**
 * Writes observations, provisional until somebody else approves them. What stood there and said otherwise is kept with the reason; what is
 * approved stays as it is, and what says the same is left.
 */
export async function saveObservations(db: Db, rows: readonly TakenRow[], by: Writing): Promise<void> {
  const given = sql`jsonb_to_recordset(${held(rows, by.note ?? null)}::jsonb) as given (indicator_id uuid, area_id uuid, starts_on date,
    ends_on date, cut text, numerator double precision, denominator double precision, value double precision, note jsonb)`;
  const hasNote = by.note !== undefined;
  await sql`insert into indicators.former_observation (indicator_id, area_id, starts_on, ends_on, cut, version, numerator, denominator,
      value, note, source, reason, replaced_by, replaced_at)
    select observation.indicator_id, observation.area_id, observation.starts_on, observation.ends_on, observation.cut, observation.version, observation.numerator,
      observation.denominator, observation.value, observation.note, observation.source, ${by.reason}, ${by.accountId}::uuid, ${by.now}::timestamptz
    from ${given} join indicators.observation using (indicator_id, area_id, starts_on, cut)
    where observation.state = 'provisional' and ${saysOtherThan('given', hasNote)}`.execute(db);
  await sql`insert into indicators.observation (indicator_id, area_id, starts_on, ends_on, cut, numerator, denominator, value, note, observed_on,
      source, import_id, written_by)
    select given.indicator_id, given.area_id, given.starts_on, given.ends_on, given.cut, given.numerator, given.denominator, given.value,
      given.note, ${by.now}::date, ${by.source}, ${by.importId}::uuid, ${by.accountId}::uuid
    from ${given}
    on conflict (indicator_id, area_id, starts_on, cut) do update set ends_on = excluded.ends_on, numerator = excluded.numerator,
      denominator = excluded.denominator, value = excluded.value, ${hasNote ? sql`note = excluded.note,` : sql``}
      observed_on = excluded.observed_on, source = excluded.source, import_id = excluded.import_id, written_by = excluded.written_by,
      version = observation.version + 1
    where observation.state = 'provisional' and ${saysOtherThan('excluded', hasNote)}`.execute(db);
}

export type Standing = { stands: 'same' | 'other' | 'approved' };

/** How what a file gives stands to what is there, by the place of the row in what was given; a row that is new is not in it. */
export async function compareWithStanding(db: Db, rows: readonly TakenRow[]): Promise<Map<number, Standing['stands']>> {
  const { rows: found } = await sql<{ at: number; stands: Standing['stands'] }>`
    select given.at::integer, case
      when not ${saysOtherThan('given', false)} then 'same'
      when observation.state = 'approved' then 'approved' else 'other' end as stands
    from rows from (jsonb_to_recordset(${held(rows, null)}::jsonb) as (indicator_id uuid, area_id uuid, starts_on date, ends_on date, cut text,
      numerator double precision, denominator double precision, value double precision)) with ordinality as given
        (indicator_id, area_id, starts_on, ends_on, cut, numerator, denominator, value, at)
    join indicators.observation using (indicator_id, area_id, starts_on, cut)`.execute(db);
  return new Map(found.map(({ at, stands }) => [at - 1, stands]));
}

/** A measure and a stretch of time: the first day is in it, the last is not. */
export type Stretch = { indicatorId: string; startsOn: string; endsOn: string };

/** Whether somebody has approved this measure in any of these places, of days that this stretch has too. */
export async function isApprovedIn(
  db: Db,
  { indicatorId, startsOn, endsOn }: Stretch,
  areaIds: readonly string[],
): Promise<boolean> {
  if (areaIds.length === 0) return false;
  const row = await db
    .selectFrom('indicators.observation')
    .select('area_id')
    .where('indicator_id', '=', indicatorId)
    .where('starts_on', '<', endsOn)
    .where('ends_on', '>', startsOn)
    .where('area_id', 'in', [...areaIds])
    .where('state', '=', 'approved')
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the longest of what was said of one place from one day on ends; null where nothing was. */
export async function findEnd(db: Db, { indicatorId, areaId, startsOn }: Place): Promise<string | null> {
  const row = await db
    .selectFrom('indicators.observation')
    .select('ends_on')
    .where('indicator_id', '=', indicatorId)
    .where('area_id', '=', areaId)
    .where('starts_on', '=', startsOn)
    .orderBy('ends_on', 'desc')
    .executeTakeFirst();
  return row?.ends_on ?? null;
}

/** Whether something else is said of the same place and people in days of this stretch: a month within a year that was said. */
export async function sharesDays(
  db: Db,
  { indicatorId, areaId, startsOn }: Place,
  { endsOn, cut }: { endsOn: string; cut: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('indicators.observation')
    .select('starts_on')
    .where('indicator_id', '=', indicatorId)
    .where('area_id', '=', areaId)
    .where('cut', '=', cut)
    .where('starts_on', '<>', startsOn)
    .where('starts_on', '<', endsOn)
    .where('ends_on', '>', startsOn)
    .executeTakeFirst();
  return row !== undefined;
}

/** Holds measures until the command ends: of two who write or approve at once the second sees what the first did. */
export async function lockIndicators(db: Db, indicatorIds: ReadonlySet<string>): Promise<void> {
  await sql`select 1 from indicators.indicator where indicator_id = any(${[...indicatorIds]}::uuid[])
    order by indicator_id for update`.execute(db);
}

export type Waiting = { cut: string; version: number; writtenBy: string | null };

/** What is not approved yet of one place and period, in which version, and who wrote it. */
export async function listWaiting(db: Db, { indicatorId, areaId, startsOn }: Place): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('indicators.observation')
    .select(['cut', 'version', 'written_by'])
    .where('indicator_id', '=', indicatorId)
    .where('area_id', '=', areaId)
    .where('starts_on', '=', startsOn)
    .where('state', '=', 'provisional')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ cut: row.cut, version: row.version, writtenBy: row.written_by }));
}

/** Approves what waits in one place and period, or takes an approval back; gives how many it was. */
export async function saveState(
  db: Db,
  place: Place,
  { state, accountId, now }: By & Pick<Observation, 'state'>,
): Promise<number> {
  const isApproval = state === 'approved';
  const rows = await db
    .updateTable('indicators.observation')
    .set({
      state,
      approved_by: isApproval ? accountId : null,
      approved_at: isApproval ? now : null,
      ...(!isApproval && { is_told: false }),
    })
    .where('indicator_id', '=', place.indicatorId)
    .where('area_id', '=', place.areaId)
    .where('starts_on', '=', place.startsOn)
    .where('state', '<>', state)
    .returning('cut')
    .execute();
  return rows.length;
}
