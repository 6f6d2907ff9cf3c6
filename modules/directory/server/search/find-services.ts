import type { Ctx } from '@qantara/platform';
import { around, within } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { z } from 'zod';
import type { FoundServices, SearchCounts, SearchFilter, ServiceSearch, WiderSearch } from '../../contract/index.ts';
import { askedKeysOf, nearestWord, wordAsWritten, type AskedWord } from '../../domain/index.ts';
import { toCard } from '../card-view.ts';
import { listNeeds } from '../records/need-store.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { readSearch, type Asked } from './asked-search.ts';
import { becauseOf, wordsOfNeeds, type Reading } from './because-of.ts';
import { countByChoice } from './counts-view.ts';
import { noteGap } from './note-gap.ts';
import { countServices, listCallable, searchServices, type FoundPage } from './search-view.ts';
import { listNearWords } from './spelling-view.ts';
import { chosenFilters, widerSearches, withoutFilters } from './wider-searches.ts';

type DirectoryCtx = Ctx<DirectoryTables>;
type Answer = z.input<typeof FoundServices>;
type Read = Reading & { found: FoundPage };

async function correct(ctx: DirectoryCtx, words: AskedWord[]): Promise<AskedWord[]> {
  const typed = words.map(({ word }, index) => ({ word, isLast: index === words.length - 1 }));
  const near = await listNearWords(ctx.db, typed);
  return words.map((asked) => {
    const nearest = nearestWord(asked.word, near.get(asked.word) ?? []);
    // What was found is a stem already: to stem it again could make another word of it.
    return nearest === undefined ? asked : { word: nearest, keys: askedKeysOf(nearest) };
  });
}

/** All the words; else with their spelling corrected; else any of them. */
async function read(ctx: DirectoryCtx, asked: Asked): Promise<Read> {
  const found = await searchServices(ctx.db, asked);
  if (found.total !== 0 || asked.words.length === 0) return { found, asked, reading: 'all_words', isCorrected: false };
  const words = await correct(ctx, asked.words);
  const isCorrected = words.some(({ word }, index) => word !== asked.words[index]?.word);
  const corrected: Asked = { ...asked, words };
  if (isCorrected) {
    const again = await searchServices(ctx.db, corrected);
    if (again.total !== 0) return { found: again, asked: corrected, reading: 'corrected', isCorrected };
  }
  if (words.length === 1) return { found, asked: corrected, reading: 'all_words', isCorrected };
  const any: Asked = { ...corrected, joined: 'any' };
  return { found: await searchServices(ctx.db, any), asked: any, reading: 'any_word', isCorrected };
}

async function listWider(ctx: DirectoryCtx, asked: Asked, chosen: SearchFilter[]): Promise<WiderSearch[]> {
  for (const group of widerSearches(chosen)) {
    const found: WiderSearch[] = [];
    for (const without of group) {
      const total = await countServices(ctx.db, withoutFilters(asked, without));
      if (total > 0) found.push({ without, total });
    }
    if (found.length > 0) return found;
  }
  return [];
}

async function listWhomToCall(ctx: DirectoryCtx, asked: Asked): Promise<Answer['callNow']> {
  const ofNeed = asked.needCode === null ? [] : await listCallable(ctx.db, asked);
  const rows = ofNeed.length > 0 ? ofNeed : await listCallable(ctx.db, { ...asked, needCode: null });
  return rows.map(toCard);
}

async function countChoices(ctx: DirectoryCtx, asked: Asked): Promise<SearchCounts | null> {
  const areas = await listAreas(ctx);
  const reaches = areas
    .filter(({ kind }) => kind === 'municipality')
    .map(({ areaId }) => ({
      areaId,
      servedBy: [...new Set([...around(areas, areaId).map((area) => area.areaId as string), ...within(areas, areaId)])],
    }));
  return countByChoice(ctx.db, asked, reaches);
}

/** The corrected words as people write them, where the found services have them in some text. */
function shownWords({ found, asked }: Read): string {
  const texts = found.rows.flatMap((row) =>
    [row.name, row.alternate_name, row.organisation_name, row.description].flatMap((text) =>
      Object.values(text ?? {}).filter((one) => one !== undefined),
    ),
  );
  return asked.words.map(({ word }) => wordAsWritten(word, texts)).join(' ');
}

/** Nothing found is no dead end, and is noted, without whoever asked. */
async function answerNothing(ctx: DirectoryCtx, { asked }: Read, input: ServiceSearch) {
  const chosen = chosenFilters(asked);
  await noteGap(ctx, { asked, areaId: input.areaId ?? null, chosen });
  return { wider: await listWider(ctx, asked, chosen), callNow: await listWhomToCall(ctx, asked) };
}

/**
 * Searches the directory by words of any language and script and by everything else that narrows it; says of each service why
 * it is there, and where nothing is found what to ask instead and whom to call.
 */
export async function findServices(ctx: DirectoryCtx, input: ServiceSearch): Promise<Answer> {
  const done = await read(ctx, await readSearch(ctx, input));
  const { found, asked, reading, isCorrected } = done;
  const needWords = wordsOfNeeds(asked.words.length === 0 ? [] : await listNeeds(ctx));
  const isNothing = found.total === 0;
  return {
    items: found.rows.map((row) => ({
      ...toCard(row),
      distance: row.distance,
      because: becauseOf(row, { asked, reading, isCorrected, needWords }),
    })),
    page: input.page,
    perPage: input.perPage,
    total: found.total,
    hasMore: found.hasMore,
    reading,
    correctedWords: isCorrected && !isNothing ? shownWords(done) : null,
    place: asked.near === 'nowhere' || asked.near === null ? null : asked.near,
    counts: input.counts === true ? await countChoices(ctx, asked) : null,
    ...(isNothing ? await answerNothing(ctx, done, input) : { wider: [], callNow: [] }),
  };
}
