import { newId } from '@qantara/kernel';
import { sql } from 'kysely';
import type {
  ChangedCooperation,
  Cooperation,
  CooperationId,
  CooperationKind,
  CooperationState,
  NewCooperation,
} from '../contract/index.ts';
import type { PartnershipCtx } from './readiness-store.ts';

type Asked = { cooperationId?: string; kind?: CooperationKind | null; state?: CooperationState | null };

export async function selectCooperations(ctx: PartnershipCtx, asked: Asked): Promise<Cooperation[]> {
  const { rows } = await sql<Cooperation>`
    select cooperation_id as "cooperationId", kind, frame, partner, place, subject,
      cooperation.organisation_id as "organisationId", organisation.name as "organisationName",
      starts_on::text as "startsOn", last_day::text as "lastDay", budget::double precision as budget, currency, state, outcome,
      version
    from partnership.cooperation
    join organisations.published_organisation as organisation on organisation.organisation_id = cooperation.organisation_id
    where (${asked.cooperationId ?? null}::uuid is null or cooperation_id = ${asked.cooperationId ?? null}::uuid)
      and (${asked.kind ?? null}::text is null or kind = ${asked.kind ?? null})
      and (${asked.state ?? null}::text is null or state = ${asked.state ?? null})
    order by starts_on desc, cooperation_id limit 1000`.execute(ctx.db);
  return rows;
}

const toRow = (given: NewCooperation) => ({
  kind: given.kind,
  frame: given.frame,
  partner: given.partner,
  place: given.place,
  subject: JSON.stringify(given.subject),
  organisation_id: given.organisationId,
  starts_on: given.startsOn,
  last_day: given.lastDay,
  budget: given.budget === null ? null : String(given.budget),
  currency: given.currency,
  state: given.state,
  outcome: given.outcome === null ? null : JSON.stringify(given.outcome),
});

export async function insertCooperation(ctx: PartnershipCtx, given: NewCooperation): Promise<CooperationId> {
  const cooperationId = newId<'CooperationId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('partnership.cooperation')
    .values({ cooperation_id: cooperationId, ...toRow(given), created_at: ctx.now, updated_at: ctx.now })
    .execute();
  return cooperationId;
}

/** Writes over the version that was read; false where somebody else was first. */
export async function updateCooperation(ctx: PartnershipCtx, given: ChangedCooperation): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('partnership.cooperation')
    .set({ ...toRow(given), version: given.version + 1, updated_at: ctx.now })
    .where('cooperation_id', '=', given.cooperationId)
    .where('version', '=', given.version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
