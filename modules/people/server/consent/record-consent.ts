import { dayIn, refuse, type FieldFault } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Consent, ConsentPurpose, Minority, NewConsent, Person } from '../../contract/index.ts';
import { faultOfGiver, isResting, minorityOn, type GiverFault } from '../../domain/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { findConsent, insertConsent, saveWithdrawal } from './consent-store.ts';
import { listRefusals } from './refusal-store.ts';
import { findAgeOfMajority, findCurrentNumber } from './text-store.ts';

type PeopleCtx = Ctx<PeopleTables>;

/** Whether the person is of age today, by the law of the region and as far as their birth is known. */
export async function minorityNow(ctx: PeopleCtx, person: Person): Promise<Minority> {
  const ageOfMajority = await findAgeOfMajority(ctx.db);
  return minorityOn(person.birth, { day: dayIn(ctx.timeZone, ctx.now), ageOfMajority });
}

/** Partners that are no organisation, and a text that is no longer the one that is read, are refused. */
export async function checkAsked(
  ctx: PeopleCtx,
  asked: { recipients: readonly string[]; purpose: ConsentPurpose; textNumber?: number },
): Promise<void> {
  const known = await listOrganisationNames(ctx, [...asked.recipients]);
  if (asked.recipients.some((recipient) => !known.has(recipient))) refuse('recipient_not_found');
  if (asked.textNumber === undefined) return;
  if ((await findCurrentNumber(ctx.db, asked.purpose)) !== asked.textNumber) refuse('consent_text_changed');
}

/** The field of the form at which each fault is to be mended; its message says what is wrong, not only that it is missing. */
const FAULTS: Record<GiverFault, FieldFault> = {
  guardian_needed: { path: 'proxyRelation', code: 'guardian_needed' },
  child_word_needed: { path: 'childAssent', code: 'child_word_needed' },
  child_disagreed: { path: 'childAssent', code: 'child_disagreed' },
  proxy_not_entitled: { path: 'proxyRelation', code: 'proxy_not_entitled' },
  proxy_name_needed: { path: 'proxyName', code: 'proxy_name_needed' },
};

function checkGiver(given: NewConsent, minority: Minority): void {
  const fault = faultOfGiver(given, minority);
  if (fault !== null) refuse(fault, { fields: [FAULTS[fault]] });
}

/**
 * Records what the person agreed to, or who decides for them, for partners by name and under the text that was read. Refuses what
 * `domain/consent/consent-giver.ts` refuses, a text that is no longer read, and `refused_lately` where the person said no to the
 * same within a month and did not come back to it by themselves.
 */
export async function recordConsent(ctx: PeopleCtx, given: NewConsent): Promise<Consent> {
  const person = (await findPerson(ctx.db, ctx.actor, given.personId)) ?? refuse('person_not_found');
  await checkAsked(ctx, given);
  const minority = await minorityNow(ctx, person);
  checkGiver(given, minority);
  const refusals = await listRefusals(ctx.db, [given.personId]);
  if (!given.isOwnWish && isResting(refusals, given, ctx.now))
    refuse('refused_lately', { fields: [{ path: 'isOwnWish', code: 'refused_lately' }] });
  const { accountId, organisationId } = ctx.actor;
  const consent = await insertConsent(ctx.db, given, { accountId, organisationId, now: ctx.now, minority });
  ctx.emit({
    type: 'consent.recorded',
    subject: consent.consentId,
    personId: given.personId,
    data: {
      purpose: given.purpose,
      categories: given.categories,
      recipients: consent.recipients,
      textNumber: given.textNumber,
      locale: given.locale,
      proxyRelation: given.proxyRelation,
    },
  });
  return consent;
}

async function takeBack(ctx: PeopleCtx, of: { personId: string; consentId: string }): Promise<Consent> {
  const consent = (await findConsent(ctx.db, of.personId, of.consentId)) ?? refuse('consent_not_found');
  if (!(await saveWithdrawal(ctx.db, consent, ctx.now))) refuse('consent_already_withdrawn');
  const data = { recipients: consent.recipients };
  ctx.emit({ type: 'consent.withdrawn', subject: of.consentId, personId: of.personId, data });
  return { ...consent, withdrawnAt: ctx.now.toISOString() };
}

/** The person takes their own consent back. Refuses `consent_not_found`, `consent_already_withdrawn`. */
export async function withdrawOwnConsent(ctx: AnyCtx, of: { personId: string; consentId: string }): Promise<Consent> {
  return takeBack(withTables<PeopleTables>(ctx), of);
}

/** Takes a consent back. The next read under it finds nothing, and those who had received by it are told. */
export async function withdrawConsent(
  ctx: PeopleCtx,
  { personId, consentId }: { personId: string; consentId: string },
): Promise<Consent> {
  if ((await findPerson(ctx.db, ctx.actor, personId)) === undefined) refuse('person_not_found');
  return takeBack(ctx, { personId, consentId });
}
