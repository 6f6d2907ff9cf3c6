import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx, type Measure } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { Counts, Indicator, IndicatorDetails, IndicatorId, Period } from '../contract/index.ts';
import type { Said } from '../domain/series/index.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Db = Kysely<IndicatorsTables>;
type LeftToUs = 'frequency' | 'factor' | 'namesElsewhere' | 'counts';
type OfMeasure = 'publishedBy' | 'isOfPeople' | 'opensRecords' | 'addsUp';
export type NewIndicator = Omit<Indicator, 'indicatorId' | 'ownerName' | 'version' | LeftToUs | OfMeasure> &
  Partial<Pick<Indicator, LeftToUs>>;

export type NewObservation = {
  indicatorId: string;
  areaId: string;
  startsOn: string;
  endsOn: string;
  /** The part of the population it is of; without one, all of it. */
  cut?: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  observedOn: string;
};

function selectIndicators(db: Db) {
  return db
    .selectFrom('indicators.indicator as indicator')
    .leftJoin(
      'organisations.published_organisation as owner',
      'owner.organisation_id',
      'indicator.owner_organisation_id',
    )
    .selectAll('indicator')
    .select('owner.name as owner_name');
}

type IndicatorRow = Awaited<ReturnType<ReturnType<typeof selectIndicators>['execute']>>[number];

/** A measure that no module publishes any more is taken for one of people: what is left of it is told to nobody. */
const countedBy = (measure: Measure | undefined): Counts => (measure?.isOfPeople === false ? 'things' : 'people');

function toIndicator({ measures, actor }: AnyCtx, row: IndicatorRow): Indicator {
  const measure = row.recipe === null ? undefined : measures.get(row.recipe);
  return {
    indicatorId: row.indicator_id as IndicatorId,
    code: row.code,
    name: row.name as LocalizedText,
    definition: row.definition as LocalizedText,
    kind: row.kind,
    recipe: row.recipe,
    publishedBy: measure?.module ?? null,
    counts: row.recipe === null ? row.counts : countedBy(measure),
    isOfPeople: row.recipe !== null && countedBy(measure) === 'people',
    opensRecords: measure?.records !== undefined && actor.permissions.has(measure.records.may),
    needCode: row.need_code,
    addsUp: row.unit === 'count' && measure?.at !== null,
    unit: row.unit,
    factor: row.factor,
    better: row.better,
    frequency: row.frequency,
    namesElsewhere: row.names_elsewhere,
    version: row.version,
    source: row.source as LocalizedText,
    ownerOrganisationId: row.owner_organisation_id,
    ownerName: row.owner_name as LocalizedText | null,
  };
}

/** All measures, or those among these. */
export async function listIndicators(ctx: Ctx<IndicatorsTables>, among?: ReadonlySet<string>): Promise<Indicator[]> {
  const asked = selectIndicators(ctx.db).orderBy('indicator.kind', 'desc').orderBy('indicator.code');
  const rows = await (
    among === undefined ? asked : asked.where(sql<boolean>`indicator.indicator_id = any (${[...among]}::uuid[])`)
  ).execute();
  return rows.map((row) => toIndicator(ctx, row));
}

export async function findIndicator(ctx: Ctx<IndicatorsTables>, code: string): Promise<Indicator | undefined> {
  const row = await selectIndicators(ctx.db).where('indicator.code', '=', code).executeTakeFirst();
  return row === undefined ? undefined : toIndicator(ctx, row);
}

export async function saveIndicator(anyCtx: AnyCtx, indicator: NewIndicator): Promise<IndicatorId> {
  const ctx = withTables<IndicatorsTables>(anyCtx);
  const indicatorId = newId<'IndicatorId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('indicators.indicator')
    .values({
      indicator_id: indicatorId,
      code: indicator.code,
      name: JSON.stringify(indicator.name),
      definition: JSON.stringify(indicator.definition),
      kind: indicator.kind,
      recipe: indicator.recipe,
      need_code: indicator.needCode,
      unit: indicator.unit,
      better: indicator.better,
      frequency: indicator.frequency ?? 'year',
      counts: indicator.counts ?? 'people',
      factor: indicator.factor ?? 1,
      names_elsewhere: indicator.namesElsewhere ?? [],
      source: JSON.stringify(indicator.source),
      owner_organisation_id: indicator.ownerOrganisationId,
      created_at: ctx.now,
    })
    .execute();
  ctx.emit({ type: 'indicator.added', subject: indicatorId, data: { code: indicator.code } });
  return indicatorId;
}

/** Writes what is said of a measure over the version that was read; false where somebody else was first. */
export async function updateIndicator(
  db: Db,
  { indicatorId, version, details }: { indicatorId: string; version: number; details: IndicatorDetails },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('indicators.indicator')
    .set({
      name: JSON.stringify(details.name),
      definition: JSON.stringify(details.definition),
      source: JSON.stringify(details.source),
      better: details.better,
      frequency: details.frequency,
      owner_organisation_id: details.ownerOrganisationId,
      names_elsewhere: details.namesElsewhere,
      version: version + 1,
    })
    .where('indicator_id', '=', indicatorId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keeps what a source published of a population measure. */
export async function saveObservation(anyCtx: AnyCtx, observation: NewObservation): Promise<void> {
  const ctx = withTables<IndicatorsTables>(anyCtx);
  await ctx.db
    .insertInto('indicators.observation')
    .values({
      indicator_id: observation.indicatorId,
      area_id: observation.areaId,
      starts_on: observation.startsOn,
      ends_on: observation.endsOn,
      cut: observation.cut ?? '',
      numerator: observation.numerator,
      denominator: observation.denominator,
      value: observation.value,
      observed_on: observation.observedOn,
      state: 'approved',
    })
    .execute();
  ctx.emit({ type: 'observation.added', subject: observation.indicatorId, data: { startsOn: observation.startsOn } });
}

/** What was approved of a measure that is brought in, of all of a population, in a period, the newest first; by area. */
export async function listObservations(
  db: Db,
  asked: { indicatorId: string; areaIds: string[] | null; period: Period },
): Promise<(Said & { areaId: string })[]> {
  const rows = await db
    .selectFrom('indicators.observation')
    .select(['area_id', 'starts_on', 'ends_on', 'numerator', 'denominator', 'value'])
    .where('indicator_id', '=', asked.indicatorId)
    .where('starts_on', '>=', asked.period.startsOn)
    .where('starts_on', '<', asked.period.endsOn)
    .where('cut', '=', '')
    .where('state', '=', 'approved')
    .$if(asked.areaIds !== null, (query) => query.where('area_id', 'in', asked.areaIds ?? []))
    .orderBy('starts_on', 'desc')
    .execute();
  return rows.map((row) => ({
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    numerator: row.numerator,
    denominator: row.denominator,
    value: row.value,
  }));
}

export type SaidOfYear = Said & { indicatorId: string; areaId: string; cut: string; isTold: boolean };

/** What was approved of many measures for some areas in these years, the newest first, and whether everybody may read it. */
export async function listYears(
  db: Db,
  asked: { indicatorIds: readonly string[]; areaIds: readonly string[]; years: readonly number[] },
): Promise<SaidOfYear[]> {
  if (asked.years.length === 0) return [];
  const { rows } = await sql<SaidOfYear>`
    select indicator_id as "indicatorId", area_id as "areaId", starts_on::text as "startsOn", ends_on::text as "endsOn", cut, numerator,
      denominator, value, is_told as "isTold"
    from indicators.observation
    where indicator_id = any (${[...asked.indicatorIds]}) and area_id = any (${[...asked.areaIds]}) and cut = '' and state = 'approved'
      and starts_on >= ${`${Math.min(...asked.years)}-01-01`}::date and starts_on < ${`${Math.max(...asked.years) + 1}-01-01`}::date
    order by starts_on desc`.execute(db);
  return rows;
}
