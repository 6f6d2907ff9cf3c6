import { newId, refuse, type Actor } from '@qantara/kernel';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import { findMatchingServices } from '@qantara/directory/server';
import { listAgreedWith } from '@qantara/agreements/server';
import { organisationsWhereSomebodyMay } from '@qantara/identity/server';
import { listSharingBases } from '@qantara/people/server';
import type { SharingBasis } from '@qantara/people/domain';
import type { OnwardReason, OnwardService, PassOn, Referral } from '../../contract/index.ts';
import { isEnded, refusalOfChain, sideOf } from '../../domain/index.ts';
import { decideOnward, insertOnward, lockOnward, saveOnward, type OnwardRow } from './onward-store.ts';
import type { ReferralRow } from '../referral-row.ts';
import {
  findReferral,
  insertSent,
  insertStep,
  listLinks,
  lockReferral,
  lockReferralOf,
  toReferral,
} from '../referral-store.ts';
import { loadSendingFacts } from '../sending/sending-view.ts';
import { dueColumns, loadDeadlineBook } from '../deadlines/set-deadline.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { takeStep } from '../take-step.ts';

type Tables = ReferralsTables;
const CARRIED = ['identity' as const, 'need' as const];

/** The step that ends what is referred on: what was not accepted is rejected, what was is failed; the reason is the same. */
async function letGo(ctx: Ctx<Tables>, row: ReferralRow, given: PassOn): Promise<Referral> {
  const { referralId, version } = given;
  const step = row.status === 'requested' ? 'reject' : 'fail';
  return takeStep(ctx, step, { referralId, version, reasonCode: 'referred_on', outcomeCode: null, note: '' });
}

/** A part goes to another service while the rest stays where it is. */
async function splitOff(ctx: Ctx<Tables>, row: ReferralRow, side: 'requester' | 'target'): Promise<Referral> {
  const same = { from: row.status, to: row.status, side, note: '', actor: ctx.actor } as const;
  await insertStep(ctx.db, { row, step: 'split', ...same, reasonCode: null, now: ctx.now });
  return { ...toReferral(row), note: null };
}

async function lockPassable(ctx: Ctx<Tables>, given: PassOn) {
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('referral_not_found');
  const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
  const side = sideOf(ctx.actor, parties);
  if (side !== 'target' && side !== 'requester') return refuse('referral_not_found');
  if (row.version !== given.version) refuse('referral_changed');
  if (isEnded(row.status) || row.organisation_id === null) refuse('step_not_possible');
  if (given.kind === 'refer_on' && side !== 'target') refuse('other_side_decides');
  return { row, side };
}

/**
 * Asks that a request goes on to another service: in its place (the partner alone), or a part of it (either side). Whether it may is
 * judged at once afterwards in the name of the region, since no partner may know whom the person named; where nothing lets it go on
 * it comes back to who asked first. Refuses what the lifecycle refuses.
 */
export async function passOn(ctx: Ctx<Tables>, given: PassOn): Promise<Referral> {
  const { row, side } = await lockPassable(ctx, given);
  const facts = await loadSendingFacts(ctx.db, { ...toReferral(row), serviceIds: [given.serviceId] });
  if (facts.services.length === 0)
    refuse('service_not_found', { fields: [{ path: 'serviceId', code: 'not_a_choice' }] });
  const onwardId = await insertOnward(ctx, row, given);
  const done = given.kind === 'refer_on' ? await letGo(ctx, row, given) : await splitOff(ctx, row, side);
  ctx.emit({
    type: 'referral.passed_on',
    subject: row.referral_id,
    personId: row.person_id,
    data: { kind: given.kind, serviceId: given.serviceId, onwardId, needCode: row.need_code },
  });
  return done;
}

/** The other services that answer the same need and take referrals; whom the person named is not told. Refuses `referral_not_found`. */
export async function listOnwardServices(
  ctx: Ctx<Tables>,
  { referralId }: { referralId: string },
): Promise<{ services: OnwardService[] }> {
  const row = (await findReferral(ctx.db, ctx.actor, referralId)) ?? refuse('referral_not_found');
  const { items } = await findMatchingServices(ctx, { needCode: row.need_code, page: 1 });
  return {
    services: items
      .filter(({ service, receivesReferrals }) => receivesReferrals && service.serviceId !== row.service_id)
      .map(({ service }) => ({
        serviceId: service.serviceId,
        serviceName: service.name,
        organisationName: service.organisationName,
      })),
  };
}

type Judged = { reason: OnwardReason } | { reason: null; organisationId: string; basis: SharingBasis };

/** Whether the person and the organisations agreed to this, as for a referral that is sent: the one who asked first still sends it. */
async function judgeSharing(ctx: Ctx<Tables>, row: ReferralRow, organisationId: string): Promise<Judged> {
  const sharing = { purpose: 'referral' as const, recipient: organisationId, categories: CARRIED, at: ctx.now };
  const bases = await listSharingBases(ctx, row.person_id, sharing);
  if (bases.length === 0) return { reason: 'consent_missing' };
  const between = { from: row.from_organisation_id, to: [organisationId], purpose: 'referral' as const };
  const agreed = await listAgreedWith(ctx, { ...between, categories: CARRIED });
  const basis = bases.find((one) => !one.needsAgreement || agreed.has(organisationId));
  return basis === undefined ? { reason: 'agreement_missing' } : { reason: null, organisationId, basis };
}

async function judge(ctx: Ctx<Tables>, row: ReferralRow, onward: OnwardRow): Promise<Judged> {
  const to = { referralId: row.referral_id, serviceId: onward.service_id, depth: depthAfter(row, onward) };
  const inChain = refusalOfChain(await listLinks(ctx.db, row.person_id), to);
  if (inChain !== null) return { reason: inChain };
  const facts = await loadSendingFacts(ctx.db, { ...toReferral(row), serviceIds: [onward.service_id] });
  const [service] = facts.services;
  if (service === undefined || !service.takesReferrals) return { reason: 'service_closed' };
  if (facts.isAlreadyReferred) return { reason: 'already_there' };
  const { organisationId } = service;
  if (row.record_class !== 'ordinary') {
    const needed = [`class:${row.record_class}`, 'referral:answer'];
    const able = await organisationsWhereSomebodyMay(ctx, [organisationId], needed);
    if (!able.has(organisationId)) return { reason: 'class_missing' };
  }
  return judgeSharing(ctx, row, organisationId);
}

function depthAfter(row: ReferralRow, onward: OnwardRow): number {
  return onward.kind === 'refer_on' ? row.depth + 1 : row.depth;
}

type Sent = { onward: OnwardRow; organisationId: string; basis: SharingBasis };

/** Sends it on in the name of who asked first: they stay the one who asked, and see the chain as one story. */
async function sendOn(ctx: Ctx<Tables>, row: ReferralRow, { onward, organisationId, basis }: Sent): Promise<string> {
  const { person_id, screening_id, need_code, from_organisation_id, from_account_id, priority, record_class, area_id } =
    row;
  const isOn = onward.kind === 'refer_on';
  const expected = { stage: 'answer' as const, needCode: need_code, organisationId, priority };
  const inTheirName: Actor = { ...ctx.actor, organisationId: from_organisation_id };
  const next = await insertSent(ctx.db, inTheirName, {
    person_id,
    referral_id: newId(ctx.now.getTime()),
    screening_id,
    consent_id: basis.kind === 'consent' ? basis.id : null,
    override_id: basis.kind === 'override' ? basis.id : null,
    need_code,
    service_id: onward.service_id,
    organisation_id: organisationId,
    from_organisation_id,
    from_account_id,
    follows_referral_id: isOn ? row.referral_id : null,
    part_of_referral_id: isOn ? null : row.referral_id,
    depth: depthAfter(row, onward),
    status: 'requested',
    priority,
    record_class,
    note: null,
    area_id,
    created_at: ctx.now,
    sent_at: ctx.now,
    ...dueColumns(await loadDeadlineBook(ctx, area_id), expected, ctx.now),
  });
  ctx.emit({
    type: 'referral.sent',
    subject: next.referral_id,
    personId: person_id,
    data: { needCode: need_code, organisationId, followsReferralId: row.referral_id, kind: onward.kind },
  });
  return next.referral_id;
}

/** Judges what was asked to go on, once: it is sent, or comes back to who asked first with the reason. */
export async function settleOnward(ctx: Ctx<Tables>, { subject, personId, data }: DeliveredEvent): Promise<void> {
  const onward = await lockOnward(ctx, String(data['onwardId']));
  const row = onward && (await lockReferralOf(ctx.db, personId ?? '', subject));
  if (onward === undefined || row === undefined) return;
  const judged = await judge(ctx, row, onward);
  const isBack = judged.reason !== null;
  const nextReferralId = isBack ? null : await sendOn(ctx, row, { onward, ...judged });
  await saveOnward(ctx, onward, { state: isBack ? 'back' : 'sent', reasonCode: judged.reason, nextReferralId });
  const same = { from: row.status, to: row.status, side: 'system', note: '', actor: ctx.actor } as const;
  const step = isBack ? 'came_back' : 'went_on';
  await insertStep(ctx.db, { row, step, ...same, reasonCode: judged.reason, now: ctx.now });
  ctx.emit({
    type: isBack ? 'referral.came_back' : 'referral.went_on',
    subject: row.referral_id,
    personId: row.person_id,
    reason: judged.reason,
    data: {
      needCode: row.need_code,
      nextReferralId,
      fromOrganisationId: row.from_organisation_id,
      navigatorAccountId: row.from_account_id,
    },
  });
}

/** Whoever asked lets be what came back: the need is met otherwise, or not to be met this way. */
export async function leaveOnward(ctx: Ctx<Tables>, { referralId }: { referralId: string }): Promise<{ done: true }> {
  const row = (await lockReferral(ctx.db, ctx.actor, referralId)) ?? refuse('referral_not_found');
  if (!(await decideOnward(ctx, { personId: row.person_id, referralId }))) refuse('nothing_came_back');
  ctx.emit({ type: 'referral.onward_left', subject: referralId, personId: row.person_id });
  return { done: true };
}
