import type { Ctx } from '@qantara/platform';
import { around, within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { FoundServices, ServiceSearch, WiderSearch } from '../contract/index.ts';
import { askedWordsOf, nearestWord } from '../domain/index.ts';
import {
  countServices,
  listCallable,
  listNearWords,
  searchServices,
  type Asked,
  type FoundPage,
} from './search-view.ts';
import type { DirectoryTables } from './tables.gen.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Answer = z.input<typeof FoundServices>;
type Read = { found: FoundPage; reading: Answer['reading']; correctedWords: string | null };

/** The areas whose services reach somebody here: this one, those it lies in, and the parts of it. */
export async function areasServing(ctx: DirectoryCtx, areaId: string | undefined): Promise<string[] | null> {
  if (areaId === undefined) return null;
  const areas = await listAreas(ctx);
  return [...new Set([...around(areas, areaId).map((area) => area.areaId as string), ...within(areas, areaId)])];
}

async function correct(ctx: DirectoryCtx, words: string[]): Promise<string[]> {
  const near = await listNearWords(ctx.db, words);
  return words.map((word) => nearestWord(word, near.get(word) ?? []) ?? word);
}

/** All the words; else with their spelling corrected; else any of them. */
async function read(ctx: DirectoryCtx, asked: Asked): Promise<Read> {
  const found = await searchServices(ctx.db, asked);
  if (found.total !== 0 || asked.words.length === 0) return { found, reading: 'all_words', correctedWords: null };
  const words = await correct(ctx, asked.words);
  const correctedWords = words.join(' ') === asked.words.join(' ') ? null : words.join(' ');
  if (correctedWords !== null) {
    const again = await searchServices(ctx.db, { ...asked, words });
    if (again.total !== 0) return { found: again, reading: 'corrected', correctedWords };
  }
  if (words.length === 1) return { found, reading: 'all_words', correctedWords: null };
  return {
    found: await searchServices(ctx.db, { ...asked, words, joined: 'any' }),
    reading: 'any_word',
    correctedWords,
  };
}

function widened(input: ServiceSearch): Omit<WiderSearch, 'total'>[] {
  const asked = { words: input.words, needCode: input.needCode ?? null, areaId: input.areaId ?? null };
  const wider = [
    { ...asked, areaId: null },
    { ...asked, needCode: null },
    { ...asked, words: '' },
    { ...asked, words: '', areaId: null },
  ];
  const keys = new Set([JSON.stringify(asked), JSON.stringify({ words: '', needCode: null, areaId: null })]);
  return wider.filter((search) => !keys.has(JSON.stringify(search)) && keys.add(JSON.stringify(search)));
}

async function listWider(ctx: DirectoryCtx, input: ServiceSearch): Promise<WiderSearch[]> {
  const found: WiderSearch[] = [];
  for (const search of widened(input)) {
    const asked: Asked = {
      words: askedWordsOf(search.words),
      joined: 'all',
      needCode: search.needCode,
      areaIds: search.areaId === null ? null : await areasServing(ctx, search.areaId),
      page: 1,
    };
    const total = await countServices(ctx.db, asked);
    if (total > 0) found.push({ ...search, total });
  }
  return found;
}

async function listWhomToCall(ctx: DirectoryCtx, needCode: string | null): Promise<Answer['callNow']> {
  const ofNeed = needCode === null ? [] : await listCallable(ctx.db, needCode);
  return ofNeed.length > 0 ? ofNeed : listCallable(ctx.db, null);
}

/** Searches the directory by words of any language, need and place; where nothing is found it says what to ask instead. */
export async function findServices(ctx: DirectoryCtx, input: ServiceSearch): Promise<Answer> {
  const asked: Asked = {
    words: askedWordsOf(input.words),
    joined: 'all',
    needCode: input.needCode ?? null,
    areaIds: await areasServing(ctx, input.areaId),
    page: input.page,
  };
  const { found, reading, correctedWords } = await read(ctx, asked);
  // A page beyond the last is no search that found nothing.
  const isNothing = found.cards.length === 0 && input.page === 1;
  return {
    items: found.cards,
    page: input.page,
    perPage: 20,
    total: found.total,
    hasMore: found.hasMore,
    reading,
    correctedWords,
    wider: isNothing ? await listWider(ctx, input) : [],
    callNow: isNothing ? await listWhomToCall(ctx, input.needCode ?? null) : [],
  };
}
