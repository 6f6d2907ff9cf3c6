import { sql, type Kysely } from 'kysely';
import type { SendReferrals } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** What has to be known before a referral is sent, beside the person and their consent. */
export type SendingFacts = {
  isKnownNeed: boolean;
  services: { serviceId: string; organisationId: string; takesReferrals: boolean }[];
  /** Whether this need of this person is already with one of these services and not ended. */
  isAlreadyReferred: boolean;
};

/** One question to the database for all of it: a referral is sent in the time of a few round trips. */
export async function loadSendingFacts(
  db: Kysely<ReferralsTables>,
  { personId, needCode, serviceIds }: Pick<SendReferrals, 'personId' | 'needCode' | 'serviceIds'>,
): Promise<SendingFacts> {
  const found = await sql<SendingFacts>`
    select
      exists (select from directory.published_need where need_code = ${needCode}) as "isKnownNeed",
      exists (select from referrals.referral where person_id = ${personId} and need_code = ${needCode}
        and (service_id is null or service_id = any (${serviceIds}::uuid[])) and status in ('requested', 'accepted', 'in-progress', 'on-hold'))
        as "isAlreadyReferred",
      (select coalesce(jsonb_agg(jsonb_build_object('serviceId', service.service_id, 'organisationId', service.organisation_id,
          'takesReferrals', service.status = 'active' and organisation.receives_referrals)), '[]')
        from directory.published_service as service
        join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
        where service.service_id = any (${serviceIds}::uuid[])) as services`.execute(db);
  return found.rows[0] ?? { isKnownNeed: false, services: [], isAlreadyReferred: false };
}
