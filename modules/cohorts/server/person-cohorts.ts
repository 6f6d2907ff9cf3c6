import { refuse, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { findVisiblePerson, listRecordsOfPerson, listStandingIds } from '@qantara/people/server';
import type {
  Cohort,
  CohortMembershipId,
  CriterionAttribute,
  PastMembership,
  PersonCohort,
} from '../contract/index.ts';
import { fitOf, holdsOf, type Facts } from '../domain/index.ts';
import { listCohorts, type CohortsCtx } from './cohort-store.ts';
import { listAsked, loadFacts } from './facts-of.ts';
import type { CohortsTables } from './tables.gen.ts';
import { listMembershipsOf, type MembershipRow } from './member-store.ts';

function toMember(cohort: Cohort, row: MembershipRow): PersonCohort {
  return {
    cohort,
    standing: 'member',
    missing: [],
    membershipId: row.membershipId as CohortMembershipId,
    arm: row.arm,
    since: row.joinedAt.toISOString(),
  };
}

function toOther(cohort: Cohort, facts: Facts | null): PersonCohort {
  const holds = facts === null ? null : Object.entries(holdsOf(cohort.criteria, facts));
  const missing = (holds ?? []).filter(([, one]) => one !== true).map(([attribute]) => attribute as CriterionAttribute);
  const standing = facts === null ? 'consent_needed' : fitOf(cohort.criteria, facts);
  return { cohort, standing, missing, membershipId: null, arm: null, since: null };
}

function toPast(cohort: Cohort, row: MembershipRow): PastMembership[] {
  if (row.leftAt === null || row.leftReason === null) return [];
  const { cohortId, name } = cohort;
  return [
    { cohortId, name, joinedAt: row.joinedAt.toISOString(), leftAt: row.leftAt.toISOString(), reason: row.leftReason },
  ];
}

type Whose = { personId: string; recordIds: string[] };

async function standTo(ctx: CohortsCtx, cohort: Cohort, whose: Whose): Promise<PersonCohort> {
  const { personId, recordIds } = whose;
  const hasAgreed = (await listAsked(ctx, cohort, recordIds)).has(personId);
  const facts = hasAgreed ? ((await loadFacts(ctx, [personId])).get(personId) ?? null) : null;
  return toOther(cohort, facts);
}

/**
 * How a person stands to each cohort: in it, or whether they fit, which is asked only where they agreed to it. Refuses
 * `person_not_found`.
 */
export async function listCohortsOf(
  ctx: CohortsCtx,
  { personId: asked }: { personId: string },
): Promise<{ cohorts: PersonCohort[]; past: PastMembership[] }> {
  if ((await findVisiblePerson(ctx, asked)) === undefined) refuse('person_not_found');
  ctx.noteAccess({ personId: asked, kind: 'cohorts' });
  const personId = (await listStandingIds(ctx, [asked])).get(asked) ?? asked;
  const recordIds = await listRecordsOfPerson(ctx, personId);
  const memberships = await listMembershipsOf(ctx, recordIds);
  const cohorts: PersonCohort[] = [];
  const past: PastMembership[] = [];
  for (const cohort of await listCohorts(ctx)) {
    const own = memberships.filter(({ cohortId }) => cohortId === cohort.cohortId);
    const open = own.find(({ leftAt }) => leftAt === null);
    past.push(...own.flatMap((row) => toPast(cohort, row)));
    if (open !== undefined) cohorts.push(toMember(cohort, open));
    else if (cohort.status === 'running') cohorts.push(await standTo(ctx, cohort, { personId, recordIds }));
  }
  return { cohorts, past };
}

/** The cohorts that somebody is or was in, as they stand: for that person. */
export async function listOwnCohorts(
  anyCtx: AnyCtx,
  personId: string,
): Promise<{ name: LocalizedText; since: string; until: string | null }[]> {
  const ctx = withTables<CohortsTables>(anyCtx);
  const memberships = await listMembershipsOf(ctx, [personId]);
  if (memberships.length === 0) return [];
  const names = new Map((await listCohorts(ctx)).map(({ cohortId, name }) => [cohortId as string, name]));
  return memberships.flatMap(({ cohortId, joinedAt, leftAt }) => {
    const name = names.get(cohortId);
    return name === undefined ? [] : [{ name, since: joinedAt.toISOString(), until: leftAt?.toISOString() ?? null }];
  });
}
