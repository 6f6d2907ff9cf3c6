import { IsoDate, route } from '@qantara/kernel';
import { z } from 'zod';
import { Agreement, AgreementId, ChangedDraft, NewAgreement, NewNote, Renewal, Signature } from './agreement.ts';

const one = z.object({ agreementId: AgreementId });

export const agreementsRoutes = {
  listAgreements: route({
    path: 'GET /agreements',
    may: 'agreement:read',
    input: z.object({}),
    output: z.object({ agreements: z.array(Agreement) }),
    refusals: [],
  }),
  getAgreement: route({
    path: 'GET /agreements/:agreementId',
    may: 'agreement:read',
    input: one,
    output: Agreement,
    refusals: ['agreement_not_found'],
  }),
  addAgreement: route({
    path: 'POST /agreements',
    may: 'agreement:write',
    input: NewAgreement,
    output: Agreement,
    refusals: ['organisation_not_found', 'ends_before_start'],
  }),
  /** Writes over a draft that was read; what was offered for signature stays as it was offered. */
  changeDraft: route({
    path: 'POST /agreements/:agreementId/draft',
    may: 'agreement:write',
    input: ChangedDraft,
    output: Agreement,
    refusals: [
      'agreement_not_found',
      'agreement_offered',
      'agreement_changed',
      'organisation_not_found',
      'ends_before_start',
    ],
  }),
  /** From now on it can be signed, and not be changed any more. */
  offerAgreement: route({
    path: 'POST /agreements/:agreementId/offer',
    may: 'agreement:write',
    input: one.extend({ version: z.coerce.number().int() }),
    output: Agreement,
    refusals: ['agreement_not_found', 'agreement_offered', 'agreement_changed', 'agreement_ended'],
  }),
  /** A draft of the same between those who are still in it, for other days. */
  renewAgreement: route({
    path: 'POST /agreements/:agreementId/renew',
    may: 'agreement:write',
    input: Renewal,
    output: Agreement,
    refusals: [
      'agreement_not_found',
      'agreement_not_offered',
      'already_renewed',
      'ends_before_start',
      'too_few_parties',
    ],
  }),
  noteAgreement: route({
    path: 'POST /agreements/:agreementId/notes',
    may: 'agreement:read',
    input: NewNote,
    output: Agreement,
    refusals: ['agreement_not_found'],
  }),
  addParty: route({
    path: 'POST /agreements/:agreementId/parties',
    may: 'agreement:write',
    input: one.extend({ organisationId: z.uuid() }),
    output: Agreement,
    refusals: ['agreement_not_found', 'agreement_ended', 'organisation_not_found', 'already_party'],
  }),
  signAgreement: route({
    path: 'POST /agreements/:agreementId/sign',
    may: 'agreement:write',
    input: Signature,
    output: Agreement,
    refusals: [
      'agreement_not_found',
      'agreement_ended',
      'agreement_not_offered',
      'party_not_found',
      'already_signed',
      'day_not_here_yet',
    ],
  }),
  leaveAgreement: route({
    path: 'POST /agreements/:agreementId/leave',
    may: 'agreement:write',
    input: one.extend({ organisationId: z.uuid(), leftOn: IsoDate }),
    output: Agreement,
    refusals: ['agreement_not_found', 'party_not_found', 'not_signed_yet', 'left_before_signing', 'already_left'],
  }),
  endAgreement: route({
    path: 'POST /agreements/:agreementId/end',
    may: 'agreement:write',
    input: one.extend({
      endedOn: IsoDate,
      reason: z.string().trim().min(1).max(500),
      version: z.coerce.number().int(),
    }),
    output: Agreement,
    refusals: ['agreement_not_found', 'agreement_ended', 'agreement_changed', 'ends_before_start', 'ends_after_end'],
  }),
};
