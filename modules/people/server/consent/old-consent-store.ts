import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { PeopleTables } from '../tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`least(consent.ends_at, consent.withdrawn_at) < ${before} and consent.person_id <> all (${[...sparing]}::uuid[])`;

/** What stood in the place of a consent, and what was said no to. */
const isOverrideOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`least(one.ends_at, one.ended_at) < ${before} and one.person_id <> all (${[...sparing]}::uuid[])`;
const isRefusalOld = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`refusal.refused_at < ${before} and refusal.person_id <> all (${[...sparing]}::uuid[])`;

async function removeOthers(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<PeopleTables>(ctx);
  await sql`delete from people.reach using people.sharing_override as one
    where reach.person_id = one.person_id and reach.basis_id = one.override_id and reach.kind = 'shared'
      and ${isOverrideOver(old)}`.execute(db);
  await sql`delete from people.sharing_override_recipient as recipient using people.sharing_override as one
    where recipient.person_id = one.person_id and recipient.override_id = one.override_id and ${isOverrideOver(old)}`.execute(
    db,
  );
  const overrides = await sql`delete from people.sharing_override as one where ${isOverrideOver(old)}`.execute(db);
  const refusals = await sql`delete from people.consent_refusal as refusal where ${isRefusalOld(old)}`.execute(db);
  return Number(overrides.numAffectedRows ?? 0) + Number(refusals.numAffectedRows ?? 0);
}

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from people.consent where ${isOver(old)})::int
      + (select count(*) from people.sharing_override as one where ${isOverrideOver(old)})::int
      + (select count(*) from people.consent_refusal as refusal where ${isRefusalOld(old)})::int as count`.execute(
    withTables<PeopleTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<PeopleTables>(ctx);
  await sql`delete from people.reach using people.consent
    where reach.person_id = consent.person_id and reach.basis_id = consent.consent_id and reach.kind = 'shared'
      and ${isOver(old)}`.execute(db);
  await sql`delete from people.consent_receipt as receipt using people.consent
    where receipt.person_id = consent.person_id and receipt.consent_id = consent.consent_id and ${isOver(old)}`.execute(
    db,
  );
  await sql`delete from people.consent_recipient as recipient using people.consent
    where recipient.person_id = consent.person_id and recipient.consent_id = consent.consent_id and ${isOver(old)}`.execute(
    db,
  );
  const { numAffectedRows } = await sql`delete from people.consent where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0) + (await removeOthers(ctx, old));
}

/** Consents that ended or were taken back long ago, what stood in their place, and what was said no to. */
export const oldConsents: Ending = { count, remove };
