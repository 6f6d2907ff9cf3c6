import { sql, type Kysely } from 'kysely';
import type { IndicatorsTables } from '../tables.gen.ts';
import type { Kept } from './observation-store.ts';

type Db = Kysely<IndicatorsTables>;

/** What an observation says, to be compared with what was told of it. */
const NUMBERS = sql`jsonb_build_array(observation.numerator, observation.denominator, observation.value, observation.ends_on)`;

/** What was approved, whether everybody could read it before, with these very numbers, and whether they can now. */
export type Approved = Pick<
  Kept,
  'areaId' | 'startsOn' | 'endsOn' | 'cut' | 'numerator' | 'denominator' | 'value' | 'isTold'
> & { wasTold: boolean };

/** All that was approved of a measure. */
export async function listApproved(db: Db, indicatorId: string): Promise<Approved[]> {
  const { rows } = await sql<Approved>`
    select area_id as "areaId", starts_on::text as "startsOn", ends_on::text as "endsOn", cut, numerator, denominator, value,
      is_told as "isTold", coalesce(told_as = ${NUMBERS}, false) as "wasTold"
    from indicators.observation where indicator_id = ${indicatorId} and state = 'approved'
    order by starts_on, ends_on, area_id, cut`.execute(db);
  return rows;
}

/** Writes what everybody may read from now on of what is approved, of a measure that is held (`lockIndicators`). */
export async function saveTold(
  db: Db,
  given: { indicatorId: string; said: readonly Pick<Approved, 'areaId' | 'startsOn' | 'cut' | 'isTold'>[] },
): Promise<void> {
  const said = JSON.stringify(
    given.said.map(({ areaId, startsOn, cut, isTold }) => ({
      area_id: areaId,
      starts_on: startsOn,
      cut,
      is_told: isTold,
    })),
  );
  await sql`
    update indicators.observation set is_told = said.is_told, told_as = case when said.is_told then ${NUMBERS} else told_as end
    from jsonb_to_recordset(${said}::jsonb) as said (area_id uuid, starts_on date, cut text, is_told boolean)
    where observation.indicator_id = ${given.indicatorId} and observation.area_id = said.area_id
      and observation.starts_on = said.starts_on and observation.cut = said.cut`.execute(db);
}
