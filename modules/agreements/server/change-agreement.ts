import { dayIn, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { z } from 'zod';
import type { Agreement, NewAgreement, Signature } from '../contract/index.ts';
import { statusOf } from '../domain/index.ts';
import {
  findVisible,
  getStored,
  insertAgreement,
  insertParties,
  lockStored,
  saveEnd,
  saveLeaving,
  saveSignature,
  type StoredAgreement,
} from './agreement-store.ts';
import type { AgreementsTables } from './tables.gen.ts';

type AgreementsCtx = Ctx<AgreementsTables>;

/** An agreement as it stands today. */
export function toAgreement(ctx: AgreementsCtx, stored: StoredAgreement): z.input<typeof Agreement> {
  const notes = stored.notes.map((note) => ({ ...note, saidAt: new Date(note.saidAt).toISOString() }));
  return { ...stored, notes, status: statusOf(stored, dayIn(ctx.timeZone, ctx.now)) };
}

export async function getAgreement(ctx: AgreementsCtx, { agreementId }: { agreementId: string }) {
  return toAgreement(ctx, (await findVisible(ctx, agreementId)) ?? refuse('agreement_not_found'));
}

export async function checkOrganisations(ctx: AgreementsCtx, organisationIds: string[]): Promise<void> {
  const known = await listOrganisationNames(ctx, organisationIds);
  if (organisationIds.some((id) => !known.has(id))) refuse('organisation_not_found');
}

export async function lockLiving(ctx: AgreementsCtx, agreementId: string): Promise<StoredAgreement> {
  const stored = (await lockStored(ctx, agreementId)) ?? refuse('agreement_not_found');
  if (toAgreement(ctx, stored).status === 'ended') refuse('agreement_ended');
  return stored;
}

function partyOf(stored: StoredAgreement, organisationId: string): StoredAgreement['parties'][number] {
  return stored.parties.find((party) => party.organisationId === organisationId) ?? refuse('party_not_found');
}

/** Whether the organisations are there, and the days in order. */
export async function checkWords(
  ctx: AgreementsCtx,
  given: Pick<NewAgreement, 'organisationIds' | 'startsOn' | 'lastDay'>,
): Promise<void> {
  await checkOrganisations(ctx, given.organisationIds);
  if (given.lastDay !== null && given.lastDay < given.startsOn)
    refuse('ends_before_start', { fields: [{ path: 'lastDay', code: 'ends_before_start' }] });
}

/** Writes down an agreement that organisations are about to write or sign, or have signed. Refuses `ends_before_start`. */
export async function addAgreement(ctx: AgreementsCtx, given: NewAgreement) {
  await checkWords(ctx, given);
  const agreementId = await insertAgreement(ctx, given);
  const { kind, purposes, categories } = given;
  ctx.emit({ type: 'agreement.added', subject: agreementId, data: { kind, purposes, categories } });
  return toAgreement(ctx, await getStored(ctx, agreementId));
}

/** One more organisation may sign. Refuses `already_party`. */
export async function addParty(ctx: AgreementsCtx, given: { agreementId: string; organisationId: string }) {
  const { agreementId, organisationId } = given;
  const stored = await lockLiving(ctx, agreementId);
  await checkOrganisations(ctx, [organisationId]);
  if (stored.parties.some((party) => party.organisationId === organisationId)) refuse('already_party');
  await insertParties(ctx, agreementId, [organisationId]);
  ctx.emit({ type: 'agreement.party_added', subject: agreementId, data: { organisationId } });
  return toAgreement(ctx, await getStored(ctx, given.agreementId));
}

/** An organisation signed: from that day on it binds them. A signature is not corrected; a wrong one is left and signed anew elsewhere. */
export async function signAgreement(ctx: AgreementsCtx, given: Signature) {
  const stored = await lockLiving(ctx, given.agreementId);
  if (stored.isDraft) refuse('agreement_not_offered');
  const party = partyOf(stored, given.organisationId);
  if (party.signedOn !== null) refuse('already_signed');
  if (given.signedOn > dayIn(ctx.timeZone, ctx.now))
    refuse('day_not_here_yet', { fields: [{ path: 'signedOn', code: 'day_not_here_yet' }] });
  await saveSignature(ctx, given);
  const data = { organisationId: given.organisationId, signedOn: given.signedOn };
  ctx.emit({ type: 'agreement.signed', subject: given.agreementId, data });
  return toAgreement(ctx, await getStored(ctx, given.agreementId));
}

/** An organisation leaves: from that day on nothing passes to or from it by this agreement. */
export async function leaveAgreement(
  ctx: AgreementsCtx,
  given: { agreementId: string; organisationId: string; leftOn: string },
) {
  const stored = (await lockStored(ctx, given.agreementId)) ?? refuse('agreement_not_found');
  const { signedOn, leftOn } = partyOf(stored, given.organisationId);
  if (signedOn === null) return refuse('not_signed_yet');
  if (leftOn !== null) refuse('already_left');
  if (given.leftOn < signedOn)
    refuse('left_before_signing', { fields: [{ path: 'leftOn', code: 'left_before_signing' }] });
  await saveLeaving(ctx, given);
  const data = { organisationId: given.organisationId, leftOn: given.leftOn };
  ctx.emit({ type: 'agreement.left', subject: given.agreementId, data });
  return toAgreement(ctx, await getStored(ctx, given.agreementId));
}

/** Nobody signed for longer: an end is none later than the last day, nor than the end that was said before. */
function checkEnd({ startsOn, lastDay, endedOn }: StoredAgreement, given: string): void {
  const faultAt = (code: string): never => refuse(code, { fields: [{ path: 'endedOn', code }] });
  if (given < startsOn) faultAt('ends_before_start');
  if ([lastDay, endedOn].some((day) => day !== null && given > day)) faultAt('ends_after_end');
}

/** Ends an agreement before its time, for all. Refuses `agreement_changed` where somebody else was first. */
export async function endAgreement(
  ctx: AgreementsCtx,
  given: { agreementId: string; endedOn: string; reason: string; version: number },
) {
  const stored = await lockLiving(ctx, given.agreementId);
  if (stored.version !== given.version) refuse('agreement_changed');
  checkEnd(stored, given.endedOn);
  await saveEnd(ctx, given);
  ctx.emit({
    type: 'agreement.ended',
    subject: given.agreementId,
    reason: given.reason,
    data: { endedOn: given.endedOn },
  });
  return toAgreement(ctx, await getStored(ctx, given.agreementId));
}
