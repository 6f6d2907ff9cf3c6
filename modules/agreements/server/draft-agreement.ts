import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { Agreement, ChangedDraft, NewNote, Renewal } from '../contract/index.ts';
import {
  findVisible,
  getStored,
  insertAgreement,
  insertNote,
  lockStored,
  saveDraft,
  saveOffered,
  type StoredAgreement,
} from './agreement-store.ts';
import { checkWords, getAgreement, lockLiving, toAgreement } from './change-agreement.ts';
import type { AgreementsTables } from './tables.gen.ts';

type AgreementsCtx = Ctx<AgreementsTables>;
type Answer = z.input<typeof Agreement>;

async function lockDraft(
  ctx: AgreementsCtx,
  given: { agreementId: string; version: number },
): Promise<StoredAgreement> {
  const stored = await lockLiving(ctx, given.agreementId);
  if (!stored.isDraft) refuse('agreement_offered');
  if (stored.version !== given.version) refuse('agreement_changed');
  return stored;
}

/** Writes over a draft. Refuses `agreement_offered`: what somebody may have signed is never changed under them. */
export async function changeDraft(ctx: AgreementsCtx, given: ChangedDraft): Promise<Answer> {
  await lockDraft(ctx, given);
  await checkWords(ctx, given);
  if (!(await saveDraft(ctx, given))) refuse('agreement_changed');
  const { agreementId, kind, purposes, categories } = given;
  ctx.emit({ type: 'agreement.drafted', subject: agreementId, data: { kind, purposes, categories } });
  return toAgreement(ctx, await getStored(ctx, agreementId));
}

/** Offers a draft for signature, as it was read. */
export async function offerAgreement(
  ctx: AgreementsCtx,
  given: { agreementId: string; version: number },
): Promise<Answer> {
  await lockDraft(ctx, given);
  if (!(await saveOffered(ctx, given))) refuse('agreement_changed');
  ctx.emit({ type: 'agreement.offered', subject: given.agreementId });
  return toAgreement(ctx, await getStored(ctx, given.agreementId));
}

/** A draft of the same for other days, between those who have not left. Refuses `agreement_not_offered` of a draft, `already_renewed`, `too_few_parties`. */
export async function renewAgreement(ctx: AgreementsCtx, given: Renewal): Promise<Answer> {
  const stored = (await lockStored(ctx, given.agreementId)) ?? refuse('agreement_not_found');
  if (stored.isDraft) refuse('agreement_not_offered');
  if (stored.followedById !== null) refuse('already_renewed');
  const organisationIds = stored.parties.filter(({ leftOn }) => leftOn === null).map((party) => party.organisationId);
  if (organisationIds.length < 2) refuse('too_few_parties');
  const { kind, title, summary, purposes, categories } = stored;
  const { startsOn, lastDay } = given;
  const draft = { kind, title, summary, purposes, categories, startsOn, lastDay, organisationIds, isDraft: true };
  await checkWords(ctx, draft);
  const agreementId = await insertAgreement(ctx, { ...draft, followsAgreementId: given.agreementId });
  ctx.emit({ type: 'agreement.renewed', subject: given.agreementId, data: { followedById: agreementId } });
  return toAgreement(ctx, await getStored(ctx, agreementId));
}

/** What a party, or whoever keeps agreements, says of one that it may see. */
export async function noteAgreement(ctx: AgreementsCtx, given: NewNote): Promise<Answer> {
  if ((await findVisible(ctx, given.agreementId)) === undefined) refuse('agreement_not_found');
  await insertNote(ctx, given);
  const { organisationId } = ctx.actor;
  ctx.emit({ type: 'agreement.noted', subject: given.agreementId, data: { organisationId } });
  return getAgreement(ctx, given);
}
