import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOpenConflicts } from '@qantara/directory/server';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { FreshnessReport } from '../contract/index.ts';
import { USUAL_MONTHS } from '../domain/index.ts';
import { countPairs } from './pair-store.ts';
import { countSuggestions } from './suggestion-store.ts';
import type { CurationTables } from './tables.gen.ts';

type Report = z.input<typeof FreshnessReport>;
type Counted = Report['all'];
type CountRow = Counted & { organisationId: string; name: LocalizedText };
type OldRow = { serviceId: string; name: LocalizedText; organisationName: LocalizedText; assuredAt: Date | null };

const MOST_ORGANISATIONS = 200;
const MOST_OLDEST = 20;

const within = (now: Date, months: number): RawBuilder<unknown> =>
  sql`count(*) filter (where service.assured_at > ${now}::timestamptz - make_interval(months => ${months}))::integer`;

const countsOf = (now: Date): RawBuilder<unknown> => sql`
  count(*)::integer as total, ${within(now, 6)} as "withinSix", ${within(now, 12)} as "withinTwelve",
  count(*) filter (where service.assured_at is null)::integer as never,
  count(*) filter (where service.assured_at + make_interval(months => coalesce(cadence.months, ${USUAL_MONTHS}::integer)) < ${now}::timestamptz)::integer as overdue,
  count(*) filter (where keeper.organisation_id is null)::integer as "withoutKeeper"`;

const FROM = sql`
  from directory.published_service as service
  join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
  left join curation.cadence on cadence.service_id = service.service_id
  left join curation.keeper on keeper.organisation_id = service.organisation_id
  where service.status = 'active' and service.merged_into is null`;

/** How true the directory can be now: in all, by organisation (those with most to confirm first), and the oldest entries. */
export async function readFreshness(ctx: Ctx<CurationTables>): Promise<Report> {
  const all = await sql<Counted>`select ${countsOf(ctx.now)} ${FROM}`.execute(ctx.db);
  const organisations = await sql<CountRow>`
    select organisation.organisation_id as "organisationId", organisation.name, ${countsOf(ctx.now)} ${FROM}
    group by organisation.organisation_id, organisation.name
    order by count(*) filter (where service.assured_at is null or service.assured_at
      + make_interval(months => coalesce(cadence.months, ${USUAL_MONTHS}::integer)) < ${ctx.now}::timestamptz) desc, count(*) desc, organisation.organisation_id
    limit ${sql.lit(MOST_ORGANISATIONS)}`.execute(ctx.db);
  const oldest = await sql<OldRow>`
    select service.service_id as "serviceId", service.name, organisation.name as "organisationName", service.assured_at as "assuredAt"
    ${FROM} order by service.assured_at nulls first, service.service_id limit ${sql.lit(MOST_OLDEST)}`.execute(ctx.db);
  const none = { total: 0, withinSix: 0, withinTwelve: 0, never: 0, overdue: 0, withoutKeeper: 0 };
  return {
    all: all.rows[0] ?? none,
    waiting: {
      suggestions: await countSuggestions(ctx, 'waiting'),
      pairs: await countPairs(ctx),
      conflicts: (await listOpenConflicts(ctx, { page: 1, perPage: 1 })).total,
    },
    organisations: organisations.rows,
    oldest: oldest.rows.map((row) => ({ ...row, assuredAt: row.assuredAt?.toISOString() ?? null })),
  };
}
