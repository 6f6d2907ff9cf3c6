import { markOf, refuse } from '@qantara/kernel';
import { countAttempt, forgiveAttempt, type Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import { renderSVG } from 'uqr';
import type { Consent, GivenReceipt, MadeReceipt, ReceiptFacts } from '../../contract/index.ts';
import { isLive } from '../../domain/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { findConsent } from './consent-store.ts';
import { findReceipt, saveReceipt } from './receipt-store.ts';

type PeopleCtx = Ctx<PeopleTables>;

const TRIES = { limit: 30, windowSeconds: 900 };
async function factsOf(ctx: PeopleCtx, consent: Consent, { form, locale }: GivenReceipt): Promise<ReceiptFacts> {
  const names = form === 'named' ? await listOrganisationNames(ctx, consent.recipients) : new Map();
  return {
    mark: markOf(consent.consentId),
    purpose: consent.purpose,
    categories: consent.categories,
    direction: consent.direction,
    partnerCount: consent.recipients.length,
    partnerNames: [...names.values()],
    agreedAt: consent.startsAt,
    endsAt: consent.endsAt,
    textNumber: consent.textNumber,
    locale,
    proxyRelation: consent.proxyRelation,
  };
}

/**
 * What the person takes home: what was agreed to, nobody's name and no need, and an address that opens the same as long as the consent
 * runs. Where paper is not safe nothing is made, and what was made before opens no more. Refuses `consent_not_in_force`.
 */
export async function giveReceipt(ctx: PeopleCtx, given: GivenReceipt): Promise<MadeReceipt> {
  if ((await findPerson(ctx.db, ctx.actor, given.personId)) === undefined) refuse('person_not_found');
  const consent = (await findConsent(ctx.db, given.personId, given.consentId)) ?? refuse('consent_not_found');
  if (!isLive(consent, ctx.now)) refuse('consent_not_in_force');
  const facts = await factsOf(ctx, consent, given);
  const token = await saveReceipt(ctx, given, { facts, endsAt: new Date(consent.endsAt) });
  const { form, personId } = given;
  ctx.emit({ type: 'consent.receipt_given', subject: consent.consentId, personId, data: { form } });
  if (token === null) return { form, facts: null, token: null, qrCode: null };
  const address = `${given.origin}/${given.locale}/receipt/${token}`;
  return { form, facts, token, qrCode: renderSVG(address, { border: 2 }) };
}

/** What the receipt of an address holds. A wrong address, one that has run out and one that was taken back answer alike. */
export async function openReceipt(ctx: PeopleCtx, { token }: { token: string }): Promise<ReceiptFacts> {
  const bucket = `consent receipt ${ctx.origin}`;
  if (!(await countAttempt(ctx, bucket, TRIES))) refuse('too_many_requests');
  const { personId, receiptId, facts } = (await findReceipt(ctx, token)) ?? refuse('receipt_not_valid');
  await forgiveAttempt(ctx, bucket);
  ctx.emit({ type: 'consent.receipt_opened', subject: receiptId, personId });
  return facts;
}
