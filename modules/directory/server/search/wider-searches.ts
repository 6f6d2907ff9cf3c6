import type { SearchFilter } from '../../contract/index.ts';
import type { Asked } from './asked-search.ts';

const NONE: Record<SearchFilter, Partial<Asked>> = {
  words: { words: [] },
  needCode: { needCode: null },
  areaId: { areaIds: null },
  near: { near: null },
  openAt: { at: null },
  free: { isFree: false },
  age: { age: null },
  language: { language: null },
  access: { access: null },
  remote: { isRemote: false },
  capacity: { capacity: null },
};

const IS_CHOSEN: Record<SearchFilter, (asked: Asked) => boolean> = {
  words: ({ words }) => words.length > 0,
  needCode: ({ needCode }) => needCode !== null,
  areaId: ({ areaIds }) => areaIds !== null,
  near: ({ near }) => near !== null,
  openAt: ({ at }) => at !== null,
  free: ({ isFree }) => isFree,
  age: ({ age }) => age !== null,
  language: ({ language }) => language !== null,
  access: ({ access }) => access !== null,
  remote: ({ isRemote }) => isRemote,
  capacity: ({ capacity }) => capacity !== null,
};

/** What a search is narrowed by. */
export function chosenFilters(asked: Asked): SearchFilter[] {
  return (Object.keys(IS_CHOSEN) as SearchFilter[]).filter((filter) => IS_CHOSEN[filter](asked));
}

/** The same search without some of its filters. */
export function withoutFilters(asked: Asked, filters: SearchFilter[]): Asked {
  return filters.reduce<Asked>((wider, filter) => ({ ...wider, ...NONE[filter] }), {
    ...asked,
    joined: 'all',
    page: 1,
  });
}

/** What may be left for last when everything else has to go. */
const KEPT_LAST: SearchFilter[] = ['needCode', 'words', 'areaId', 'near'];

/**
 * Wider searches in the order in which they are offered: without one of the filters; if none of these finds anything, with
 * one only. A search for everything is no answer to anybody.
 */
export function widerSearches(chosen: SearchFilter[]): SearchFilter[][][] {
  if (chosen.length < 2) return [];
  const withoutOne = chosen.map((filter) => [filter]);
  const withOne = KEPT_LAST.filter((kept) => chosen.includes(kept)).map((kept) =>
    chosen.filter((filter) => filter !== kept),
  );
  return chosen.length === 2 ? [withoutOne] : [withoutOne, withOne];
}
