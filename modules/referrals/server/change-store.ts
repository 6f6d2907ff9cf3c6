import { sql, type Kysely, type Updateable } from 'kysely';
import type { SystemStep } from '../domain/index.ts';
import type { ReferralRow } from './referral-row.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Db = Kysely<ReferralsTables>;
type Key = Pick<ReferralRow, 'person_id' | 'referral_id'>;
type Changes = Updateable<ReferralsTables['referrals.referral']>;

/** Changes a referral that is held, and counts the change: whoever read the version before is told so. */
export async function changeReferral(db: Db, row: Key & { version: number }, changes: Changes): Promise<ReferralRow> {
  return db
    .updateTable('referrals.referral')
    .set({ ...changes, version: row.version + 1 })
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

const keysOf = (rows: readonly Key[]) => ({
  people: rows.map((row) => row.person_id),
  ids: rows.map((row) => row.referral_id),
});

/** Gives referrals that are held to another account, in one statement. */
export async function saveHolder(db: Db, rows: readonly ReferralRow[], accountId: string): Promise<void> {
  const { people, ids } = keysOf(rows);
  await db
    .updateTable('referrals.referral')
    .set((eb) => ({ from_account_id: accountId, version: eb('version', '+', 1) }))
    .where('person_id', 'in', people)
    .where('referral_id', 'in', ids)
    .execute();
}

/** How many open referrals each account of an organisation looks after. */
export async function countHeld(db: Db, organisationId: string | null): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select from_account_id as id, count(*)::int as open from referrals.referral
    where from_organisation_id = ${organisationId} and status in ('requested', 'accepted', 'in-progress', 'on-hold')
    group by from_account_id`.execute(db);
  return new Map(rows.map((row) => [row.id, row.open]));
}

/** Those whose next step has come, each held until the transaction ends; what another server holds is its own. */
export async function takeDue(db: Db, now: Date, most: number): Promise<ReferralRow[]> {
  return db
    .selectFrom('referrals.referral')
    .selectAll()
    .where('next_step_at', '<=', now)
    .orderBy('next_step_at')
    .limit(sql.lit(most))
    .forUpdate()
    .skipLocked()
    .execute();
}

/** What the system does next, and when. It is no change of anybody's: the version stays. */
export async function saveNextStep(
  db: Db,
  row: Key,
  next: { step: SystemStep | null; at: Date | null; escalatedAt: Date | null },
): Promise<void> {
  await db
    .updateTable('referrals.referral')
    .set({ next_step: next.step, next_step_at: next.at, escalated_at: next.escalatedAt })
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .execute();
}
