import { sql, type Kysely, type RawBuilder } from 'kysely';
import { yearOf } from '../../domain/index.ts';
import type { CountsByRecipe, OutcomeCounts, RecipeCounts } from '../../domain/index.ts';
import type { Recipe } from '../../contract/index.ts';
import { COUNTED, LENGTHS, REFERRAL_RECIPES } from '../recipe-view.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Db = Kysely<IndicatorsTables>;
type Asked = { year: number; timeZone: string };
type Part = 'quarter' | 'area' | 'need';

/** A part of a year: everything (`none`), or one quarter, area or need by its key. */
export type YearPart = OutcomeCounts & { by: 'none' | Part; counts: CountsByRecipe; newest: Date | null };

const SENT = 'referrals.published_referral';

type Flat = { by: YearPart['by']; key: string; newest: Date | null; counts: (number | null)[] };

/** Counted, out of what, and the middle: three numbers for each recipe, in their order. */
function numbersOf(recipe: (typeof REFERRAL_RECIPES)[number]): RawBuilder<unknown> {
  const { numerator, denominator } = COUNTED[recipe];
  const length = LENGTHS[recipe];
  const value =
    length === undefined
      ? sql`null::double precision`
      : sql`percentile_cont(${sql.lit(length.share)}) within group (order by ${length.days}) filter (where ${denominator})`;
  return sql`count(*) filter (where (${numerator}) and (${denominator}))::double precision,
    count(*) filter (where ${denominator})::double precision, ${value}`;
}

function toPart({ by, key, newest, counts: numbers }: Flat): YearPart {
  const counts = new Map(
    REFERRAL_RECIPES.map((recipe, index): [Recipe, RecipeCounts] => {
      const [numerator, denominator, value] = numbers.slice(index * 3, index * 3 + 3);
      return [recipe, { numerator: numerator ?? 0, denominator: denominator ?? 0, value: value ?? null }];
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
  area: sql`fact.area_id::text`,
  need: sql`fact.need_code`,
};

/** Every recipe over the referrals of a year, whole and by these parts, of everybody or of some places, in one statement: all of it counted over the same records. */
export async function countYear(
  db: Db,
  asked: Asked & { by: readonly Part[]; areaIds?: readonly string[] | null },
): Promise<YearPart[]> {
  const { areaIds = null } = asked;
  const places = areaIds === null ? sql`` : sql`and told.area_id = any (${[...areaIds]})`;
  const cases = asked.by.map((part) => sql`when grouping(${KEYS[part]}) = 0 then ${sql.lit(part)}`);
  const keys = asked.by.map((part) => sql`when grouping(${KEYS[part]}) = 0 then ${KEYS[part]}`);
  const nothing = sql`when false then ''`;
  const sets = [sql`()`, ...asked.by.map((part) => sql`(${KEYS[part]})`)];
  const { rows } = await sql<Flat>`
    select case ${sql.join([nothing, ...cases], sql` `)} else 'none' end as by,
      coalesce(case ${sql.join([nothing, ...keys], sql` `)} end, '') as key,
      max(greatest(fact.sent_at, fact.answered_at, fact.ended_at, fact.confirmed_at)) as newest,
      array[${sql.join(REFERRAL_RECIPES.map(numbersOf))}] as counts
    from (
      select told.*, to_char(told.sent_at at time zone ${asked.timeZone}, 'YYYY"-Q"Q') as quarter
      from ${sql.table(SENT)} as told where ${within(asked, sql.ref('told.sent_at'))} ${places}
    ) as fact
    group by grouping sets (${sql.join(sets)})`.execute(db);
  return rows.map(toPart);
}

/** Needs that somebody said and wants help with in a year, by need. */
export async function countWanted(db: Db, asked: Asked): Promise<Map<string, number>> {
  const { numerator, source } = COUNTED.wanted_needs;
  const { rows } = await sql<{ key: string; count: number }>`
    select fact.need_code as key, count(*)::int as count from ${sql.table(source)} as fact
    where ${within(asked, sql.ref('fact.received_at'))} and ${numerator} group by 1`.execute(db);
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** The years that any referral was sent in, or any need said, the last first. */
export async function listCountedYears(db: Db, timeZone: string): Promise<number[]> {
  const { rows } = await sql<{ first: number | null; last: number | null }>`
    select extract(year from min(at) at time zone ${timeZone})::int as first,
      extract(year from max(at) at time zone ${timeZone})::int as last
    from (
      select min(sent_at) as at from referrals.published_referral union all
      select max(sent_at) from referrals.published_referral union all
      select min(received_at) from screening.published_finding union all
      select max(received_at) from screening.published_finding
    ) as ends`.execute(db);
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}
