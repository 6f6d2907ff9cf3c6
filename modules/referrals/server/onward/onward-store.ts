import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Selectable } from 'kysely';
import { OnwardReason, type CameBack, type Onward, type PassOn, type ReferralId } from '../../contract/index.ts';
import type { ReferralRow } from '../referral-row.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;
export type OnwardRow = Selectable<Tables['referrals.onward']>;

/** Writes that a request is to go on; whether it may is judged afterwards, by what only the region as a whole may know. */
export async function insertOnward(ctx: Ctx<Tables>, row: ReferralRow, asked: PassOn): Promise<string> {
  const onwardId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('referrals.onward')
    .values({
      person_id: row.person_id,
      referral_id: row.referral_id,
      onward_id: onwardId,
      from_organisation_id: row.from_organisation_id,
      kind: asked.kind,
      service_id: asked.serviceId,
      state: 'asked',
      asked_at: ctx.now,
    })
    .execute();
  return onwardId;
}

/** What is still asked, held until it is decided. */
export async function lockOnward(ctx: Ctx<Tables>, onwardId: string): Promise<OnwardRow | undefined> {
  return ctx.db
    .selectFrom('referrals.onward')
    .selectAll()
    .where('onward_id', '=', onwardId)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
}

export async function saveOnward(
  ctx: Ctx<Tables>,
  row: OnwardRow,
  said: { state: 'sent' | 'back'; reasonCode: OnwardReason | null; nextReferralId: string | null },
): Promise<void> {
  await ctx.db
    .updateTable('referrals.onward')
    .set({
      state: said.state,
      reason_code: said.reasonCode,
      next_referral_id: said.nextReferralId,
      decided_at: ctx.now,
    })
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .where('onward_id', '=', row.onward_id)
    .execute();
}

/** What came back was decided by who asked: they sent it elsewhere, or let it be. True where something waited. */
export async function decideOnward(ctx: Ctx<Tables>, of: { personId: string; referralId: string }): Promise<boolean> {
  const decided = await ctx.db
    .updateTable('referrals.onward')
    .set({ state: 'decided', decided_at: ctx.now })
    .where('person_id', '=', of.personId)
    .where('referral_id', '=', of.referralId)
    .where('from_organisation_id', '=', ctx.actor.organisationId)
    .where('state', '=', 'back')
    .returning('onward_id')
    .execute();
  return decided.length > 0;
}

/** Where a request was to go on. */
export async function listOnward({ db }: Ctx<Tables>, row: ReferralRow): Promise<Onward[]> {
  const rows = await db
    .selectFrom('referrals.onward as onward')
    .innerJoin('directory.published_service as service', 'service.service_id', 'onward.service_id')
    .select(['onward.onward_id', 'kind', 'state', 'reason_code', 'next_referral_id', 'asked_at', 'service.name'])
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .orderBy('asked_at')
    .execute();
  return rows.map((one) => ({
    onwardId: one.onward_id,
    kind: one.kind,
    state: one.state,
    serviceName: one.name as LocalizedText,
    reasonCode: OnwardReason.nullable().catch(null).parse(one.reason_code),
    nextReferralId: one.next_referral_id,
    askedAt: one.asked_at.toISOString(),
  }));
}

type BackRow = {
  referralId: ReferralId;
  onwardId: string;
  need: LocalizedText;
  service: LocalizedText;
  reason: string;
  at: Date;
};

/** What came back to this organisation and waits for its word. */
export async function listCameBack({ db, actor }: Ctx<Tables>): Promise<CameBack[]> {
  const { rows } = await sql<BackRow>`
    select onward.referral_id as "referralId", onward.onward_id as "onwardId", need.name as need, service.name as service,
      onward.reason_code as reason, onward.asked_at as at
    from referrals.onward
    join referrals.referral using (person_id, referral_id)
    join directory.published_need as need on need.need_code = referral.need_code
    join directory.published_service as service on service.service_id = onward.service_id
    where onward.from_organisation_id = ${actor.organisationId} and onward.state = 'back'
    order by onward.asked_at limit 20`.execute(db);
  return rows.map(({ referralId, onwardId, need, service, reason, at }) => ({
    referralId,
    onwardId,
    needName: need,
    serviceName: service,
    reasonCode: OnwardReason.catch('consent_missing').parse(reason),
    askedAt: at.toISOString(),
  }));
}
