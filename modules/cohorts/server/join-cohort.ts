import { refuse } from '@qantara/kernel';
import { listAgreedWith } from '@qantara/agreements/server';
import { listRecordsOfPerson, listStandingIds, lockVisibleCard } from '@qantara/people/server';
import type { Cohort, CohortArm, CohortMembershipId, LeaveReason } from '../contract/index.ts';
import { fitOf } from '../domain/index.ts';
import { lockCohort, type CohortsCtx } from './cohort-store.ts';
import { listAsked, loadFacts } from './facts-of.ts';
import { closeOver, insertMembership, listMembershipsOf, saveLeft } from './member-store.ts';

type Joining = { cohortId: string; personId: string; arm: CohortArm };

function checkOpen(cohort: Cohort, arm: CohortArm): void {
  if (cohort.status !== 'running') refuse('cohort_not_running');
  if (arm === 'comparison' && !cohort.hasComparison) refuse('no_comparison');
  if (arm === 'joined' && cohort.isFull) refuse('cohort_full');
}

async function checkAgreed(ctx: CohortsCtx, cohort: Cohort): Promise<void> {
  const { organisationId: to, categories } = cohort;
  const from = ctx.actor.organisationId ?? '';
  if (!(await listAgreedWith(ctx, { from, to: [to], purpose: 'cohort', categories })).has(to))
    refuse('cohort_agreement_missing');
}

/** The record that stands for somebody, held until the command ends, and every other that is theirs. */
async function lockPerson(ctx: CohortsCtx, asked: string): Promise<{ personId: string; recordIds: string[] }> {
  const card = (await lockVisibleCard(ctx, asked)) ?? refuse('person_not_found');
  const personId = (await listStandingIds(ctx, [card.personId])).get(card.personId) ?? card.personId;
  return { personId, recordIds: await listRecordsOfPerson(ctx, personId) };
}

/**
 * Somebody joins, by the hand of who looks after them and by their own consent, which names who runs it and covers what the criteria
 * ask. Refuses `cohort_consent_missing`; `cohort_agreement_missing` where nothing may pass between the two organisations;
 * `does_not_fit` also where it is not known; `already_in_cohort`, `cohort_full`, `cohort_not_running`, `no_comparison`,
 * `cohort_not_found`, `person_not_found`.
 */
export async function joinCohort(
  ctx: CohortsCtx,
  { cohortId, personId: asked, arm }: Joining,
): Promise<{ membershipId: CohortMembershipId }> {
  const { personId, recordIds } = await lockPerson(ctx, asked);
  const cohort = (await lockCohort(ctx, cohortId)) ?? refuse('cohort_not_found');
  checkOpen(cohort, arm);
  const memberships = await listMembershipsOf(ctx, recordIds);
  if (memberships.some((one) => one.cohortId === cohortId && one.leftAt === null)) refuse('already_in_cohort');
  const consent = (await listAsked(ctx, cohort, recordIds)).get(personId) ?? refuse('cohort_consent_missing');
  await checkAgreed(ctx, cohort);
  const facts = (await loadFacts(ctx, [personId])).get(personId);
  if (facts === undefined || fitOf(cohort.criteria, facts) !== 'fits') refuse('does_not_fit');
  const { recordId, consentId } = consent;
  const organisationId = ctx.actor.organisationId ?? refuse('person_not_found');
  const membershipId = await insertMembership(ctx, { recordId, cohortId, consentId, organisationId, arm });
  ctx.emit({ type: 'cohort.joined', subject: cohortId, personId: recordId, data: { consentId } });
  return { membershipId: membershipId as CohortMembershipId };
}

/** Somebody leaves, whatever the reason. Refuses `cohort_member_not_found`. */
export async function leaveCohort(
  ctx: CohortsCtx,
  left: { cohortId: string; membershipId: string; reason: LeaveReason },
): Promise<{ done: true }> {
  const personId = (await saveLeft(ctx, left)) ?? refuse('cohort_member_not_found');
  ctx.emit({ type: 'cohort.left', subject: left.cohortId, personId, data: { reason: left.reason } });
  return { done: true };
}

/** Writes down that memberships ended with their consent. Nobody saw them any more since the moment it ended. */
export async function closeMemberships(ctx: CohortsCtx, consentIds: readonly string[]): Promise<void> {
  for (const { personId, membershipId } of await closeOver(ctx, consentIds))
    ctx.emit({ type: 'cohort.left', subject: membershipId, personId, data: { reason: 'consent_over' } });
}
