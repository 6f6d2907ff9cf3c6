import { idOf, IsoDate, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { BodyId } from './body.ts';
import { MeetingId } from './meeting.ts';

export const CommitmentId = idOf('CommitmentId');
export type CommitmentId = Id<'CommitmentId'>;

/** Open until somebody begins; kept or dropped for good. */
export const CommitmentState = z.enum(['open', 'running', 'kept', 'dropped']);
export type CommitmentState = z.infer<typeof CommitmentState>;

export const Commitment = z.object({
  commitmentId: CommitmentId,
  bodyId: BodyId,
  bodyName: LocalizedText,
  organisationId: z.uuid(),
  organisationName: LocalizedText,
  ownerName: z.string().nullable(),
  wording: LocalizedText,
  dueOn: IsoDate,
  state: CommitmentState,
  isOverdue: z.boolean(),
  /** Whether the reader may say how it goes. */
  mayTell: z.boolean(),
  words: z.array(z.object({ state: CommitmentState, story: z.string(), saidAt: IsoDateTime })),
});
export type Commitment = z.infer<typeof Commitment>;

const nothing = (value: unknown): unknown => (value === '' || value === undefined ? null : value);

export const NewCommitment = z.object({
  bodyId: BodyId,
  meetingId: z.preprocess(nothing, MeetingId.nullable()).default(null),
  organisationId: z.uuid(),
  ownerName: z.preprocess(nothing, z.string().trim().max(120).nullable()).default(null),
  wording: LocalizedText,
  dueOn: IsoDate,
});
export type NewCommitment = z.infer<typeof NewCommitment>;

export const CommitmentWord = z.object({
  commitmentId: CommitmentId,
  state: CommitmentState,
  story: z.string().trim().min(1).max(2000),
});
export type CommitmentWord = z.infer<typeof CommitmentWord>;

/** What organisations promised. */
export const commitmentRoutes = {
  listCommitments: route({
    path: 'GET /governance/commitments',
    may: 'governance:read',
    input: z.object({
      organisationId: z.preprocess(nothing, z.uuid().nullable()).default(null),
      bodyId: z.preprocess(nothing, BodyId.nullable()).default(null),
    }),
    output: z.object({ commitments: z.array(Commitment) }),
    refusals: [],
  }),
  getCommitment: route({
    path: 'GET /governance/commitments/:commitmentId',
    may: 'governance:read',
    input: z.object({ commitmentId: CommitmentId }),
    output: Commitment,
    refusals: ['commitment_not_found'],
  }),
  addCommitment: route({
    path: 'POST /governance/commitments',
    may: 'governance:read',
    input: NewCommitment,
    output: Commitment,
    refusals: ['body_closed', 'body_not_found', 'meeting_not_found', 'not_the_secretary', 'organisation_not_found'],
  }),
  tellCommitment: route({
    path: 'POST /governance/commitments/:commitmentId/words',
    may: 'governance:read',
    input: CommitmentWord,
    output: Commitment,
    refusals: ['commitment_not_found', 'not_the_owner', 'commitment_settled'],
  }),
};
