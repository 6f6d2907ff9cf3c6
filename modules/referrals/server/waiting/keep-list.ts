import { refuse } from '@qantara/kernel';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import { listBases } from '@qantara/people/domain';
import { listSharedNames, loadSharingWords } from '@qantara/people/server';
import type { LeaveList, ListedWaitList, MoveEntry, ReferralId, WaitList } from '../../contract/index.ts';
import { sideOf } from '../../domain/index.ts';
import { lockReferral, lockReferralOf } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { tellOfList } from './offer-place.ts';
import {
  findListOf,
  leaveList,
  listEntries,
  listLists,
  listWaitsOf,
  OF_RANK,
  saveEntry,
  saveRule,
} from './wait-store.ts';

type Tables = ReferralsTables;

export async function listWaitLists(ctx: Ctx<Tables>): Promise<{ lists: ListedWaitList[] }> {
  return { lists: await listLists(ctx) };
}

/** A service's list in its order; names as far as consent and agreement let the service know them now. */
export async function getWaitList(ctx: Ctx<Tables>, { serviceId }: { serviceId: string }): Promise<WaitList> {
  const list = (await findListOf(ctx, serviceId)) ?? refuse('service_not_found');
  const entries = await listEntries(ctx, serviceId);
  const organisationId = ctx.actor.organisationId ?? '';
  const names = await listSharedNames(
    ctx,
    entries.map((entry) => entry.person_id),
    organisationId,
  );
  return {
    serviceId,
    serviceName: list.name,
    tellsNumber: list.tellsNumber,
    entries: entries.map((entry) => ({
      referralId: entry.referral_id as ReferralId,
      personName: names.get(entry.person_id)?.name ?? null,
      priority: OF_RANK[entry.rank] ?? 'routine',
      state: entry.state,
      joinedAt: entry.joined_at.toISOString(),
      expiresAt: entry.expires_at?.toISOString() ?? null,
    })),
  };
}

export async function saveWaitRule(
  ctx: Ctx<Tables>,
  given: { serviceId: string; tellsNumber: boolean },
): Promise<WaitList> {
  if ((await findListOf(ctx, given.serviceId)) === undefined) refuse('service_not_found');
  await saveRule(ctx, given);
  ctx.emit({ type: 'wait_rule.saved', subject: given.serviceId, data: { tellsNumber: given.tellsNumber } });
  return getWaitList(ctx, given);
}

/** Moves somebody one place forward, with a reason that the story keeps. Refuses `wait_entry_not_found`, and `already_first`. */
export async function moveForward(ctx: Ctx<Tables>, given: MoveEntry): Promise<WaitList> {
  if ((await findListOf(ctx, given.serviceId)) === undefined) refuse('service_not_found');
  const entries = await listEntries(ctx, given.serviceId, true);
  const at = entries.findIndex((entry) => entry.referral_id === given.referralId);
  const [entry, before] = [entries[at], entries[at - 1]];
  if (entry === undefined || entry.state !== 'waiting') return refuse('wait_entry_not_found');
  if (before === undefined || before.state !== 'waiting') return refuse('already_first');
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('wait_entry_not_found');
  await saveEntry(ctx, entry, { rank: before.rank, place_at: new Date(before.place_at.getTime() - 1) });
  const { reasonCode } = given;
  await tellOfList(ctx, row, { step: 'moved', side: 'target', event: 'referral.moved_on_list', reasonCode });
  return getWaitList(ctx, given);
}

/** Takes somebody off a list at their own wish, or because help came elsewhere; the referral stays until it is ended. */
export async function leaveWaitList(ctx: Ctx<Tables>, given: LeaveList): Promise<{ done: true }> {
  const row = (await lockReferral(ctx.db, ctx.actor, given.referralId)) ?? refuse('referral_not_found');
  const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
  if (sideOf(ctx.actor, parties) !== 'requester') refuse('other_side_decides');
  const { reasonCode } = given;
  if (!(await leaveList(ctx, row, reasonCode))) refuse('wait_entry_not_found');
  await tellOfList(ctx, row, { step: 'left_list', side: 'requester', event: 'referral.left_list', reasonCode });
  return { done: true };
}

/** A consent that is taken back takes the person off the lists that only it let know of them. */
export async function leaveAfterConsent(ctx: Ctx<Tables>, { personId }: DeliveredEvent): Promise<void> {
  if (personId === null) return;
  const waiting = await listWaitsOf(ctx.db, personId);
  const words = await loadSharingWords(ctx, personId);
  for (const { referralId, organisationId: recipient } of waiting) {
    const sharing = { purpose: 'referral' as const, recipient, categories: ['identity' as const], at: ctx.now };
    const row = await lockReferralOf(ctx.db, personId, referralId);
    if (row === undefined || listBases(words, sharing).length > 0) continue;
    if (!(await leaveList(ctx, row, 'consent_ended'))) continue;
    const reasonCode = 'consent_ended';
    await tellOfList(ctx, row, { step: 'left_list', side: 'system', event: 'referral.left_list', reasonCode });
  }
}
