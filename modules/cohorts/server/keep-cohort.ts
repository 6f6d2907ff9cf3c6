import { refuse } from '@qantara/kernel';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { ChangedCohort, Cohort, NewCohort } from '../contract/index.ts';
import { findCohort, insertCohort, listKnownNeeds, saveCohort, type CohortsCtx } from './cohort-store.ts';

async function checkCohort(ctx: CohortsCtx, given: NewCohort): Promise<void> {
  if (given.lastDay !== null && given.lastDay < given.startsOn)
    refuse('ends_before_start', { fields: [{ path: 'lastDay', code: 'ends_before_start' }] });
  if (given.ageFrom !== null && given.ageTo !== null && given.ageTo < given.ageFrom)
    refuse('ages_reversed', { fields: [{ path: 'ageTo', code: 'ages_reversed' }] });
  if (!(await listOrganisationNames(ctx, [given.organisationId])).has(given.organisationId))
    refuse('organisation_not_found');
  const known = await listKnownNeeds(ctx, given.needCodes);
  if (given.needCodes.some((code) => !known.has(code)))
    refuse('need_not_found', { fields: [{ path: 'needCodes', code: 'not_a_choice' }] });
}

async function getCohortThatIs(ctx: CohortsCtx, cohortId: string): Promise<Cohort> {
  return (await findCohort(ctx, cohortId)) ?? refuse('cohort_not_found');
}

/**
 * Writes down who a group is for and who runs it; nobody is in it by that. Refuses `ends_before_start`, `ages_reversed`,
 * `organisation_not_found`, `need_not_found`.
 */
export async function addCohort(ctx: CohortsCtx, given: NewCohort): Promise<Cohort> {
  await checkCohort(ctx, given);
  const cohortId = await insertCohort(ctx, given);
  ctx.emit({
    type: 'cohort.added',
    subject: cohortId,
    data: { kind: given.kind, organisationId: given.organisationId },
  });
  return getCohortThatIs(ctx, cohortId);
}

/** Changes it over the version that was read; who joined stays in. Refuses `cohort_changed` where somebody else was first. */
export async function changeCohort(ctx: CohortsCtx, given: ChangedCohort): Promise<Cohort> {
  const { organisationId } = await getCohortThatIs(ctx, given.cohortId);
  await checkCohort(ctx, given);
  // Consents name who runs it: another would learn of people who agreed to somebody else.
  if (!(await saveCohort(ctx, { ...given, organisationId }))) refuse('cohort_changed');
  ctx.emit({ type: 'cohort.changed', subject: given.cohortId, data: { kind: given.kind } });
  return getCohortThatIs(ctx, given.cohortId);
}
