import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { around, within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { MatchingService, MatchSearch, ServiceCard } from '../contract/index.ts';
import { matchCost, matchReasons, type Wanted } from '../domain/index.ts';
import { listCandidates, listCards } from './matching-view.ts';
import { listNeeds } from './records/need-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

const PER_PAGE = 20;

async function wantedBy(ctx: AnyCtx, { areaId, language, age }: MatchSearch): Promise<Wanted> {
  const areas = areaId === undefined ? [] : await listAreas(ctx);
  return {
    reaching: areaId === undefined ? null : around(areas, areaId).map((area) => area.areaId as string),
    inside: areaId === undefined ? [] : within(areas, areaId),
    language: language ?? null,
    age: age ?? null,
  };
}

/**
 * The services that answer a need, with the reasons for and against each: those whose organisation answers referrals
 * first, then those that suit best; none is hidden. Refuses `need_not_found`.
 */
export async function findMatchingServices(anyCtx: AnyCtx, asked: MatchSearch) {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const needs = await listNeeds(ctx);
  if (!needs.some((need) => need.needCode === asked.needCode)) refuse('need_not_found');
  const wanted = await wantedBy(ctx, asked);
  const judged = (await listCandidates(ctx.db, asked.needCode))
    .map((candidate) => ({ ...candidate, reasons: matchReasons(candidate, wanted) }))
    .toSorted((one, other) => matchCost(one.reasons) - matchCost(other.reasons));
  const page = judged.slice((asked.page - 1) * PER_PAGE, asked.page * PER_PAGE);
  const cards = await listCards(
    ctx.db,
    page.map((candidate) => candidate.serviceId),
  );
  const items = page.flatMap(({ serviceId, receivesReferrals, reasons }): z.input<typeof MatchingService>[] => {
    const service = cards.get(serviceId);
    return service === undefined ? [] : [{ service, receivesReferrals, reasons }];
  });
  return {
    items,
    page: asked.page,
    perPage: PER_PAGE,
    total: judged.length,
    hasMore: judged.length > asked.page * PER_PAGE,
  };
}

/** What a list shows of these services, by identifier, each as it is today. */
export async function listServiceCards(
  anyCtx: AnyCtx,
  serviceIds: string[],
): Promise<Map<string, z.input<typeof ServiceCard>>> {
  return listCards(withTables<DirectoryTables>(anyCtx).db, serviceIds);
}
