import { route } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from '../person-id.ts';
import { ConsentText, ConsentTextKey, DraftedText, PeopleSetting } from './consent-text.ts';
import { Consent, ConsentId, ConsentRefusal, NewConsent, NewRefusal } from './consent.ts';
import { GivenReceipt, MadeReceipt, ReceiptFacts, ReceiptToken } from './receipt.ts';
import { NewOverride, OverrideId, SharingOverride } from './sharing-override.ts';

const done = z.object({ done: z.literal(true) });

const words = {
  recordConsent: route({
    path: 'POST /people/:personId/consents',
    may: 'consent:record',
    input: NewConsent,
    output: Consent,
    refusals: [
      'person_not_found',
      'recipient_not_found',
      'consent_text_changed',
      'guardian_needed',
      'child_word_needed',
      'child_disagreed',
      'proxy_not_entitled',
      'proxy_name_needed',
      'refused_lately',
    ],
  }),
  recordRefusal: route({
    path: 'POST /people/:personId/consent-refusals',
    may: 'consent:record',
    input: NewRefusal,
    output: ConsentRefusal,
    refusals: ['person_not_found', 'recipient_not_found', 'consent_text_changed', 'consent_in_force'],
  }),
  withdrawConsent: route({
    path: 'POST /people/:personId/consents/:consentId/withdraw',
    may: 'consent:withdraw',
    input: z.object({ personId: PersonId, consentId: ConsentId }),
    output: Consent,
    refusals: ['person_not_found', 'consent_not_found', 'consent_already_withdrawn'],
  }),
};

const texts = {
  listConsentTexts: route({
    path: 'GET /consent-texts',
    may: 'consent_text:write',
    input: z.object({}),
    output: PeopleSetting.extend({ texts: z.array(ConsentText) }),
    refusals: [],
  }),
  /** What is read today, and from which age somebody decides alone. */
  listCurrentTexts: route({
    path: 'GET /public/consent-texts',
    may: 'anyone',
    input: z.object({}),
    output: PeopleSetting.extend({ texts: z.array(ConsentText) }),
    refusals: [],
  }),
  /** One version, as it was read, for whoever agreed under it; a draft is nobody's business yet. */
  getConsentText: route({
    path: 'GET /public/consent-texts/:purpose/:number',
    may: 'anyone',
    input: ConsentTextKey,
    output: ConsentText,
    refusals: ['consent_text_not_found'],
  }),
  draftConsentText: route({
    path: 'POST /consent-texts/:purpose',
    may: 'consent_text:write',
    input: DraftedText,
    output: ConsentText,
    refusals: ['consent_text_draft_changed'],
  }),
  publishConsentText: route({
    path: 'POST /consent-texts/:purpose/:number/publish',
    may: 'consent_text:write',
    input: ConsentTextKey.extend({ version: z.coerce.number().int() }),
    output: ConsentText,
    refusals: ['consent_text_not_found', 'consent_text_draft_changed', 'consent_text_not_whole'],
  }),
  setAgeOfMajority: route({
    path: 'POST /people-settings',
    may: 'consent_text:write',
    input: PeopleSetting,
    output: PeopleSetting,
    refusals: [],
  }),
};

const receipts = {
  giveReceipt: route({
    path: 'POST /people/:personId/consents/:consentId/receipt',
    may: 'consent:record',
    input: GivenReceipt,
    output: MadeReceipt,
    refusals: ['person_not_found', 'consent_not_found', 'consent_not_in_force'],
  }),
  openReceipt: route({
    path: 'POST /receipts/open',
    may: 'anyone',
    input: ReceiptToken,
    output: ReceiptFacts,
    refusals: ['receipt_not_valid', 'too_many_requests'],
    tries: true,
  }),
};

const overrides = {
  recordOverride: route({
    path: 'POST /people/:personId/overrides',
    may: 'consent:override',
    input: NewOverride,
    output: SharingOverride,
    refusals: ['person_not_found', 'recipient_not_found', 'basis_needs_child'],
  }),
  endOverride: route({
    path: 'POST /people/:personId/overrides/:overrideId/end',
    may: 'consent:override',
    input: z.object({ personId: PersonId, overrideId: OverrideId }),
    output: done,
    refusals: ['person_not_found', 'override_not_found', 'override_ended'],
  }),
};

export const consentRoutes = { ...words, ...texts, ...receipts, ...overrides };
