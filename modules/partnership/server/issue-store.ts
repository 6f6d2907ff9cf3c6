import { newId } from '@qantara/kernel';
import { sql } from 'kysely';
import type { Issue, IssueId, IssueKind, IssueState, IssueWord, NewIssue } from '../contract/index.ts';
import type { PartnershipCtx } from './readiness-store.ts';

export type StoredIssue = Omit<Issue, 'daysOpen'>;

type Asked = { issueId?: string; state?: IssueState | null; kind?: IssueKind | null };

/** Who keeps governance sees all; others those that their own organisation raised or is named in. Open ones first, the oldest of them first. */
export async function listVisibleIssues(ctx: PartnershipCtx, asked: Asked): Promise<StoredIssue[]> {
  const { permissions, organisationId } = ctx.actor;
  const { rows } = await sql<StoredIssue>`
    select issue.issue_id as "issueId", issue.kind, issue.title, issue.wording, issue.raised_on::text as "raisedOn",
      issue.settled_on::text as "settledOn", issue.state,
      jsonb_build_object('organisationId', raiser.organisation_id, 'name', raiser.name) as "raisedBy",
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', party.organisation_id, 'name', organisation.name)
          order by party.organisation_id), '[]')
        from partnership.issue_party as party
        join organisations.published_organisation as organisation on organisation.organisation_id = party.organisation_id
        where party.issue_id = issue.issue_id) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('state', word.state, 'words', word.words, 'saidAt', word.said_at)
          order by word.said_at desc, word.word_id desc), '[]')
        from partnership.issue_word as word where word.issue_id = issue.issue_id) as words
    from partnership.issue
    join organisations.published_organisation as raiser on raiser.organisation_id = issue.raised_by_organisation_id
    where (${permissions.has('governance:write')} or issue.raised_by_organisation_id = ${organisationId}
        or exists (select from partnership.issue_party as own
          where own.issue_id = issue.issue_id and own.organisation_id = ${organisationId}))
      and (${asked.issueId ?? null}::uuid is null or issue.issue_id = ${asked.issueId ?? null}::uuid)
      and (${asked.state ?? null}::text is null or issue.state = ${asked.state ?? null})
      and (${asked.kind ?? null}::text is null or issue.kind = ${asked.kind ?? null})
    order by (issue.state <> 'open'), issue.raised_on, issue.issue_id limit 500`.execute(ctx.db);
  return rows;
}

/** Holds an issue until the command ends. */
export async function lockIssue(ctx: PartnershipCtx, issueId: string): Promise<void> {
  await sql`select 1 from partnership.issue where issue_id = ${issueId} for update`.execute(ctx.db);
}

/** Which of these organisations there are. */
export async function countOrganisations(ctx: PartnershipCtx, organisationIds: readonly string[]): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('organisations.published_organisation')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('organisation_id', 'in', organisationIds)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertIssue(ctx: PartnershipCtx, given: NewIssue & { raisedBy: string }): Promise<IssueId> {
  const issueId = newId<'IssueId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('partnership.issue')
    .values({
      issue_id: issueId,
      kind: given.kind,
      title: given.title,
      wording: given.wording,
      raised_by_organisation_id: given.raisedBy,
      raised_on: given.raisedOn,
      created_at: ctx.now,
    })
    .execute();
  await ctx.db
    .insertInto('partnership.issue_party')
    .values([...new Set(given.organisationIds)].map((organisation_id) => ({ issue_id: issueId, organisation_id })))
    .execute();
  return issueId;
}

export async function insertIssueWord(
  ctx: PartnershipCtx,
  given: IssueWord & { settledOn: string | null },
): Promise<void> {
  await ctx.db
    .insertInto('partnership.issue_word')
    .values({
      word_id: newId(ctx.now.getTime()),
      issue_id: given.issueId,
      state: given.state,
      words: given.words,
      said_by: ctx.actor.accountId,
      said_at: ctx.now,
    })
    .execute();
  await ctx.db
    .updateTable('partnership.issue')
    .set({ state: given.state, settled_on: given.settledOn })
    .where('issue_id', '=', given.issueId)
    .execute();
}
