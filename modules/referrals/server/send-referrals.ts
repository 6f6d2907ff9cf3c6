import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findLiveConsent, findVisiblePerson } from '@qantara/people/server';
import type { Consent, DataCategory, Person } from '@qantara/people/contract';
import type { Referral, SendReferrals } from '../contract/index.ts';
import { dueAt } from '../domain/index.ts';
import { insertReferral, insertStep, isAlreadyReferred, toReferral } from './referral-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Db = Ctx<ReferralsTables>['db'];
type Service = { serviceId: string; organisationId: string };

async function getServices(db: Db, serviceIds: string[]): Promise<Service[]> {
  const ids = [...new Set(serviceIds)];
  const rows = await db
    .selectFrom('directory.published_service as service')
    .innerJoin(
      'organisations.published_organisation as organisation',
      'organisation.organisation_id',
      'service.organisation_id',
    )
    .select(['service.service_id', 'service.organisation_id', 'service.status', 'organisation.receives_referrals'])
    .where('service.service_id', 'in', ids)
    .execute();
  if (rows.length < ids.length) refuse('service_not_found');
  if (rows.some((row) => row.status !== 'active' || row.receives_referrals !== true))
    refuse('service_takes_no_referrals');
  return rows.map((row) => ({ serviceId: row.service_id ?? '', organisationId: row.organisation_id ?? '' }));
}

async function checkNeed(db: Db, needCode: string): Promise<void> {
  const found = await db
    .selectFrom('directory.published_need')
    .select('need_code')
    .where('need_code', '=', needCode)
    .executeTakeFirst();
  if (found === undefined) refuse('need_not_found', { fields: [{ path: 'needCode', code: 'not_a_choice' }] });
}

/** What a referral carries; a note is one more thing to have agreed to. */
function categoriesOf(given: SendReferrals): DataCategory[] {
  return given.note === '' ? ['identity', 'need'] : ['identity', 'need', 'note'];
}

async function getConsent(ctx: Ctx<ReferralsTables>, given: SendReferrals, recipient: string): Promise<Consent> {
  const sharing = { purpose: 'referral' as const, recipient, categories: categoriesOf(given), at: ctx.now };
  return (await findLiveConsent(ctx, given.personId, sharing)) ?? refuse('consent_missing');
}

async function sendOne(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
  to: { service: Service; consent: Consent; person: Person },
): Promise<Referral> {
  const row = await insertReferral(ctx.db, {
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
    note: given.note === '' ? null : given.note,
    area_id: to.person.areaId,
    created_at: ctx.now,
    sent_at: ctx.now,
    due_at: dueAt(ctx.now, given.priority),
  });
  const step = { row, step: 'send', from: 'draft', to: 'requested', side: 'requester' } as const;
  await insertStep(ctx.db, { ...step, reasonCode: null, note: '', actor: ctx.actor, now: ctx.now });
  ctx.emit({
    type: 'referral.sent',
    subject: row.referral_id,
    personId: row.person_id,
    data: { needCode: row.need_code, organisationId: row.organisation_id, consentId: to.consent.consentId },
  });
  return toReferral(row);
}

/**
 * Sends one need of a person to one or several services, all or none. Refuses `consent_missing` unless the person's
 * live consent names each partner and covers what is sent: no consent, no referral (design rule 3).
 */
export async function sendReferrals(
  ctx: Ctx<ReferralsTables>,
  given: SendReferrals,
): Promise<{ referrals: Referral[] }> {
  const person = (await findVisiblePerson(ctx, given.personId)) ?? refuse('person_not_found');
  await checkNeed(ctx.db, given.needCode);
  const services = await getServices(ctx.db, given.serviceIds);
  if (await isAlreadyReferred(ctx.db, given)) refuse('already_referred');
  const referrals: Referral[] = [];
  for (const service of services) {
    const consent = await getConsent(ctx, given, service.organisationId);
    referrals.push(await sendOne(ctx, given, { service, consent, person }));
  }
  return { referrals };
}
