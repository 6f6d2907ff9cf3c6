import { dayAfter } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { GapReport, GapSearch } from '../../contract/index.ts';
import { calendarDay, FEWEST_TOLD, regionClock, toldCount } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { countGaps } from './gap-view.ts';

const MOST_WORDS = 50;

/** What was searched for and not found, by need, area, week and words, small figures told as "a few" and rare words not at all. */
export async function getGapReport(
  ctx: Ctx<DirectoryTables>,
  { weeks }: GapSearch,
): Promise<z.input<typeof GapReport>> {
  const { date } = regionClock(ctx.now, ctx.timeZone);
  const from = dayAfter(date, 1 - calendarDay(date).weekday - 7 * (weeks - 1));
  const counted = await countGaps(ctx.db, from);
  return {
    from,
    fewest: FEWEST_TOLD,
    total: toldCount(counted.total),
    needs: counted.needs.map(({ of, searches }) => ({ needCode: of, searches: toldCount(searches) })),
    areas: counted.areas.map(({ of, searches }) => ({ areaId: of, searches: toldCount(searches) })),
    weeks: counted.weeks.map(({ of, searches }) => ({ week: of, searches: toldCount(searches) })),
    words: counted.words
      .filter(({ searches }) => searches >= FEWEST_TOLD)
      .slice(0, MOST_WORDS)
      .map(({ of, searches }) => ({ words: of, searches })),
    filters: counted.filters.map(({ of, searches }) => ({ filter: of, searches: toldCount(searches) })),
  };
}
