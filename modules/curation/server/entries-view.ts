import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Capacity } from '@qantara/directory/contract';
import type { KeptEntry } from '../contract/index.ts';
import { dueAt, standingOf, USUAL_MONTHS } from '../domain/index.ts';
import type { CurationTables } from './tables.gen.ts';

type EntryRow = {
  service_id: string;
  name: LocalizedText;
  capacity: Capacity;
  capacity_at: Date | null;
  assured_at: Date | null;
  months: number | null;
};

/** In the order in which they want doing. */
const URGENCY = ['never', 'overdue', 'due', 'fresh'];

/** The living entries of an organisation, those to be confirmed first. */
export async function listEntries(
  ctx: Ctx<CurationTables>,
  organisationId: string,
): Promise<z.input<typeof KeptEntry>[]> {
  const { rows } = await sql<EntryRow>`
    select service.service_id, service.name, service.capacity, service.capacity_at, service.assured_at, cadence.months
    from directory.published_service as service left join curation.cadence on cadence.service_id = service.service_id
    where service.organisation_id = ${organisationId} and service.status in ('active', 'temporarily closed')
      and service.merged_into is null
    order by service.assured_at nulls first, service.service_id limit 500`.execute(ctx.db);
  const entries = rows.map((row) => {
    const months = row.months ?? USUAL_MONTHS;
    return {
      serviceId: row.service_id,
      name: row.name,
      capacity: row.capacity,
      capacityAt: row.capacity_at?.toISOString() ?? null,
      assuredAt: row.assured_at?.toISOString() ?? null,
      dueOn: row.assured_at === null ? null : dueAt(row.assured_at, months).toISOString(),
      standing: standingOf(row.assured_at, months, ctx.now),
    };
  });
  return entries.toSorted((one, other) => URGENCY.indexOf(one.standing) - URGENCY.indexOf(other.standing));
}

/** How often a service is to be confirmed. */
export async function findCadence(ctx: Ctx<CurationTables>, serviceId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('curation.cadence')
    .select('months')
    .where('service_id', '=', serviceId)
    .executeTakeFirst();
  return row?.months ?? USUAL_MONTHS;
}

/** Says how often a service is to be confirmed. */
export async function saveCadence(anyCtx: AnyCtx, serviceId: string, months: number): Promise<void> {
  const ctx = withTables<CurationTables>(anyCtx);
  const values = { months, set_by: ctx.actor.accountId, set_at: ctx.now };
  await ctx.db
    .insertInto('curation.cadence')
    .values({ service_id: serviceId, ...values })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet(values))
    .execute();
}
