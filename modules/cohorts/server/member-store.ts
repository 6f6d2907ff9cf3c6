import { newId } from '@qantara/kernel';
import { sql } from 'kysely';
import type { CohortArm, LeaveReason } from '../contract/index.ts';
import type { CohortsCtx } from './cohort-store.ts';

export type MembershipRow = {
  personId: string;
  membershipId: string;
  cohortId: string;
  consentId: string;
  organisationId: string;
  arm: CohortArm;
  joinedAt: Date;
  leftAt: Date | null;
  leftReason: LeaveReason | null;
};

const selectMembers = sql`
  select membership.person_id as "personId", membership.membership_id as "membershipId", membership.cohort_id as "cohortId",
    membership.consent_id as "consentId", membership.organisation_id as "organisationId", membership.arm,
    membership.joined_at as "joinedAt", membership.left_at as "leftAt", membership.left_reason as "leftReason"
  from cohorts.membership`;

/**
 * Those in a cohort whom the reader may know of: the second wall shows whom they look after while the consent runs, and to who runs
 * it those whose consent names it.
 */
export async function listMembersOf(ctx: CohortsCtx, cohortId: string): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`${selectMembers}
    where cohort_id = ${cohortId} and left_at is null order by joined_at desc, membership_id`.execute(ctx.db);
  return rows;
}

/** What these records are in, and were in. */
export async function listMembershipsOf(ctx: CohortsCtx, recordIds: readonly string[]): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`${selectMembers}
    where person_id = any (${[...recordIds]}::uuid[]) order by joined_at desc, membership_id`.execute(ctx.db);
  return rows;
}

export async function insertMembership(
  ctx: CohortsCtx,
  joined: { recordId: string; cohortId: string; consentId: string; organisationId: string; arm: CohortArm },
): Promise<string> {
  const membershipId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('cohorts.membership')
    .values({
      person_id: joined.recordId,
      membership_id: membershipId,
      cohort_id: joined.cohortId,
      consent_id: joined.consentId,
      organisation_id: joined.organisationId,
      arm: joined.arm,
      joined_at: ctx.now,
      joined_by: ctx.actor.accountId,
    })
    .execute();
  return membershipId;
}

/** Ends a membership; undefined where there is none that the actor may end. */
export async function saveLeft(
  ctx: CohortsCtx,
  left: { cohortId: string; membershipId: string; reason: LeaveReason },
): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('cohorts.membership')
    .set({ left_at: ctx.now, left_reason: left.reason })
    .where('cohort_id', '=', left.cohortId)
    .where('membership_id', '=', left.membershipId)
    .where('left_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
}

/** The consents of open memberships that do not run any more: for the system, which alone sees them all. */
export async function listConsentsOver(ctx: CohortsCtx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select consent_id as id from cohorts.consents_over()`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Closes the memberships of consents that are over: nothing of them was seen any more already. */
export async function closeOver(
  ctx: CohortsCtx,
  consentIds: readonly string[],
): Promise<{ personId: string; membershipId: string }[]> {
  if (consentIds.length === 0) return [];
  return ctx.db
    .updateTable('cohorts.membership')
    .set({ left_at: ctx.now, left_reason: 'consent_over' })
    .where('consent_id', 'in', consentIds)
    .where('left_at', 'is', null)
    .returning(['person_id as personId', 'membership_id as membershipId'])
    .execute();
}
