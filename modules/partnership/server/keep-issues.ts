import { dayIn, refuse } from '@qantara/kernel';
import type { Issue, IssueKind, IssueLine, IssueState, IssueWord, NewIssue } from '../contract/index.ts';
import { daysOpen } from '../domain/index.ts';
import {
  countOrganisations,
  insertIssue,
  insertIssueWord,
  listVisibleIssues,
  lockIssue,
  type StoredIssue,
} from './issue-store.ts';
import type { PartnershipCtx } from './readiness-store.ts';

function toIssue(ctx: PartnershipCtx, stored: StoredIssue): Issue {
  return {
    ...stored,
    words: stored.words.map((word) => ({ ...word, saidAt: new Date(word.saidAt).toISOString() })),
    daysOpen: daysOpen(stored, dayIn(ctx.timeZone, ctx.now)),
  };
}

export async function listIssues(
  ctx: PartnershipCtx,
  asked: { state: IssueState | null; kind: IssueKind | null },
): Promise<{ issues: IssueLine[] }> {
  const issues = (await listVisibleIssues(ctx, asked)).map((stored) => toIssue(ctx, stored));
  return { issues: issues.map(({ wording: _wording, words: _words, ...line }) => line) };
}

/** One issue with what was tried. Refuses `issue_not_found`, of others' too. */
export async function getIssue(ctx: PartnershipCtx, { issueId }: { issueId: string }): Promise<Issue> {
  const [stored] = await listVisibleIssues(ctx, { issueId });
  return stored === undefined ? refuse('issue_not_found') : toIssue(ctx, stored);
}

/** Says what does not go well, in the name of one's own organisation. Refuses `no_own_organisation` of who is of none. */
export async function raiseIssue(ctx: PartnershipCtx, given: NewIssue): Promise<Issue> {
  const raisedBy = ctx.actor.organisationId ?? refuse('no_own_organisation');
  const { kind, organisationIds } = given;
  if ((await countOrganisations(ctx, organisationIds)) < new Set(organisationIds).size)
    refuse('organisation_not_found', { fields: [{ path: 'organisationIds', code: 'not_a_choice' }] });
  if (given.raisedOn > dayIn(ctx.timeZone, ctx.now))
    refuse('day_not_here_yet', { fields: [{ path: 'raisedOn', code: 'day_not_here_yet' }] });
  const issueId = await insertIssue(ctx, { ...given, raisedBy });
  ctx.emit({ type: 'partnership.issue_raised', subject: issueId, data: { kind, raisedBy, organisationIds } });
  return getIssue(ctx, { issueId });
}

/** What was tried, and where it stands since; what was settled is opened again by saying so. */
export async function tellIssue(ctx: PartnershipCtx, given: IssueWord): Promise<Issue> {
  await lockIssue(ctx, given.issueId);
  await getIssue(ctx, given);
  const { issueId, state } = given;
  await insertIssueWord(ctx, { ...given, settledOn: state === 'open' ? null : dayIn(ctx.timeZone, ctx.now) });
  ctx.emit({ type: 'partnership.issue_told', subject: issueId, data: { state } });
  return getIssue(ctx, given);
}
