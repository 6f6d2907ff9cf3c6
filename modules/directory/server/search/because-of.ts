import type { FoundBecause, Need, ReadingOfWords } from '../../contract/index.ts';
import { placesOfWords, searchWordsOf, standingReasons } from '../../domain/index.ts';
import type { CardRow } from '../card-view.ts';
import type { Asked } from './asked-search.ts';

/** How a search was read in the end. */
export type Reading = { asked: Asked; reading: ReadingOfWords; isCorrected: boolean };

function ofFilters(row: CardRow, asked: Asked): FoundBecause[] {
  const chosen: [boolean, FoundBecause][] = [
    [asked.near !== null, 'near'],
    [asked.areaIds !== null, row.area_names.length === 0 ? 'region' : 'area'],
    [asked.at !== null, 'open'],
    [asked.isFree, 'free'],
    [asked.age !== null, 'age'],
    [asked.language !== null, 'language'],
    [asked.access !== null, 'access'],
    [asked.isRemote, 'remote'],
  ];
  return chosen.filter(([isChosen]) => isChosen).map(([, because]) => because);
}

/** The words that each need is called by, as search compares them. */
export function wordsOfNeeds(needs: Need[]): Map<string, string[]> {
  const textsOf = ({ name, words }: Need) => [...Object.values(name), ...Object.values(words ?? {})];
  return new Map(needs.map((need) => [need.needCode, textsOf(need).flatMap((text) => searchWordsOf(text ?? ''))]));
}

/** Why a service was found: where the words stand, how they were read, which filters it fits, and what speaks for it anyway. */
export function becauseOf(row: CardRow, of: Reading & { needWords: ReadonlyMap<string, string[]> }): FoundBecause[] {
  const { asked, reading, isCorrected, needWords } = of;
  const texts = {
    names: [row.name, row.alternate_name],
    organisationName: row.organisation_name,
    needWords: row.need_codes.flatMap((code) => needWords.get(code) ?? []),
  };
  const standing = { capacity: row.capacity, capacityAt: row.capacity_at, assuredAt: row.assured_at };
  return [
    ...placesOfWords(asked.words, texts, asked.joined === 'all'),
    ...(isCorrected ? (['corrected'] as const) : []),
    ...(reading === 'any_word' ? (['some_words'] as const) : []),
    ...(asked.words.length === 0 && asked.needCode !== null ? (['need'] as const) : []),
    ...ofFilters(row, asked),
    ...standingReasons(standing, asked.now),
  ];
}
