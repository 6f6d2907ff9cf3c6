import type { Ctx, PublishedMeasure } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import { yearOf } from '../../domain/index.ts';
import type { CountsByRecipe, OutcomeCounts, RecipeCounts } from '../../domain/index.ts';
import type { Recipe } from '../../contract/index.ts';
import { SENT, selectedOf } from '../measure-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Counting = Pick<Ctx<IndicatorsTables>, 'db' | 'measures' | 'timeZone'>;
type Asked = { year: number; timeZone: string };
type Part = 'quarter' | 'area' | 'need';

/** A part of a year: everything (`none`), or one quarter, area or need by its key. */
export type YearPart = OutcomeCounts & { by: 'none' | Part; counts: CountsByRecipe; newest: Date | null };

type Flat = { by: YearPart['by']; key: string; newest: Date | null; counts: (number | null)[] };

/** Counted, out of what, and the middle: three numbers for each measure, in their order. */
function numbersOf(measure: PublishedMeasure): RawBuilder<unknown> {
  const { counted, outOf, value } = selectedOf(measure);
  return sql`${counted}::double precision, ${outOf}::double precision, ${value}`;
}

function toPart({ by, key, newest, counts: numbers }: Flat, measures: readonly PublishedMeasure[]): YearPart {
  const counts = new Map(
    measures.map(({ code }, index): [Recipe, RecipeCounts] => {
      const [numerator, denominator, value] = numbers.slice(index * 3, index * 3 + 3);
      return [code, { numerator: numerator ?? 0, denominator: denominator ?? 0, value: value ?? null }];
    }),
  );
  const counted = (recipe: Recipe): number => counts.get(recipe)?.numerator ?? 0;
  const [sent, closed, helped] = [counted('referrals_sent'), counted('closure_rate'), counted('got_help_rate')];
  return { by, key, newest, sent, closed, helped, counts };
}

const within = ({ year, timeZone }: Asked, at: RawBuilder<unknown>) => {
  const { startsOn, endsOn } = yearOf(year);
  return sql`${at} >= ${startsOn}::timestamp at time zone ${timeZone} and ${at} < ${endsOn}::timestamp at time zone ${timeZone}`;
};

const KEYS: Record<Part, RawBuilder<string>> = {
  quarter: sql`fact.quarter`,
  area: sql`fact.area_id`,
  need: sql`fact.need_code`,
};

/** Every measure over the referrals of a year, whole and by these parts, of everybody or of some places, in one statement: all of it counted over the same records. */
export async function countYear(
  { db, measures: published, timeZone }: Counting,
  asked: { year: number; by: readonly Part[]; areaIds?: readonly string[] | null },
): Promise<YearPart[]> {
  const { year, areaIds = null } = asked;
  const measures = [...published.values()].filter(({ source }) => source === SENT);
  const places = areaIds === null ? sql`` : sql`and told.area_id = any (${[...areaIds]})`;
  const cases = asked.by.map((part) => sql`when grouping(${KEYS[part]}) = 0 then ${sql.lit(part)}`);
  const keys = asked.by.map((part) => sql`when grouping(${KEYS[part]}) = 0 then ${KEYS[part]}::text`);
  const nothing = sql`when false then ''`;
  const sets = [sql`()`, ...asked.by.map((part) => sql`(${KEYS[part]})`)];
  const { rows } = await sql<Flat>`
    select case ${sql.join([nothing, ...cases], sql` `)} else 'none' end as by,
      coalesce(case ${sql.join([nothing, ...keys], sql` `)} end, '') as key,
      max(greatest(fact.sent_at, fact.answered_at, fact.ended_at, fact.confirmed_at)) as newest,
      array[${sql.join(measures.map(numbersOf))}] as counts
    from (
      select told.*, to_char(told.sent_at at time zone ${timeZone}, 'YYYY"-Q"Q') as quarter
      from ${sql.table(SENT)} as told where ${within({ year, timeZone }, sql.ref('told.sent_at'))} ${places}
    ) as fact
    group by grouping sets (${sql.join(sets)})`.execute(db);
  return rows.map((row) => toPart(row, measures));
}
