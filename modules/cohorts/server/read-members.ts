import { refuse } from '@qantara/kernel';
import { listAgreedWith } from '@qantara/agreements/server';
import { listPersonCards, listStandingIds } from '@qantara/people/server';
import type { PersonId } from '@qantara/people/contract';
import type { Cohort, CohortMember, CohortMembershipId, Proposal } from '../contract/index.ts';
import { fitOf } from '../domain/index.ts';
import { findCohort, type CohortsCtx } from './cohort-store.ts';
import { listAsked, loadFacts } from './facts-of.ts';
import { listMembersOf, type MembershipRow } from './member-store.ts';

type Of = { cohortId: string };

/** What a consent lets pass also needs an agreement between the two organisations that runs today (D2.1). */
async function agreedRows(ctx: CohortsCtx, cohort: Cohort, rows: MembershipRow[]): Promise<MembershipRow[]> {
  const own = ctx.actor.organisationId ?? '';
  const others = [...new Set(rows.map(({ organisationId }) => organisationId))].filter((one) => one !== own);
  if (others.length === 0) return rows;
  const { categories } = cohort;
  const agreed = await listAgreedWith(ctx, { from: own, to: others, purpose: 'cohort', categories });
  return rows.filter(({ organisationId }) => organisationId === own || agreed.has(organisationId));
}

/** Those in a cohort whom the reader may know of, each person once. Refuses `cohort_not_found`. */
export async function listCohortMembers(ctx: CohortsCtx, { cohortId }: Of): Promise<{ members: CohortMember[] }> {
  const cohort = (await findCohort(ctx, cohortId)) ?? refuse('cohort_not_found');
  const rows = await agreedRows(ctx, cohort, await listMembersOf(ctx, cohortId));
  const standing = await listStandingIds(
    ctx,
    rows.map(({ personId }) => personId),
  );
  const cards = await listPersonCards(ctx, [...standing.values()]);
  const members = new Map<string, CohortMember>();
  for (const row of rows) {
    const card = cards.get(standing.get(row.personId) ?? row.personId);
    if (card === undefined || members.has(card.personId)) continue;
    members.set(card.personId, {
      membershipId: row.membershipId as CohortMembershipId,
      personId: card.personId,
      displayName: card.displayName,
      areaId: card.areaId,
      createdAt: card.createdAt,
      arm: row.arm,
      joinedAt: row.joinedAt.toISOString(),
      isOurs: row.organisationId === ctx.actor.organisationId,
    });
  }
  ctx.noteAccess({ personId: [...members.keys()], kind: 'cohort', subjectId: cohortId });
  return { members: [...members.values()] };
}

const MOST_PROPOSED = 30;

/**
 * Of those whom the reader looks after and who agreed to be asked, those who fit and are not in it. It is told to whoever looks after
 * them and to nobody else, and puts nobody in.
 */
export async function listProposals(
  ctx: CohortsCtx,
  { cohortId }: Of,
): Promise<{ proposals: Proposal[]; hasMore: boolean }> {
  const cohort = (await findCohort(ctx, cohortId)) ?? refuse('cohort_not_found');
  if (cohort.status === 'ended') return { proposals: [], hasMore: false };
  const asked = await listAsked(ctx, cohort);
  const members = await listMembersOf(ctx, cohortId);
  const inIt = new Set(
    (
      await listStandingIds(
        ctx,
        members.map(({ personId }) => personId),
      )
    ).values(),
  );
  const facts = await loadFacts(
    ctx,
    [...asked.keys()].filter((personId) => !inIt.has(personId)),
  );
  const fitting = [...facts].filter(([, one]) => fitOf(cohort.criteria, one) === 'fits').map(([personId]) => personId);
  const cards = [...(await listPersonCards(ctx, fitting)).values()];
  const shown = cards.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1)).slice(0, MOST_PROPOSED);
  ctx.noteAccess({ personId: shown.map(({ personId }) => personId), kind: 'cohort', subjectId: cohortId });
  const proposals = shown.map(({ personId, displayName, areaId, createdAt }) => ({
    personId: personId as PersonId,
    displayName,
    areaId,
    createdAt,
  }));
  return { proposals, hasMore: cards.length > MOST_PROPOSED };
}
