import { dayAfter, refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { around, within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { MatchingService, MatchReason, MatchSearch, ServiceCard } from '../contract/index.ts';
import { isFurther, matchReasons, momentOf, orderMatches, regionClock, type Wanted } from '../domain/index.ts';
import { listCandidates, listCards, type FoundCandidate } from './matching-view.ts';
import { listNeeds } from './records/need-store.ts';
import type { DirectoryTables } from './tables.gen.ts';

const PER_PAGE = 20;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** The middle of the area where somebody lives, and which areas reach there or lie in it. */
async function whereOf(
  ctx: AnyCtx,
  areaId: string | undefined,
): Promise<Pick<Wanted, 'reaching' | 'inside' | 'point'>> {
  if (areaId === undefined) return { reaching: null, inside: [], point: null };
  const areas = await listAreas(ctx);
  const { latitude = null, longitude = null } = areas.find((area) => area.areaId === areaId) ?? {};
  return {
    reaching: around(areas, areaId).map((area) => area.areaId as string),
    inside: within(areas, areaId),
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

async function wantedBy(ctx: AnyCtx, { areaId, language, age, wheelchair }: MatchSearch): Promise<Wanted> {
  const clock = regionClock(ctx.now, ctx.timeZone);
  return {
    ...(await whereOf(ctx, areaId)),
    language: language ?? null,
    age: age ?? null,
    wheelchair: wheelchair === true,
    at: {
      now: momentOf(clock.date, clock.time),
      week: WEEK.map((days) => momentOf(dayAfter(clock.date, days), null)),
    },
  };
}

/** What a higher module knows of some services that bears on the choice, asked once for all of them. */
export type MoreReasons = (services: readonly FoundCandidate[]) => Promise<Map<string, MatchReason[]>>;

const NOTHING_MORE: MoreReasons = async () => new Map();

/**
 * The services that answer a need, with the reasons for and against each, in the order of `domain/match-order.ts`; none is hidden.
 * One question to the database for all of them, and one for the cards of a page. Refuses `need_not_found`.
 */
export async function findMatchingServices(anyCtx: AnyCtx, asked: MatchSearch, more: MoreReasons = NOTHING_MORE) {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const needs = await listNeeds(ctx);
  if (!needs.some((need) => need.needCode === asked.needCode)) refuse('need_not_found');
  const wanted = await wantedBy(ctx, asked);
  const candidates = await listCandidates(ctx.db, { needCode: asked.needCode, now: ctx.now });
  const known = await more(candidates);
  const judged = orderMatches(
    candidates.map((candidate) => ({
      ...candidate,
      reasons: [...matchReasons(candidate, wanted), ...(known.get(candidate.serviceId) ?? [])],
    })),
  );
  const page = judged.slice((asked.page - 1) * PER_PAGE, asked.page * PER_PAGE);
  const cards = await listCards(
    ctx.db,
    page.map((candidate) => candidate.serviceId),
  );
  const items = page.flatMap((one): z.input<typeof MatchingService>[] => {
    const { serviceId, receivesReferrals, reasons, conditions } = one;
    const service = cards.get(serviceId);
    return service === undefined
      ? []
      : [{ service, receivesReferrals, isFurther: isFurther(reasons), conditions, reasons }];
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
