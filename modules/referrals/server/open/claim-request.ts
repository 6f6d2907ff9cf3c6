import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAgreedWith } from '@qantara/agreements/server';
import { listSharedNames, listSharingBases } from '@qantara/people/server';
import type { z } from 'zod';
import type { ClaimRequest, OpenRequest, PassRequest, Referral, ReferralId } from '../../contract/index.ts';
import { claim, listOffered, pass, type OfferedRow } from './candidate-store.ts';
import type { ReferralRow } from '../referral-row.ts';
import { insertStep, lockReferral } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { takeStep } from '../take-step.ts';

type Tables = ReferralsTables;

/** What is shown of it: named one by one, so that nothing about who it is comes along. */
function toRequest(row: OfferedRow): z.input<typeof OpenRequest> {
  return {
    referralId: row.referralId as ReferralId,
    serviceId: row.serviceId,
    serviceName: row.serviceName,
    needName: row.needName,
    fromOrganisationName: row.fromOrganisationName,
    areaName: row.areaName,
    priority: row.priority,
    languages: row.languages,
    offeredAt: row.offeredAt.toISOString(),
  };
}

/** The open requests that this organisation may claim: what is needed, in which town, how soon, in which language, and nobody's name. */
export async function listOpenRequests(ctx: Ctx<Tables>): Promise<{ requests: z.input<typeof OpenRequest>[] }> {
  const rows = await listOffered(ctx);
  // A consent that was taken back since ends the offer with it.
  const personIds = rows.map(({ personId }) => personId);
  const live = await listSharedNames(ctx, personIds, ctx.actor.organisationId ?? '');
  return {
    requests: rows.filter(({ personId }) => live.has(personId)).map(toRequest),
  };
}

/** What let the request be offered must still hold when it is claimed: the person's word, and the agreement where one is needed. */
async function checkStillShared(ctx: Ctx<Tables>, row: ReferralRow): Promise<void> {
  const recipient = ctx.actor.organisationId ?? '';
  const categories = ['identity' as const, 'need' as const];
  const sharing = { purpose: 'referral' as const, recipient, categories, at: ctx.now };
  const bases = await listSharingBases(ctx, row.person_id, sharing);
  const from = row.from_organisation_id;
  const agreed = await listAgreedWith(ctx, { from: recipient, to: [from], purpose: 'referral', categories });
  if (!bases.some((basis) => !basis.needsAgreement || agreed.has(from))) refuse('open_request_not_found');
}

/** Takes an open request: the first who claims it has it, and has accepted it. Refuses `already_claimed` for whoever comes later. */
export async function claimRequest(ctx: Ctx<Tables>, given: ClaimRequest): Promise<Referral> {
  const answer = await claim(ctx, given);
  if (answer === 'not_found') refuse('open_request_not_found');
  if (answer === 'taken') refuse('already_claimed');
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('open_request_not_found');
  await checkStillShared(ctx, row);
  const same = { from: row.status, to: row.status, side: 'target', note: '', actor: ctx.actor } as const;
  await insertStep(ctx.db, { row, step: 'claim', ...same, reasonCode: null, now: ctx.now });
  ctx.emit({
    type: 'referral.claimed',
    subject: row.referral_id,
    personId: row.person_id,
    data: { needCode: row.need_code, organisationId: row.organisation_id, serviceId: row.service_id },
  });
  const { referralId } = given;
  return takeStep(ctx, 'accept', { referralId, version: row.version, reasonCode: null, outcomeCode: null, note: '' });
}

/** Leaves an open request to the others, saying why: it is not shown here again. */
export async function passRequest(ctx: Ctx<Tables>, given: PassRequest): Promise<{ done: true }> {
  const passed = (await pass(ctx, given)) ?? refuse('open_request_not_found');
  ctx.emit({
    type: 'referral.passed',
    subject: given.referralId,
    personId: passed.personId,
    reason: given.reasonCode,
    data: { serviceId: given.serviceId },
  });
  return { done: true };
}
