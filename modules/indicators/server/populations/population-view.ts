import type { LocalizedText } from '@qantara/kernel';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Indicator, Period } from '../../contract/index.ts';
import type { PeopleIn, Population, Share } from '../../domain/index.ts';
import type { IndicatorsTables } from '../tables.gen.ts';

type Db = Kysely<IndicatorsTables>;

/** One cohort as it was counted, before anything is hidden. */
export type CountedPopulation = Population & { numerator: number; denominator: number; value: number | null };

const KINDS = ['priority_population', 'pilot_group'];

/** Priority populations and pilot groups that ran in a period. Of the cohorts of studies, and of whom they compare, nothing is told. */
export async function listPopulations(db: Db, period: Period): Promise<{ cohortId: string; name: LocalizedText }[]> {
  const rows = await db
    .selectFrom('cohorts.published_cohort')
    .select(['cohort_id', 'name'])
    .where('kind', 'in', KINDS)
    .where('starts_on', '<', period.endsOn)
    .where((eb) => eb.or([eb('last_day', 'is', null), eb('last_day', '>=', period.startsOn)]))
    .execute();
  return rows.map((row) => ({ cohortId: row.cohort_id, name: row.name as LocalizedText }));
}

type Part = PeopleIn & {
  part: 'members' | 'cohort' | 'share';
  cohortIds: string[];
  cell: string | null;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
};

const NOBODY: PeopleIn = { counted: 0, leftOut: 0, of: 0, apart: 0 };

const peopleIn = ({ counted, leftOut, of, apart }: PeopleIn): PeopleIn => ({ counted, leftOut, of, apart });

function toPopulations(parts: readonly Part[]): Map<string, CountedPopulation> {
  const found = new Map<string, CountedPopulation>();
  for (const row of parts) {
    const cohortId = row.cohortIds[0] ?? '';
    const bare = { cohortId, members: 0, people: NOBODY, numerator: 0, denominator: 0, value: null };
    const known = found.get(cohortId) ?? bare;
    const { value } = row;
    const counts = { numerator: row.numerator ?? 0, denominator: row.denominator ?? 0, value, people: peopleIn(row) };
    if (row.part === 'members') found.set(cohortId, { ...known, members: row.of });
    if (row.part === 'cohort') found.set(cohortId, { ...known, ...counts });
  }
  return found;
}

/**
 * One recipe over the referrals of a whole year by cohort, as the module of referrals counts it: who is in a cohort never leaves the
 * database, not even as an identifier.
 */
export async function countPopulations(
  db: Db,
  asked: { indicator: Indicator; year: number; timeZone: string },
): Promise<{ populations: Map<string, CountedPopulation>; shares: Share[] }> {
  const { indicator, year, timeZone } = asked;
  const { recipe, publishedBy } = indicator;
  // Of what is not over referrals it is not known whose it is.
  if (publishedBy !== 'referrals') return { populations: new Map(), shares: [] };
  const { rows } = await sql<Part>`
    select part, cohort_ids as "cohortIds", cell, numerator, denominator, value, coalesce(counted, 0) as counted,
      coalesce(left_out, 0) as "leftOut", coalesce(counted_of, 0) as of, coalesce(apart, 0) as apart
    from referrals.published_population(${recipe}, ${year}::integer, ${timeZone})`.execute(db);
  const shares = rows.filter(({ part }) => part === 'share');
  return {
    populations: toPopulations(rows),
    shares: shares.map((row) => ({ cohortIds: row.cohortIds, cell: row.cell ?? '', people: peopleIn(row) })),
  };
}
