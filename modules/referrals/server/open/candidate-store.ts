import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { classesOf } from '@qantara/people/domain';
import { sql, type Kysely } from 'kysely';
import type { Priority } from '../../contract/index.ts';
import type { ReferralRow } from '../referral-row.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Db = Kysely<ReferralsTables>;

export type MatchingTarget = { serviceId: string; organisationId: string };

/** The services that answer a need where somebody lives, and whose organisation answers referrals; one for each organisation first. */
export async function listTargets(db: Db, asked: { needCode: string; areaIds: string[] }): Promise<MatchingTarget[]> {
  const { rows } = await sql<MatchingTarget>`
    select service.service_id as "serviceId", service.organisation_id as "organisationId"
    from directory.published_service as service
    join directory.published_service_need as answers using (service_id)
    join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
    where answers.need_code = ${asked.needCode} and service.status = 'active' and organisation.receives_referrals
      and (not exists (select from directory.published_service_area as served where served.service_id = service.service_id)
        or exists (select from directory.published_service_area as served
          where served.service_id = service.service_id and served.area_id = any (${asked.areaIds}::uuid[])))
    order by service.organisation_id, service.service_id limit 200`.execute(db);
  return rows;
}

export type NewCandidate = MatchingTarget & { consentId: string | null; overrideId: string | null };

type Shown = { areaId: string | null; languages: string[] };

/** Offers an open request to these services; one that was offered it before is offered it again. */
export async function insertCandidates(
  ctx: Ctx<ReferralsTables>,
  row: ReferralRow,
  offered: { candidates: NewCandidate[]; shown: Shown },
): Promise<void> {
  const values = offered.candidates.map((one) => ({
    person_id: row.person_id,
    referral_id: row.referral_id,
    service_id: one.serviceId,
    organisation_id: one.organisationId,
    from_organisation_id: row.from_organisation_id,
    need_code: row.need_code,
    area_id: offered.shown.areaId,
    priority: row.priority,
    languages: offered.shown.languages,
    record_class: row.record_class,
    consent_id: one.consentId,
    override_id: one.overrideId,
    state: 'offered' as const,
    offered_at: ctx.now,
  }));
  await ctx.db.insertInto('referrals.candidate').values(values).execute();
}

/** An open request that is taken back or ended is offered to nobody any more. */
export async function endCandidates(ctx: Ctx<ReferralsTables>, row: ReferralRow): Promise<void> {
  await ctx.db
    .updateTable('referrals.candidate')
    .set({ state: 'withdrawn', ended_at: ctx.now })
    .where('person_id', '=', row.person_id)
    .where('referral_id', '=', row.referral_id)
    .where('state', '=', 'offered')
    .execute();
}

export type OfferedRow = {
  personId: string;
  referralId: string;
  serviceId: string;
  serviceName: LocalizedText;
  needName: LocalizedText;
  fromOrganisationId: string;
  fromOrganisationName: LocalizedText;
  areaName: LocalizedText | null;
  priority: Priority;
  languages: string[];
  offeredAt: Date;
};

/** What is offered to this actor's organisation now, the most urgent first. */
export async function listOffered({ db, actor }: Ctx<ReferralsTables>): Promise<OfferedRow[]> {
  const { rows } = await sql<OfferedRow>`
    select candidate.person_id as "personId", candidate.referral_id as "referralId", candidate.service_id as "serviceId",
      service.name as "serviceName", need.name as "needName", candidate.from_organisation_id as "fromOrganisationId",
      source.name as "fromOrganisationName", area.name as "areaName", candidate.priority, candidate.languages,
      candidate.offered_at as "offeredAt"
    from referrals.candidate
    join directory.published_service as service on service.service_id = candidate.service_id
    join directory.published_need as need on need.need_code = candidate.need_code
    join organisations.published_organisation as source on source.organisation_id = candidate.from_organisation_id
    left join territory.published_area as area on area.area_id = candidate.area_id
    where candidate.organisation_id = ${actor.organisationId} and candidate.state = 'offered'
      and candidate.record_class = any (${classesOf(actor)}::text[])
    order by array_position(array['tonight', 'this_week', 'routine'], candidate.priority), candidate.offered_at,
      candidate.referral_id
    limit 100`.execute(db);
  return rows;
}

/** Takes an open request for one of our services: `taken` where another was first, `not_found` where it was not offered to us. */
export async function claim(
  { db, now }: Ctx<ReferralsTables>,
  which: { referralId: string; serviceId: string },
): Promise<'claimed' | 'taken' | 'not_found'> {
  const { rows } = await sql<{ answer: 'claimed' | 'taken' | 'not_found' }>`
    select referrals.claim(${which.referralId}::uuid, ${which.serviceId}::uuid, ${now}) as answer`.execute(db);
  return rows[0]?.answer ?? 'not_found';
}

/** Leaves an open request to the others; false where it was not offered to us. */
export async function pass(
  { db, actor, now }: Ctx<ReferralsTables>,
  which: { referralId: string; serviceId: string; reasonCode: string },
): Promise<{ personId: string } | undefined> {
  const passed = await db
    .updateTable('referrals.candidate')
    .set({ state: 'declined', reason_code: which.reasonCode, ended_at: now })
    .where('organisation_id', '=', actor.organisationId)
    .where('referral_id', '=', which.referralId)
    .where('service_id', '=', which.serviceId)
    .where('state', '=', 'offered')
    .returning('person_id')
    .executeTakeFirst();
  return passed === undefined ? undefined : { personId: passed.person_id };
}
