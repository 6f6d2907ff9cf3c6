import { idOf, IsoDate, IsoDateTime, LocalizedText, route, type Id } from '@qantara/kernel';
import { z } from 'zod';
import { nothing } from './nothing.ts';

export const IssueId = idOf('IssueId');
export type IssueId = Id<'IssueId'>;

/** What kind of thing does not go well between organisations (D2.2). */
export const IssueKind = z.enum([
  'communication',
  'data',
  'capacity',
  'agreement',
  'technology',
  'quality',
  'funding',
  'other',
]);
export type IssueKind = z.infer<typeof IssueKind>;

/** Open; solved; or accepted as it is, since nothing can be done about it. */
export const IssueState = z.enum(['open', 'solved', 'accepted']);
export type IssueState = z.infer<typeof IssueState>;

const NamedOrganisation = z.object({ organisationId: z.uuid(), name: LocalizedText });

export const IssueLine = z.object({
  issueId: IssueId,
  kind: IssueKind,
  title: z.string(),
  raisedBy: NamedOrganisation,
  organisations: z.array(NamedOrganisation),
  raisedOn: IsoDate,
  settledOn: IsoDate.nullable(),
  state: IssueState,
  /** How long it was open, or has been. */
  daysOpen: z.number().int(),
});
export type IssueLine = z.infer<typeof IssueLine>;

export const Issue = IssueLine.extend({
  wording: z.string(),
  words: z.array(z.object({ state: IssueState, words: z.string(), saidAt: IsoDateTime })),
});
export type Issue = z.infer<typeof Issue>;

export const NewIssue = z.object({
  kind: IssueKind,
  title: z.string().trim().min(1).max(120),
  wording: z.string().trim().min(1).max(4000),
  organisationIds: z.array(z.uuid()).min(1).max(30),
  raisedOn: IsoDate,
});
export type NewIssue = z.infer<typeof NewIssue>;

export const IssueWord = z.object({
  issueId: IssueId,
  state: IssueState,
  words: z.string().trim().min(1).max(4000),
});
export type IssueWord = z.infer<typeof IssueWord>;

export const issueRoutes = {
  listIssues: route({
    path: 'GET /partnership/issues',
    may: 'governance:read',
    input: z.object({
      state: z.preprocess(nothing, IssueState.nullable()).default(null),
      kind: z.preprocess(nothing, IssueKind.nullable()).default(null),
    }),
    output: z.object({ issues: z.array(IssueLine) }),
    refusals: [],
  }),
  getIssue: route({
    path: 'GET /partnership/issues/:issueId',
    may: 'governance:read',
    input: z.object({ issueId: IssueId }),
    output: Issue,
    refusals: ['issue_not_found'],
  }),
  raiseIssue: route({
    path: 'POST /partnership/issues',
    may: 'governance:read',
    input: NewIssue,
    output: Issue,
    refusals: ['organisation_not_found', 'day_not_here_yet', 'no_own_organisation'],
  }),
  tellIssue: route({
    path: 'POST /partnership/issues/:issueId/words',
    may: 'governance:read',
    input: IssueWord,
    output: Issue,
    refusals: ['issue_not_found'],
  }),
};
