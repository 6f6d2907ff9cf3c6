import { newId } from '@qantara/kernel';
import { sql } from 'kysely';
import type { Commitment, CommitmentId, CommitmentWord, NewCommitment } from '../contract/index.ts';
import type { GovernanceCtx } from './body-store.ts';
import { visibleTo } from './visible-body-view.ts';

/** A commitment as it is kept, and who keeps its body. */
export type StoredCommitment = Omit<Commitment, 'isOverdue' | 'mayTell' | 'words'> & {
  secretaryId: string | null;
  words: (Omit<Commitment['words'][number], 'saidAt'> & { saidAt: string })[];
};

type Asked = { organisationId?: string | null; bodyId?: string | null; commitmentId?: string };

/** An organisation's own, also after its term has ended, and those of bodies that the reader sees. */
export async function listVisibleCommitments(ctx: GovernanceCtx, asked: Asked): Promise<StoredCommitment[]> {
  const { organisationId } = ctx.actor;
  const { rows } = await sql<StoredCommitment>`
    select commitment_id as "commitmentId", commitment.body_id as "bodyId", body.name as "bodyName",
      commitment.organisation_id as "organisationId", organisation.name as "organisationName", owner_name as "ownerName",
      wording, due_on::text as "dueOn", commitment.state, body.secretary_id as "secretaryId",
      (select coalesce(jsonb_agg(jsonb_build_object('state', word.state, 'story', word.story, 'saidAt', word.said_at)
          order by word.said_at desc), '[]')
        from governance.commitment_word as word where word.commitment_id = commitment.commitment_id) as words
    from governance.commitment
    join governance.body on body.body_id = commitment.body_id
    join organisations.published_organisation as organisation on organisation.organisation_id = commitment.organisation_id
    where (commitment.organisation_id = ${organisationId} or ${visibleTo(ctx)})
      and (${asked.organisationId ?? null}::uuid is null or commitment.organisation_id = ${asked.organisationId ?? null}::uuid)
      and (${asked.bodyId ?? null}::uuid is null or commitment.body_id = ${asked.bodyId ?? null}::uuid)
      and (${asked.commitmentId ?? null}::uuid is null or commitment_id = ${asked.commitmentId ?? null}::uuid)
    order by (commitment.state in ('kept', 'dropped')), due_on, commitment_id limit 500`.execute(ctx.db);
  return rows;
}

/** Holds a commitment until the command ends. */
export async function lockCommitment(ctx: GovernanceCtx, commitmentId: string): Promise<void> {
  await sql`select 1 from governance.commitment where commitment_id = ${commitmentId} for update`.execute(ctx.db);
}

export async function insertCommitment(ctx: GovernanceCtx, given: NewCommitment): Promise<CommitmentId> {
  const commitmentId = newId<'CommitmentId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('governance.commitment')
    .values({
      commitment_id: commitmentId,
      body_id: given.bodyId,
      meeting_id: given.meetingId,
      organisation_id: given.organisationId,
      owner_name: given.ownerName,
      wording: JSON.stringify(given.wording),
      due_on: given.dueOn,
      created_at: ctx.now,
    })
    .execute();
  return commitmentId;
}

export async function insertWord(ctx: GovernanceCtx, given: CommitmentWord): Promise<void> {
  await ctx.db
    .insertInto('governance.commitment_word')
    .values({
      word_id: newId(ctx.now.getTime()),
      commitment_id: given.commitmentId,
      state: given.state,
      story: given.story,
      said_by: ctx.actor.accountId,
      said_at: ctx.now,
    })
    .execute();
  const isSettled = given.state === 'kept' || given.state === 'dropped';
  await ctx.db
    .updateTable('governance.commitment')
    .set({ state: given.state, settled_at: isSettled ? ctx.now : null })
    .where('commitment_id', '=', given.commitmentId)
    .execute();
}
