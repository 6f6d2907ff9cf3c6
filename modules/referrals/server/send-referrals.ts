import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAgreedWith } from '@qantara/agreements/server';
import { somebodyMay } from '@qantara/identity/server';
import { holdsClass } from '@qantara/people/domain';
import { findLiveConsent, lockVisibleCard } from '@qantara/people/server';
import type { Consent, DataCategory, PersonCard } from '@qantara/people/contract';
import type { Referral, SendReferrals } from '../contract/index.ts';
import { dueAt } from '../domain/index.ts';
import { insertSent, toReferral } from './referral-store.ts';
import { loadSendingFacts, type SendingFacts } from './sending-view.ts';
import type { ReferralsTables } from './tables.gen.ts';

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

async function getConsent(ctx: Ctx<ReferralsTables>, given: SendReferrals, recipient: string): Promise<Consent> {
  const sharing = { purpose: 'referral' as const, recipient, categories: categoriesOf(given), at: ctx.now };
  return (await findLiveConsent(ctx, given.personId, sharing)) ?? refuse('consent_missing');
}

/** Consent says what the person wants; an agreement, what the organisations may. Within one organisation none is needed. */
async function checkAgreed(ctx: Ctx<ReferralsTables>, given: SendReferrals, to: string[]): Promise<Agreed> {
  const from = ctx.actor.organisationId ?? '';
  const agreed = await listAgreedWith(ctx, { from, to, purpose: 'referral', categories: categoriesOf(given) });
  if (to.some((organisationId) => !agreed.has(organisationId))) refuse('agreement_missing');
  return agreed;
}

/** A class that nobody there has would be a referral that nobody reads: a person who gets no help. */
async function checkClass(ctx: Ctx<ReferralsTables>, given: SendReferrals, to: string[]): Promise<void> {
  if (given.recordClass === 'ordinary') return;
  if (!holdsClass(ctx.actor, given.recordClass)) refuse('class_not_held');
  for (const organisationId of to)
    if (!(await somebodyMay(ctx, organisationId, [`class:${given.recordClass}`, 'referral:answer'])))
      refuse('nobody_holds_class');
}

async function sendOne(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
  to: { service: Service; consent: Consent; person: PersonCard; agreementId: string | null },
): Promise<Referral> {
  const row = await insertSent(ctx.db, ctx.actor, {
    person_id: given.personId,
    referral_id: newId(ctx.now.getTime()),
    screening_id: given.screeningId,
    consent_id: to.consent.consentId,
    need_code: given.needCode,
    service_id: to.service.serviceId,
    organisation_id: to.service.organisationId,
    from_organisation_id: ctx.actor.organisationId ?? '',
    from_account_id: ctx.actor.accountId ?? '',
    status: 'requested',
    priority: given.priority,
    record_class: given.recordClass,
    note: given.note === '' ? null : given.note,
    area_id: to.person.areaId,
    created_at: ctx.now,
    sent_at: ctx.now,
    due_at: dueAt(ctx.now, given.priority),
  });
  ctx.emit({
    type: 'referral.sent',
    subject: row.referral_id,
    personId: row.person_id,
    data: {
      needCode: row.need_code,
      organisationId: row.organisation_id,
      consentId: to.consent.consentId,
      agreementId: to.agreementId,
    },
  });
  return toReferral(row);
}

/**
 * Sends one need of a person to one or several services, all or none. Refuses `consent_missing` unless the person's
 * live consent names each partner and covers what is sent: no consent, no referral (design rule 3); `agreement_missing` unless an
 * agreement between the two organisations that runs today lets it pass (D2.1); `class_not_held` where the sender's role does not have the
 * class, `nobody_holds_class` where nobody at a partner does.
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
  const agreed = await checkAgreed(ctx, given, partners);
  const referrals: Referral[] = [];
  for (const service of facts.services) {
    const consent = await getConsent(ctx, given, service.organisationId);
    const agreementId = agreed.get(service.organisationId) ?? null;
    referrals.push(await sendOne(ctx, given, { service, consent, person, agreementId }));
  }
  return { referrals };
}
