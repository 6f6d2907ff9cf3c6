import type { DataCategory } from '@qantara/people/contract';
import { listAgreed, listKnownFacts, type Agreed, type KnownFacts } from '@qantara/people/server';
import { listNeedsFound, type NeedsFound } from '@qantara/screening/server';
import type { Cohort } from '../contract/index.ts';
import type { Facts } from '../domain/index.ts';
import { loadAreaPaths, type CohortsCtx } from './cohort-store.ts';

type Asked = Pick<Cohort, 'organisationId' | 'categories'>;

/**
 * Of those whom the actor looks after, those who agreed that these criteria are asked of them: one consent covers all of it, names who
 * runs the cohort, and runs. Each person once.
 */
export async function listAsked(
  ctx: CohortsCtx,
  cohort: Asked,
  recordIds?: readonly string[],
): Promise<Map<string, Agreed>> {
  const of = { purpose: 'cohort' as const, recipient: cohort.organisationId };
  const agreed = await listAgreed(ctx, recordIds === undefined ? of : { ...of, recordIds });
  const covers = ({ categories }: { categories: DataCategory[] }) =>
    cohort.categories.every((category) => categories.includes(category));
  return new Map(agreed.filter(covers).map((one) => [one.personId, one]));
}

/** What was found when any record of a person was asked last. */
function latestOf(found: readonly NeedsFound[], recordIds: readonly string[]): string[] | null {
  const own = found.filter(({ personId }) => recordIds.includes(personId));
  const latest = own.toSorted((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime())[0];
  return latest?.needCodes ?? null;
}

/** What criteria ask of these people; only of those who agreed to it (`listAsked`). */
export async function loadFacts(ctx: CohortsCtx, personIds: readonly string[]): Promise<Map<string, Facts>> {
  const known = await listKnownFacts(ctx, personIds);
  const needs = await listNeedsFound(
    ctx,
    [...known.values()].flatMap(({ recordIds }) => recordIds),
  );
  const pathOf = await loadAreaPaths(ctx);
  const toFacts = ({ recordIds, areaId, ...facts }: KnownFacts): Facts => ({
    ...facts,
    areaIds: pathOf(areaId),
    needs: latestOf(needs, recordIds),
  });
  return new Map([...known].map(([personId, facts]) => [personId, toFacts(facts)]));
}
