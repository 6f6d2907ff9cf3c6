import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Consent, NewConsent } from '../contract/index.ts';
import { findConsent, insertConsent, saveWithdrawal } from './consent-store.ts';
import { findPerson } from './person-store.ts';
import type { PeopleTables } from './tables.gen.ts';

/** Records what the person agreed to, for partners by name. Refuses `person_not_found`, `recipient_not_found`. */
export async function recordConsent(ctx: Ctx<PeopleTables>, given: NewConsent): Promise<Consent> {
  if ((await findPerson(ctx.db, ctx.actor, given.personId)) === undefined) refuse('person_not_found');
  const known = await listOrganisationNames(ctx, given.recipients);
  if (given.recipients.some((recipient) => !known.has(recipient))) refuse('recipient_not_found');
  const by = { accountId: ctx.actor.accountId, organisationId: ctx.actor.organisationId, now: ctx.now };
  const consent = await insertConsent(ctx.db, given, by);
  ctx.emit({
    type: 'consent.recorded',
    subject: consent.consentId,
    personId: given.personId,
    data: { purpose: given.purpose, categories: given.categories, recipients: consent.recipients },
  });
  return consent;
}

async function takeBack(ctx: Ctx<PeopleTables>, of: { personId: string; consentId: string }): Promise<Consent> {
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

/** Takes a consent back. The next read under it finds nothing. */
export async function withdrawConsent(
  ctx: Ctx<PeopleTables>,
  { personId, consentId }: { personId: string; consentId: string },
): Promise<Consent> {
  if ((await findPerson(ctx.db, ctx.actor, personId)) === undefined) refuse('person_not_found');
  return takeBack(ctx, { personId, consentId });
}
