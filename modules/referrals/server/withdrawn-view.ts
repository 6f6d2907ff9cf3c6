import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { classesOf } from '@qantara/people/domain';
import { listWithdrawnToMe } from '@qantara/people/server';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { WithdrawnReferral } from '../contract/index.ts';
import type { ReferralsTables } from './tables.gen.ts';

/** A month is long enough for everybody at the partner's desk to have been told. */
const TOLD_DAYS = 30;
const MOST_TOLD = 20;
const DAY = 86_400_000;

type Row = { referralId: string; consentId: string; need: LocalizedText; from: LocalizedText };

/**
 * Of what this organisation was sent: the referrals whose consent was taken back in the last weeks, by their mark and never by a
 * name, so that whoever received something knows to use it no more.
 */
export async function listWithdrawnReferrals(ctx: Ctx<ReferralsTables>): Promise<z.input<typeof WithdrawnReferral>[]> {
  const withdrawn = await listWithdrawnToMe(ctx, new Date(ctx.now.getTime() - TOLD_DAYS * DAY));
  if (withdrawn.size === 0) return [];
  const { rows } = await sql<Row>`
    select referral.referral_id as "referralId", referral.consent_id as "consentId", need.name as need, source.name as from
    from referrals.referral
    join directory.published_need as need on need.need_code = referral.need_code
    join organisations.published_organisation as source on source.organisation_id = referral.from_organisation_id
    where referral.consent_id = any (${[...withdrawn.keys()]}::uuid[])
      and referral.organisation_id = ${ctx.actor.organisationId}
      and referral.record_class = any (${classesOf(ctx.actor)}::text[])
    order by referral.sent_at desc, referral.referral_id desc limit ${sql.lit(MOST_TOLD)}`.execute(ctx.db);
  return rows.map(({ referralId, consentId, need, from }) => ({
    referralId,
    needName: need,
    fromOrganisationName: from,
    withdrawnAt: (withdrawn.get(consentId) ?? ctx.now).toISOString(),
  }));
}
