import { refuse } from '@qantara/kernel';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import { listBases } from '@qantara/people/domain';
import { loadSharingWords } from '@qantara/people/server';
import type { AnswerOffer, Side } from '../../contract/index.ts';
import { deadlineBy, ruleFor, sideOf } from '../../domain/index.ts';
import { loadDeadlineBook } from '../deadlines/set-deadline.ts';
import type { ReferralRow } from '../referral-row.ts';
import { insertStep, lockOwnReferral, lockReferral, lockReferralOf } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { findListOf, leaveList, listEntries, lockEntry, saveEntry, takeExpired, type EntryRow } from './wait-store.ts';

type Tables = ReferralsTables;
type Told = { step: string; side: Side; event: `referral.${string}`; reasonCode?: string };

/** Writes what happened on the list into the story of the referral, and tells it. */
export async function tellOfList(ctx: Ctx<Tables>, row: ReferralRow, told: Told): Promise<void> {
  const { step, side, event, reasonCode = null } = told;
  const same = { from: row.status, to: row.status, side, note: '', actor: ctx.actor } as const;
  await insertStep(ctx.db, { row, step, ...same, reasonCode, now: ctx.now });
  ctx.emit({
    type: event,
    subject: row.referral_id,
    personId: row.person_id,
    reason: reasonCode,
    data: {
      needCode: row.need_code,
      serviceId: row.service_id,
      organisationId: row.organisation_id,
      fromOrganisationId: row.from_organisation_id,
      navigatorAccountId: row.from_account_id,
    },
  });
}

/** Whether the service may still know who it is: somebody whose consent ended cannot be offered anything there. */
async function isStillShared(ctx: Ctx<Tables>, entry: EntryRow): Promise<boolean> {
  const words = await loadSharingWords(ctx, entry.person_id);
  const { organisation_id: recipient } = entry;
  return listBases(words, { purpose: 'referral', recipient, categories: ['identity'], at: ctx.now }).length > 0;
}

async function offerTo(ctx: Ctx<Tables>, entry: EntryRow, row: ReferralRow): Promise<void> {
  const { need_code: needCode, organisation_id: organisationId, priority } = row;
  const { rules, calendar } = await loadDeadlineBook(ctx, row.area_id);
  const rule = ruleFor(rules, { stage: 'offer', needCode, organisationId, priority });
  const { dueAt } = deadlineBy(rule, calendar, ctx.now);
  await saveEntry(ctx, entry, { state: 'offered', offered_at: ctx.now, expires_at: dueAt });
  const side = ctx.actor.accountId === null ? 'system' : 'target';
  await tellOfList(ctx, row, { step: 'offer', side, event: 'referral.place_offered' });
}

/** Offers the place to the first who waits; to nobody while one offer is open. Those whose consent ended leave the list on the way. */
async function offerNext(ctx: Ctx<Tables>, serviceId: string): Promise<'offered' | 'open' | 'nobody'> {
  const entries = await listEntries(ctx, serviceId, true);
  if (entries.some(({ state }) => state === 'offered')) return 'open';
  for (const entry of entries) {
    const row = await lockReferralOf(ctx.db, entry.person_id, entry.referral_id);
    if (row === undefined || row.status !== 'on-hold') continue;
    if (await isStillShared(ctx, entry)) {
      await offerTo(ctx, entry, row);
      return 'offered';
    }
    await leaveList(ctx, entry, 'consent_ended');
    await tellOfList(ctx, row, {
      step: 'left_list',
      side: 'system',
      event: 'referral.left_list',
      reasonCode: 'consent_ended',
    });
  }
  return 'nobody';
}

/** A place is free: it is offered to the first on the list. Refuses `service_not_found`, `offer_is_open`, `nobody_waits`. */
export async function offerPlace(ctx: Ctx<Tables>, { serviceId }: { serviceId: string }): Promise<{ done: true }> {
  if ((await findListOf(ctx, serviceId)) === undefined) refuse('service_not_found');
  const outcome = await offerNext(ctx, serviceId);
  if (outcome === 'open') refuse('offer_is_open');
  if (outcome === 'nobody') refuse('nobody_waits');
  return { done: true };
}

async function answer(ctx: Ctx<Tables>, row: ReferralRow, given: { answer: 'accept' | 'decline'; side: Side }) {
  const entry = await lockEntry(ctx, row);
  const isOpen = entry?.state === 'offered' && entry.expires_at !== null && entry.expires_at > ctx.now;
  if (entry === undefined || !isOpen) return refuse('no_open_offer');
  const isAccepted = given.answer === 'accept';
  await saveEntry(ctx, entry, { state: isAccepted ? 'accepted' : 'declined', ended_at: ctx.now });
  await tellOfList(ctx, row, {
    step: isAccepted ? 'offer_accepted' : 'offer_declined',
    side: given.side,
    event: isAccepted ? 'referral.place_accepted' : 'referral.place_declined',
  });
  return { done: true as const };
}

/** What the person said of an offered place, written by who asked for them. Refuses `no_open_offer` once it has expired. */
export async function answerOffer(ctx: Ctx<Tables>, given: AnswerOffer): Promise<{ done: true }> {
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('referral_not_found');
  const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
  if (sideOf(ctx.actor, parties) !== 'requester') refuse('other_side_decides');
  return answer(ctx, row, { answer: given.answer, side: 'requester' });
}

/** The person's own answer to an offered place. Refuses `no_open_offer` once it has expired. */
export async function answerMyOffer(ctx: Ctx<Tables>, given: AnswerOffer): Promise<{ done: true }> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const row = (await lockOwnReferral(ctx.db, personId, given.referralId)) ?? refuse('referral_not_found');
  return answer(ctx, row, { answer: given.answer, side: 'person' });
}

/** What was not answered in time expires, is told, and the next is offered the place. Once, whatever the number of servers. */
export async function expireOffers(ctx: Ctx<Tables>): Promise<void> {
  for (const entry of await takeExpired(ctx)) {
    const row = await lockReferralOf(ctx.db, entry.person_id, entry.referral_id);
    if (row === undefined) continue;
    await saveEntry(ctx, entry, { state: 'expired', ended_at: ctx.now });
    await tellOfList(ctx, row, { step: 'offer_expired', side: 'system', event: 'referral.place_expired' });
    await offerNext(ctx, entry.service_id);
  }
}

/** A place that was declined goes to the next: asked for in the name of the region, since nobody may see who else waits. */
export async function offerAfterDecline(ctx: Ctx<Tables>, { data }: DeliveredEvent): Promise<void> {
  await offerNext(ctx, String(data['serviceId']));
}
