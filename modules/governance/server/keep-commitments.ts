import { dayIn, refuse } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Commitment, CommitmentWord, NewCommitment } from '../contract/index.ts';
import { isOverdue, isSettled } from '../domain/index.ts';
import type { GovernanceCtx } from './body-store.ts';
import {
  insertCommitment,
  insertWord,
  listVisibleCommitments,
  lockCommitment,
  type StoredCommitment,
} from './commitment-store.ts';
import { getOpenBody, mayKeep } from './keep-bodies.ts';
import { findSeen } from './keep-meetings.ts';

/** Its owner says how it goes, and whoever keeps the body. */
const isTeller = (ctx: GovernanceCtx, stored: StoredCommitment): boolean =>
  stored.organisationId === ctx.actor.organisationId || mayKeep(ctx, stored);

function toCommitment(ctx: GovernanceCtx, stored: StoredCommitment): Commitment {
  const { secretaryId: _secretary, ...shown } = stored;
  return {
    ...shown,
    words: shown.words.map((word) => ({ ...word, saidAt: new Date(word.saidAt).toISOString() })),
    isOverdue: isOverdue(stored, dayIn(ctx.timeZone, ctx.now)),
    mayTell: !isSettled(stored.state) && isTeller(ctx, stored),
  };
}

export async function listCommitments(
  ctx: GovernanceCtx,
  asked: { organisationId: string | null; bodyId: string | null },
): Promise<{ commitments: Commitment[] }> {
  return { commitments: (await listVisibleCommitments(ctx, asked)).map((stored) => toCommitment(ctx, stored)) };
}

async function findCommitment(ctx: GovernanceCtx, commitmentId: string): Promise<StoredCommitment> {
  const [stored] = await listVisibleCommitments(ctx, { commitmentId });
  return stored ?? refuse('commitment_not_found');
}

export async function getCommitment(ctx: GovernanceCtx, { commitmentId }: { commitmentId: string }) {
  return toCommitment(ctx, await findCommitment(ctx, commitmentId));
}

/** Writes down what an organisation promised. Refuses `meeting_not_found` where the meeting is another body's. */
export async function addCommitment(ctx: GovernanceCtx, given: NewCommitment): Promise<Commitment> {
  if (!mayKeep(ctx, await getOpenBody(ctx, given.bodyId))) refuse('not_the_secretary');
  if (given.meetingId !== null && (await findSeen(ctx, given.meetingId)).body.bodyId !== given.bodyId)
    refuse('meeting_not_found');
  const { organisationId, bodyId, dueOn } = given;
  if (!(await listOrganisationNames(ctx, [organisationId])).has(organisationId)) refuse('organisation_not_found');
  const commitmentId = await insertCommitment(ctx, given);
  ctx.emit({ type: 'governance.commitment_added', subject: commitmentId, data: { organisationId, bodyId, dueOn } });
  return getCommitment(ctx, { commitmentId });
}

/** How it goes, in words. What was kept or dropped stays so. */
export async function tellCommitment(ctx: GovernanceCtx, given: CommitmentWord): Promise<Commitment> {
  await lockCommitment(ctx, given.commitmentId);
  const stored = await findCommitment(ctx, given.commitmentId);
  if (!isTeller(ctx, stored)) refuse('not_the_owner');
  if (isSettled(stored.state)) refuse('commitment_settled');
  await insertWord(ctx, given);
  ctx.emit({ type: 'governance.commitment_told', subject: given.commitmentId, data: { state: given.state } });
  return getCommitment(ctx, given);
}
