import { refuse, type Locale } from '@qantara/kernel';
import { inTheNameOf, type Ctx } from '@qantara/platform';
import { listSharingBases } from '@qantara/people/server';
import { isEnded, stepsFor } from '@qantara/referrals/domain';
import { openReferral, takeStep } from '@qantara/referrals/server';
import type { Referral, ReferralId } from '@qantara/referrals/contract';
import { renderSVG } from 'uqr';
import type { AnswerForPartner, MadeLink, PartnerLinkId } from '../contract/index.ts';
import { stepsByLink } from '../domain/index.ts';
import { insertLink, insertQuestion, listLinkRows, listQuestions, saveRevoked } from './link-store.ts';
import { partnerActor } from './partner-actor.ts';
import { tellPartner, tellPartnerOfQuestion, type SentReferral } from './tell-partner.ts';
import type { PartnerlinksTables } from './tables.gen.ts';

type LinksCtx = Ctx<PartnerlinksTables>;
type OfReferral = { referralId: ReferralId };

/**
 * A referral that this actor's organisation sent to a partner. Refuses `referral_not_found` for anybody else, the partner too, and for
 * an open request, which nobody has yet.
 */
async function getSent(ctx: LinksCtx, { referralId }: OfReferral): Promise<SentReferral> {
  const { referral } = await openReferral(ctx, { referralId, rule: 'party' });
  const { organisationId, fromOrganisationId } = referral;
  if (organisationId === null || fromOrganisationId !== ctx.actor.organisationId) return refuse('referral_not_found');
  return { ...referral, organisationId };
}

async function shown(ctx: LinksCtx, referral: SentReferral) {
  return {
    links: await listLinkRows(ctx, referral),
    questions: await listQuestions(ctx, referral),
    partnerMay: stepsByLink(stepsFor(referral.status, 'target')),
    version: referral.version,
  };
}

/** The links of a referral, what was asked between the two organisations, and what the partner could do next. */
export async function listLinks(ctx: LinksCtx, of: OfReferral) {
  return shown(ctx, await getSent(ctx, of));
}

async function addLink(ctx: LinksCtx, referral: SentReferral, given: { locale: Locale; isSent: boolean }) {
  const { personId, referralId, organisationId } = referral;
  const { locale, isSent } = given;
  const added = await insertLink(ctx, { personId, referralId, organisationId, locale, isSent });
  const data = { referralId, organisationId, isSent };
  ctx.emit({ type: 'partner_link.made', subject: added.row.link_id, personId, data });
  return added;
}

/**
 * Makes a link by which the partner answers without an account, and sends it where that is asked; the one before goes on until it is
 * revoked. Refuses `referral_ended`, and `link_not_for_class` for a referral that only those with its class may know of: a link asks
 * nobody who they are.
 */
export async function makeLink(
  ctx: LinksCtx,
  given: OfReferral & { locale: Locale; isSent: boolean },
): Promise<MadeLink> {
  const referral = await getSent(ctx, given);
  if (isEnded(referral.status)) refuse('referral_ended');
  if (referral.recordClass !== 'ordinary') refuse('link_not_for_class');
  const { row, token } = await addLink(ctx, referral, given);
  if (given.isSent) await tellPartner(ctx, { referral, row, token });
  const link = `${ctx.outside.address}/${given.locale}/r/${token}`;
  return {
    partnerLinkId: row.link_id as PartnerLinkId,
    link,
    qrCode: renderSVG(link, { border: 2 }),
    expiresAt: row.expires_at.toISOString(),
    isSent: given.isSent,
  };
}

/** Ends a link at once. Refuses `partner_link_not_found`. */
export async function revokeLink(ctx: LinksCtx, given: OfReferral & { partnerLinkId: PartnerLinkId }) {
  const referral = await getSent(ctx, given);
  if (!(await saveRevoked(ctx, { ...referral, partnerLinkId: given.partnerLinkId }))) refuse('partner_link_not_found');
  ctx.emit({ type: 'partner_link.revoked', subject: given.partnerLinkId, personId: referral.personId });
  return shown(ctx, referral);
}

/** What the partner said on the telephone, typed in by those who asked, and marked so in the history. Refuses what a step refuses. */
export async function answerForPartner(
  ctx: LinksCtx,
  { referralId, step, ...given }: AnswerForPartner,
): Promise<Referral> {
  const { organisationId } = await getSent(ctx, { referralId });
  const actor = partnerActor({ organisationId, accountId: ctx.actor.accountId, by: 'telephone' });
  return inTheNameOf(ctx, actor, (lent) => takeStep(lent as LinksCtx, step, { referralId, ...given }));
}

/** Asks the partner. Words may say who it is for: refuses `consent_missing` where nothing lets words pass, and `referral_ended`. */
export async function askPartner(ctx: LinksCtx, { referralId, words }: OfReferral & { words: string }) {
  const referral = await getSent(ctx, { referralId });
  if (isEnded(referral.status)) refuse('referral_ended');
  const { personId, organisationId: recipient } = referral;
  const sharing = { purpose: 'referral' as const, recipient, categories: ['note' as const], at: ctx.now };
  if ((await listSharingBases(ctx, personId, sharing)).length === 0) refuse('consent_missing');
  await insertQuestion(ctx, { personId, referralId, side: 'requester', words, accountId: ctx.actor.accountId });
  const [latest] = await listLinkRows(ctx, referral);
  if (latest?.isSent === true) {
    const added = await addLink(ctx, referral, { locale: latest.locale, isSent: true });
    await tellPartnerOfQuestion(ctx, { referral, ...added });
  }
  ctx.emit({ type: 'referral.question_asked', subject: referralId, personId, data: { side: 'requester' } });
  return shown(ctx, referral);
}
