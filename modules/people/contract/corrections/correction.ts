import { idOf, IsoDateTime, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { PersonId } from '../person-id.ts';

export const CorrectionId = idOf('CorrectionId');
export type CorrectionId = Id<'CorrectionId'>;

/** What a person says is wrong in their record. */
export const CorrectionField = z.enum(['name', 'birth', 'language', 'contact', 'other']);
export type CorrectionField = z.infer<typeof CorrectionField>;

export const CorrectionStatus = z.enum(['waiting', 'accepted', 'declined']);
export type CorrectionStatus = z.infer<typeof CorrectionStatus>;

/** A correction that a person asked for; whoever looks after them writes it, or says why not. */
export const CorrectionRequest = z.object({
  correctionId: CorrectionId,
  personId: PersonId,
  field: CorrectionField,
  whatIsWrong: z.string(),
  whatIsRight: z.string(),
  status: CorrectionStatus,
  askedAt: IsoDateTime,
  decidedAt: IsoDateTime.nullable(),
  declineReason: z.string().nullable(),
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

export const NewCorrection = z.object({
  field: CorrectionField,
  whatIsWrong: z.string().trim().min(2).max(500),
  whatIsRight: z.string().trim().min(1).max(500),
});
export type NewCorrection = z.infer<typeof NewCorrection>;

const one = z.object({ personId: PersonId, correctionId: CorrectionId });

/** The record, and what was asked; the record's own refusals come with it. */
export const correctionRoutes = {
  askCorrection: route({
    path: 'POST /my-record/corrections',
    may: 'request:follow',
    input: NewCorrection,
    output: CorrectionRequest,
    refusals: ['person_not_found', 'too_many_corrections'],
  }),
  listCorrections: route({
    path: 'GET /corrections',
    may: 'person:write',
    input: z.object({}),
    output: z.object({
      corrections: z.array(CorrectionRequest.extend({ displayName: z.string().nullable() })),
    }),
    refusals: [],
    opens: true,
  }),
  acceptCorrection: route({
    path: 'POST /people/:personId/corrections/:correctionId/accept',
    may: 'person:write',
    input: one,
    output: CorrectionRequest,
    refusals: [
      'person_not_found',
      'correction_not_found',
      'correction_decided',
      'correction_by_hand_first',
      'correction_unreadable',
      'person_changed',
      'name_or_contact_needed',
      'name_needs_agreement',
    ],
  }),
  declineCorrection: route({
    path: 'POST /people/:personId/corrections/:correctionId/decline',
    may: 'person:write',
    input: one.extend({ declineReason: z.string().trim().min(5).max(500) }),
    output: CorrectionRequest,
    refusals: ['person_not_found', 'correction_not_found', 'correction_decided'],
  }),
};
