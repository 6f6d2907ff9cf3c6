import { dayAfter } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { SearchFilter } from '../../contract/index.ts';
import { calendarDay, keptWords } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import type { Asked } from './asked-search.ts';
import { addGap, countDays, listOurWords } from './gap-store.ts';

type DirectoryCtx = Ctx<DirectoryTables>;

async function wordsToKeep(ctx: DirectoryCtx, { words, today }: Asked): Promise<string> {
  const asked = words.map(({ word }) => word);
  const ours = await listOurWords(ctx.db, asked);
  const known = [];
  for (const word of asked) {
    const isOurs = ours.has(word);
    // A word of our own is public already; of any other only a keyed digest is kept, and on how many days it came.
    const days = isOurs ? 0 : await countDays(ctx.db, ctx.vault.digest('searched word', word), today);
    known.push({ word, isOurs, days });
  }
  return keptWords(known);
}

/**
 * Notes that a search found nothing, in the count of its week: by need, area and the kinds of filters, never by account,
 * address or moment; by words only where domain/search/gap-words lets them be kept.
 */
export async function noteGap(
  ctx: DirectoryCtx,
  of: { asked: Asked; areaId: string | null; chosen: SearchFilter[] },
): Promise<void> {
  const { asked, chosen } = of;
  const week = dayAfter(asked.today, 1 - calendarDay(asked.today).weekday);
  const filters = chosen.filter((filter) => !['words', 'needCode', 'areaId'].includes(filter));
  const words = await wordsToKeep(ctx, asked);
  await addGap(ctx.db, { week, needCode: asked.needCode, areaId: of.areaId, filters, words });
}
