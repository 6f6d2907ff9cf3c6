import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { LeaveReason, ListedWaitList, Priority, Waiting, WaitState } from '../../contract/index.ts';
import type { ReferralRow } from '../referral-row.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;
export type EntryRow = Selectable<Tables['referrals.wait_entry']>;
type Which = Pick<EntryRow, 'person_id' | 'referral_id'>;

const RANKS: Record<Priority, number> = { tonight: 0, this_week: 1, routine: 2 };
/** The priority that a rank stands for. */
export const OF_RANK: readonly Priority[] = ['tonight', 'this_week', 'routine'];

const LIVE: WaitState[] = ['waiting', 'offered'];

/** Puts somebody on the list of the service that holds their referral, behind those of the same urgency. */
export async function joinList(ctx: Ctx<Tables>, row: ReferralRow): Promise<void> {
  await ctx.db
    .insertInto('referrals.wait_entry')
    .values({
      person_id: row.person_id,
      referral_id: row.referral_id,
      entry_id: newId(ctx.now.getTime()),
      service_id: row.service_id ?? '',
      organisation_id: row.organisation_id ?? '',
      rank: RANKS[row.priority],
      place_at: ctx.now,
      state: 'waiting',
      joined_at: ctx.now,
    })
    .execute();
}

/** The live entry of a referral, held until the transaction ends. */
export async function lockEntry(ctx: Ctx<Tables>, of: Which): Promise<EntryRow | undefined> {
  return ctx.db
    .selectFrom('referrals.wait_entry')
    .selectAll()
    .where('person_id', '=', of.person_id)
    .where('referral_id', '=', of.referral_id)
    .where('state', 'in', LIVE)
    .forUpdate()
    .executeTakeFirst();
}

type Change = Partial<
  Pick<EntryRow, 'rank' | 'place_at' | 'state' | 'reason_code' | 'offered_at' | 'expires_at' | 'ended_at'>
>;

export async function saveEntry(ctx: Ctx<Tables>, entry: EntryRow, change: Change): Promise<void> {
  await ctx.db
    .updateTable('referrals.wait_entry')
    .set(change)
    .where('person_id', '=', entry.person_id)
    .where('referral_id', '=', entry.referral_id)
    .where('entry_id', '=', entry.entry_id)
    .execute();
}

/** Whatever ends the hold ends the place on the list; the reason says what became of it. */
export async function leaveList(ctx: Ctx<Tables>, of: Which, reasonCode: LeaveReason): Promise<boolean> {
  const left = await ctx.db
    .updateTable('referrals.wait_entry')
    .set({ state: 'left', reason_code: reasonCode, ended_at: ctx.now })
    .where('person_id', '=', of.person_id)
    .where('referral_id', '=', of.referral_id)
    .where('state', 'in', LIVE)
    .returning('entry_id')
    .execute();
  return left.length > 0;
}

/** A list in its order, held where somebody is about to be offered a place: two at once do not offer one place twice. */
export async function listEntries(ctx: Ctx<Tables>, serviceId: string, isHeld = false): Promise<EntryRow[]> {
  return ctx.db
    .selectFrom('referrals.wait_entry')
    .selectAll()
    .where('service_id', '=', serviceId)
    .where('state', 'in', LIVE)
    .orderBy('rank')
    .orderBy('place_at')
    .orderBy('entry_id')
    .limit(sql.lit(500))
    .$if(isHeld, (query) => query.forUpdate())
    .execute();
}

/** Offers that nobody answered in time, each held; what another server holds is its own. */
export async function takeExpired(ctx: Ctx<Tables>): Promise<EntryRow[]> {
  return ctx.db
    .selectFrom('referrals.wait_entry')
    .selectAll()
    .where('state', '=', 'offered')
    .where('expires_at', '<=', ctx.now)
    .orderBy('expires_at')
    .limit(200)
    .forUpdate()
    .skipLocked()
    .execute();
}

/** The lists of this actor's organisation, with how many wait on each. */
export async function listLists({ db, actor }: Ctx<Tables>): Promise<ListedWaitList[]> {
  const { rows } = await sql<{ serviceId: string; name: LocalizedText; count: number }>`
    select service.service_id as "serviceId", service.name, count(*)::int as count
    from referrals.wait_entry join directory.published_service as service using (service_id)
    where wait_entry.organisation_id = ${actor.organisationId} and wait_entry.state in ('waiting', 'offered')
    group by 1, 2 order by 3 desc, 1`.execute(db);
  return rows.map(({ serviceId, name, count }) => ({ serviceId, serviceName: name, count }));
}

/** A service of this actor's organisation and what it says of its list; nothing for another's. */
export async function findListOf(
  { db, actor }: Ctx<Tables>,
  serviceId: string,
): Promise<{ name: LocalizedText; tellsNumber: boolean } | undefined> {
  const { rows } = await sql<{ name: LocalizedText; tellsNumber: boolean }>`
    select service.name, coalesce(wait_rule.tells_number, false) as "tellsNumber"
    from directory.published_service as service left join referrals.wait_rule using (service_id)
    where service.service_id = ${serviceId}::uuid and service.organisation_id = ${actor.organisationId}`.execute(db);
  return rows[0];
}

export async function saveRule(ctx: Ctx<Tables>, given: { serviceId: string; tellsNumber: boolean }): Promise<void> {
  const said = { tells_number: given.tellsNumber, updated_at: ctx.now };
  await ctx.db
    .insertInto('referrals.wait_rule')
    .values({ service_id: given.serviceId, ...said })
    .onConflict((conflict) => conflict.column('service_id').doUpdateSet(said))
    .execute();
}

type Stands = { state: WaitState; joined_at: Date; expires_at: Date | null; before: string | null };

/** Where somebody stands on the list of each of these referrals now, or how their place there ended last. */
export async function listWaiting(ctx: Ctx<Tables>, rows: readonly Which[]): Promise<Map<string, Waiting>> {
  const ids = rows.map((row) => row.referral_id);
  if (ids.length === 0) return new Map();
  const found = await sql<Stands & { id: string }>`
    select distinct on (referral_id) referral_id as id, state, joined_at, expires_at,
      referrals.number_before(person_id, referral_id) as before
    from referrals.wait_entry
    where person_id = any (${[...new Set(rows.map((row) => row.person_id))]}::uuid[]) and referral_id = any (${ids}::uuid[])
    order by referral_id, joined_at desc`.execute(ctx.db);
  return new Map(
    found.rows.map(({ id, state, joined_at, expires_at, before }) => [
      id,
      {
        state,
        joinedAt: joined_at.toISOString(),
        expiresAt: expires_at?.toISOString() ?? null,
        before: before === null ? null : Number(before),
      },
    ]),
  );
}

/** On which lists somebody stands, and whose they are. */
export async function listWaitsOf(
  db: Kysely<ReferralsTables>,
  personId: string,
): Promise<{ referralId: string; organisationId: string }[]> {
  return db
    .selectFrom('referrals.wait_entry')
    .select(['referral_id as referralId', 'organisation_id as organisationId'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'offered'])
    .execute();
}
