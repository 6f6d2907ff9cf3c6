import { dayIn, markOf } from '@qantara/kernel';
import { notify } from '@qantara/notifications/server';
import type { AnyCtx } from '@qantara/platform';
import type { Referral } from '@qantara/referrals/contract';
import type { LinkRow } from './link-store.ts';

/** A referral that has a partner. */
export type SentReferral = Referral & { organisationId: string };
type Sent = { referral: SentReferral; row: LinkRow; token: string };

/** Two weeks is the field's outer limit for an answer: what is said where the rules set no day. */
const LATEST_DAYS = 14;

function dueDay(ctx: AnyCtx, { dueAt }: Referral): string {
  const due = dueAt === null ? new Date(ctx.now.getTime() + LATEST_DAYS * 86_400_000) : new Date(dueAt);
  return dayIn(ctx.timeZone, due);
}

const urgencyOf = ({ priority }: Referral) => (priority === 'tonight' ? ('now' as const) : ('soon' as const));

/** Sends a link to the organisation that was asked, by the way that it prefers. Nothing in it tells whom it is about. */
export async function tellPartner(ctx: AnyCtx, { referral, row, token }: Sent): Promise<void> {
  await notify(ctx, {
    template: 'referral.asked',
    to: { kind: 'organisation', organisationId: referral.organisationId },
    values: {
      link: `/r/${token}`,
      mark: markOf(row.link_id),
      need: referral.needCode,
      organisation: referral.fromOrganisationId,
      due: dueDay(ctx, referral),
    },
    subject: row.link_id,
    urgency: urgencyOf(referral),
  });
}

/** Sends an answer, or a question, of those who asked: by a link of its own, for the one before is known to the partner alone. */
export async function tellPartnerOfQuestion(ctx: AnyCtx, { referral, row, token }: Sent): Promise<void> {
  await notify(ctx, {
    template: 'referral.question',
    to: { kind: 'organisation', organisationId: referral.organisationId },
    values: { link: `/r/${token}`, mark: markOf(row.link_id), organisation: referral.fromOrganisationId },
    subject: row.link_id,
    urgency: urgencyOf(referral),
  });
}

/** Tells whoever sent the referral that the partner asks something. */
export async function tellOfQuestion(
  ctx: AnyCtx,
  { referral, organisationId }: { referral: Referral; organisationId: string },
): Promise<void> {
  const { referralId, navigatorAccountId } = referral;
  if (navigatorAccountId === null) return;
  await notify(ctx, {
    template: 'referral.question',
    to: { kind: 'account', accountId: navigatorAccountId },
    values: { link: `/work/referrals/${referralId}`, mark: markOf(referralId), organisation: organisationId },
    subject: referralId,
    urgency: urgencyOf(referral),
  });
}
