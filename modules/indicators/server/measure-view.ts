import { dayIn } from '@qantara/kernel';
import type { MeasureTrait, PublishedMeasure } from '@qantara/platform';
import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Period } from '../contract/index.ts';
import type { PartBreakdown } from '../domain/index.ts';
import type { IndicatorsTables } from './tables.gen.ts';

type Db = Kysely<IndicatorsTables>;

export type Question = {
  measure: PublishedMeasure;
  needCode: string | null;
  areaIds: string[] | null;
  period: Period;
  by: PartBreakdown;
  timeZone: string;
  now: Date;
};

/** One cell as it was counted, before anything is hidden. */
export type Counted = {
  key: string;
  numerator: number;
  denominator: number;
  value: number | null;
  /** When the newest record that was counted was written, answered or ended. */
  newest: Date | null;
};

/** The published view whose facts are single referrals, which are all counted in one statement a year. */
export const SENT = 'referrals.published_referral';

/** How many, out of how many, and the middle of a length of time: what a statement selects of one measure. */
export function selectedOf({ numerator, denominator, length }: PublishedMeasure) {
  const value =
    length === undefined
      ? sql`null::double precision`
      : sql`percentile_cont(${sql.lit(length.share)}) within group (order by ${length.days}) filter (where ${denominator})`;
  return {
    counted: sql`count(*) filter (where (${numerator}) and (${denominator}))`,
    outOf: sql`count(*) filter (where ${denominator})`,
    value,
  };
}

/** By what a question tells facts apart or narrows them down. */
function traitsAsked({ by, needCode, areaIds }: Question): MeasureTrait[] {
  const isTrait = by !== 'none' && by !== 'month' && by !== 'quarter';
  const asked: (MeasureTrait | false)[] = [isTrait && by, needCode !== null && 'need', areaIds !== null && 'area'];
  return [...new Set(asked.filter((one) => one !== false))];
}

/** Where nothing can be said: of a trait that is not published, of a period that is over, or a part of one, of what only stands now. */
function isUnknown(question: Question): boolean {
  const { measure, by, period, timeZone, now } = question;
  if (traitsAsked(question).some((trait) => measure.traits[trait] === undefined)) return true;
  if (measure.at !== null) return false;
  return by === 'month' || by === 'quarter' || period.endsOn <= dayIn(timeZone, now);
}

function keyOf({ measure, by, timeZone }: Question): RawBuilder<string> {
  if (by === 'none') return sql<string>`''`;
  if (by !== 'month' && by !== 'quarter') return measure.traits[by] ?? sql<string>`''`;
  return sql<string>`to_char(date_trunc(${sql.lit(by)}, ${measure.at ?? sql`null::timestamptz`} at time zone ${sql.lit(timeZone)}), 'YYYY-MM-DD')`;
}

/** The facts of a question: its view with what it must be joined to, within the period, the need and the places. */
function factsOf(question: Question): RawBuilder<unknown> {
  const { measure, period, timeZone, needCode, areaIds } = question;
  const { at, traits, joins = {} } = measure;
  const joined = traitsAsked(question).flatMap((trait) => joins[trait] ?? []);
  const when =
    at === null
      ? []
      : [
          sql`${at} >= ${period.startsOn}::timestamp at time zone ${timeZone}`,
          sql`${at} < ${period.endsOn}::timestamp at time zone ${timeZone}`,
        ];
  const conditions = [
    ...when,
    ...(needCode === null ? [] : [sql`${traits.need} = ${needCode}`]),
    ...(areaIds === null ? [] : [sql`${traits.area} = any (${areaIds})`]),
    sql`true`,
  ];
  return sql`from ${sql.table(measure.source)} as fact ${sql.join(joined, sql` `)} where ${sql.join(conditions, sql` and `)}`;
}

/** Counts one measure over the records themselves: nothing is stored, so nothing is older than the data. */
export async function countMeasure(db: Db, question: Question): Promise<Counted[]> {
  if (isUnknown(question)) return [];
  const { counted, outOf, value } = selectedOf(question.measure);
  const { rows } = await sql<Counted>`
    select ${keyOf(question)} as key, ${counted}::int as numerator, ${outOf}::int as denominator, ${value} as value,
      max(${question.measure.newest}) as newest
    ${factsOf(question)} group by 1`.execute(db);
  return rows;
}

/** The years that a measure has facts of, the last first; of what stands now there is none that is over. */
export async function listYearsOf(
  db: Db,
  { source, at }: Pick<PublishedMeasure, 'source' | 'at'>,
  timeZone: string,
): Promise<number[]> {
  if (at === null) return [];
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(${at}) at time zone ${timeZone})::int as first,
      extract(year from max(${at}) at time zone ${timeZone})::int as last
    from ${sql.table(source)} as fact`.execute(db);
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** The records behind a figure by their identifiers, newest first: those of one cell, and of those what is counted or all that it is counted out of. */
export async function listRecords(
  db: Db,
  question: Question & { key: string; counted: boolean },
  limit: number,
): Promise<string[]> {
  const { measure, key, counted } = question;
  const { records, numerator, denominator, newest } = measure;
  if (records === undefined || isUnknown(question)) return [];
  const which = counted ? sql<SqlBool>`(${numerator}) and (${denominator})` : denominator;
  const { rows } = await sql<{ id: string }>`
    select ${records.id} as id ${factsOf(question)} and ${keyOf(question)} = ${key} and ${which}
    order by ${measure.at ?? newest} desc nulls last, 1 desc limit ${sql.lit(limit)}`.execute(db);
  return rows.map(({ id }) => id);
}
