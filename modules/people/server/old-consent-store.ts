import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { PeopleTables } from './tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`least(consent.ends_at, consent.withdrawn_at) < ${before} and consent.person_id <> all (${[...sparing]}::uuid[])`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from people.consent where ${isOver(old)}`.execute(withTables<PeopleTables>(ctx).db);
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<PeopleTables>(ctx);
  await sql`delete from people.reach using people.consent
    where reach.person_id = consent.person_id and reach.basis_id = consent.consent_id and reach.kind = 'shared'
      and ${isOver(old)}`.execute(db);
  await sql`delete from people.consent_recipient as recipient using people.consent
    where recipient.person_id = consent.person_id and recipient.consent_id = consent.consent_id and ${isOver(old)}`.execute(
    db,
  );
  const { numAffectedRows } = await sql`delete from people.consent where ${isOver(old)}`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** Consents that ended or were taken back long ago. */
export const oldConsents: Ending = { count, remove };
