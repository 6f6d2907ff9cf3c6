import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAgreedWith } from '@qantara/agreements/server';
import { organisationsWhereSomebodyMay } from '@qantara/identity/server';
import { holdsClass, type SharingBasis } from '@qantara/people/domain';
import { listSharingBases, lockVisibleCard } from '@qantara/people/server';
import type { DataCategory } from '@qantara/people/contract';
import type { Referral, SendReferrals } from '../../contract/index.ts';
import { decideOnward } from '../onward/onward-store.ts';
import { insertSent, lockReferral, toReferral } from '../referral-store.ts';
import { loadSendingFacts, type SendingFacts } from './sending-view.ts';
import { dueColumns, loadDeadlineBook, type DeadlineBook } from '../deadlines/set-deadline.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** With whom it is agreed, and by which agreement. */
type Agreed = ReadonlyMap<string, string | null>;
type Service = SendingFacts['services'][number];

function checkFacts(facts: SendingFacts, given: SendReferrals): void {
  if (!facts.isKnownNeed) refuse('need_not_found', { fields: [{ path: 'needCode', code: 'not_a_choice' }] });
  if (facts.services.length < new Set(given.serviceIds).size) refuse('service_not_found');
  if (facts.services.some((service) => !service.takesReferrals)) refuse('service_takes_no_referrals');
  if (facts.isAlreadyReferred) refuse('already_referred');
}

/** What a referral carries; a note is one more thing to have agreed to. */
function categoriesOf(given: SendReferrals): DataCategory[] {
  return given.note === '' ? ['identity', 'need'] : ['identity', 'need', 'note'];
}

/** By what right the partner may be told, the person's own word first; and what the organisations agreed to, where it is needed. */
async function getBasis(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
  to: { recipient: string; agreed: Agreed },
): Promise<SharingBasis> {
  const { recipient, agreed } = to;
  const sharing = { purpose: 'referral' as const, recipient, categories: categoriesOf(given), at: ctx.now };
  const bases = await listSharingBases(ctx, given.personId, sharing);
  if (bases.length === 0) refuse('consent_missing');
  return bases.find((basis) => !basis.needsAgreement || agreed.has(recipient)) ?? refuse('agreement_missing');
}

/** With which of these partners it is agreed that this passes, today. Within one organisation no agreement is needed. */
async function listAgreed(ctx: Ctx<ReferralsTables>, given: SendReferrals, to: string[]): Promise<Agreed> {
  const from = ctx.actor.organisationId ?? '';
  return listAgreedWith(ctx, { from, to, purpose: 'referral', categories: categoriesOf(given) });
}

/** A class that nobody there has would be a referral that nobody reads: a person who gets no help. */
async function checkClass(ctx: Ctx<ReferralsTables>, given: SendReferrals, to: string[]): Promise<void> {
  if (given.recordClass === 'ordinary') return;
  if (!holdsClass(ctx.actor, given.recordClass)) refuse('class_not_held');
  const needed = [`class:${given.recordClass}`, 'referral:answer'];
  const able = await organisationsWhereSomebodyMay(ctx, to, needed);
  if (!to.every((organisationId) => able.has(organisationId))) refuse('nobody_holds_class');
}

/** What all that are sent at once begin with. */
type Beginning = { areaId: string | null; depth: number; book: DeadlineBook };

async function sendOne(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
  to: { service: Service; basis: SharingBasis; agreementId: string | null; of: Beginning },
): Promise<Referral> {
  const consentId = to.basis.kind === 'consent' ? to.basis.id : null;
  const overrideId = to.basis.kind === 'override' ? to.basis.id : null;
  const row = await insertSent(ctx.db, ctx.actor, {
    person_id: given.personId,
    referral_id: newId(ctx.now.getTime()),
    screening_id: given.screeningId,
    consent_id: consentId,
    override_id: overrideId,
    need_code: given.needCode,
    service_id: to.service.serviceId,
    organisation_id: to.service.organisationId,
    from_organisation_id: ctx.actor.organisationId ?? '',
    from_account_id: ctx.actor.accountId ?? '',
    status: 'requested',
    priority: given.priority,
    record_class: given.recordClass,
    note: given.note === '' ? null : given.note,
    area_id: to.of.areaId,
    follows_referral_id: given.followsReferralId,
    part_of_referral_id: null,
    depth: to.of.depth,
    created_at: ctx.now,
    sent_at: ctx.now,
    ...dueColumns(to.of.book, { stage: 'answer', organisationId: to.service.organisationId, ...given }, ctx.now),
  });
  ctx.emit({
    type: 'referral.sent',
    subject: row.referral_id,
    personId: row.person_id,
    data: {
      needCode: row.need_code,
      organisationId: row.organisation_id,
      consentId,
      overrideId,
      agreementId: to.agreementId,
    },
  });
  return toReferral(row);
}

/** How deep a referral is that takes the place of one that came back; that one is decided with it. Refuses `referral_not_found`. */
async function followedDepth(ctx: Ctx<ReferralsTables>, given: SendReferrals): Promise<number> {
  const { personId, followsReferralId } = given;
  if (followsReferralId === null) return 0;
  const followed = await lockReferral(ctx.db, ctx.actor, followsReferralId);
  if (followed === undefined || followed.person_id !== personId) return refuse('referral_not_found');
  await decideOnward(ctx, { personId, referralId: followsReferralId });
  return followed.depth + 1;
}

/**
 * Sends one need of a person to one or several services, all or none. Refuses `consent_missing` unless the person's
 * live consent, or a recorded lawful basis in its place, names each partner and covers what is sent (design rule 3);
 * `agreement_missing` unless an agreement between the two organisations that runs today lets it pass (D2.1), where one is needed;
 * `class_not_held` where the sender's role does not have the class, `nobody_holds_class` where nobody at a partner does.
 */
export async function sendReferrals(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
): Promise<{ referrals: Referral[] }> {
  const person = (await lockVisibleCard(ctx, given.personId)) ?? refuse('person_not_found');
  const facts = await loadSendingFacts(ctx.db, given);
  checkFacts(facts, given);
  const partners = facts.services.map(({ organisationId }) => organisationId);
  await checkClass(ctx, given, partners);
  const agreed = await listAgreed(ctx, given, partners);
  const { areaId } = person;
  const of = { areaId, depth: await followedDepth(ctx, given), book: await loadDeadlineBook(ctx, areaId) };
  const referrals: Referral[] = [];
  for (const service of facts.services) {
    const basis = await getBasis(ctx, given, { recipient: service.organisationId, agreed });
    const agreementId = agreed.get(service.organisationId) ?? null;
    referrals.push(await sendOne(ctx, given, { service, basis, agreementId, of }));
  }
  return { referrals };
}
