import { markOf, refuse, Refusal } from '@qantara/kernel';
import { inTheNameOf, type Ctx } from '@qantara/platform';
import { checkWordsFromPartner, openReferral, takeStep } from '@qantara/referrals/server';
import type { OpenReferral } from '@qantara/referrals/contract';
import type { AnswerByLink, AskedOfPartner, LinkedReferral } from '../contract/index.ts';
import { shownByLink, stepsByLink } from '../domain/index.ts';
import { findHeld, insertQuestion, listQuestions, saveOpened, type LinkRow } from './link-store.ts';
import { tellOfQuestion } from './tell-partner.ts';
import { partnerActor } from './partner-actor.ts';
import type { PartnerlinksTables } from './tables.gen.ts';

type LinksCtx = Ctx<PartnerlinksTables>;

async function getHeld(ctx: LinksCtx, token: string): Promise<LinkRow> {
  return (await findHeld(ctx, token)) ?? refuse('partner_link_not_valid');
}

/** Does something as the partner whose link it is. A referral that is no longer theirs to see is as a link that is not valid. */
async function asPartner<T>(ctx: LinksCtx, link: LinkRow, work: (ctx: LinksCtx) => Promise<T>): Promise<T> {
  const actor = partnerActor({ organisationId: link.organisation_id, accountId: null, by: 'link' });
  try {
    return await inTheNameOf(ctx, actor, (lent) => work(lent as LinksCtx));
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'referral_not_found') return refuse('partner_link_not_valid');
    throw fault;
  }
}

const ofLink = (link: LinkRow) => ({ personId: link.person_id, referralId: link.referral_id });

function askedOf(open: OpenReferral, link: LinkRow): Omit<AskedOfPartner, 'questionCount'> {
  const { needName, fromOrganisationName, referral } = open;
  const serviceName = open.serviceName ?? refuse('referral_not_found');
  const organisationName = open.organisationName ?? refuse('referral_not_found');
  const { priority, status, dueAt, version } = referral;
  const names = { needName, serviceName, organisationName, fromOrganisationName };
  return {
    mark: markOf(link.link_id),
    locale: link.locale,
    ...names,
    priority,
    status,
    dueAt,
    version,
    may: stepsByLink(open.may),
  };
}

async function linked(ctx: LinksCtx, link: LinkRow): Promise<LinkedReferral> {
  return asPartner(ctx, link, async (lent) => {
    const open = await openReferral(lent, { referralId: link.referral_id, rule: 'partner_link' });
    const questions = await listQuestions(lent, ofLink(link));
    return { ...askedOf(open, link), ...shownByLink(open), questions, questionCount: questions.length };
  });
}

/**
 * What a link is about, before it is opened: nobody's name and nothing about them, so that a program that reads mail ahead of people
 * learns nothing and counts as no opening. Refuses `partner_link_not_valid` for one that is wrong, revoked or over, alike.
 */
export async function lookAtLink(ctx: LinksCtx, { token }: { token: string }): Promise<AskedOfPartner> {
  const link = await getHeld(ctx, token);
  return asPartner(ctx, link, async (lent) => {
    const open = await openReferral(lent, { referralId: link.referral_id, rule: null });
    return { ...askedOf(open, link), questionCount: (await listQuestions(lent, ofLink(link))).length };
  });
}

/** Opens a link, which is counted and recorded. Refuses `partner_link_not_valid`. */
export async function openLink(ctx: LinksCtx, { token }: { token: string }): Promise<LinkedReferral> {
  const link = await getHeld(ctx, token);
  await saveOpened(ctx, link);
  ctx.emit({ type: 'partner_link.opened', subject: link.link_id, personId: link.person_id });
  return linked(ctx, link);
}

/** The partner's answer by its link, under the same rules as with an account. Refuses what a step refuses. */
export async function answerByLink(ctx: LinksCtx, { token, step, ...given }: AnswerByLink): Promise<LinkedReferral> {
  const link = await getHeld(ctx, token);
  const { referral_id: referralId } = link;
  await asPartner(ctx, link, (lent) => takeStep(lent, step, { referralId: referralId as never, ...given }));
  return linked(ctx, link);
}

/** Asks those who sent it, by the link. Refuses `referral_ended`, and `words_back_not_agreed` where the person agreed to no words back. */
export async function askByLink(
  ctx: LinksCtx,
  { token, words }: { token: string; words: string },
): Promise<LinkedReferral> {
  const link = await getHeld(ctx, token);
  await asPartner(ctx, link, async (lent) => {
    const { referral } = await openReferral(lent, { referralId: link.referral_id, rule: null });
    await checkWordsFromPartner(lent, link.referral_id);
    await insertQuestion(lent, { ...ofLink(link), side: 'target', words, accountId: null });
    await tellOfQuestion(lent, { referral, organisationId: link.organisation_id });
  });
  ctx.emit({
    type: 'referral.question_asked',
    subject: link.referral_id,
    personId: link.person_id,
    data: { side: 'target' },
  });
  return linked(ctx, link);
}
