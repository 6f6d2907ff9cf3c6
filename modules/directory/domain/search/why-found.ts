import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { FoundBecause } from '../../contract/index.ts';
import { capacityStep, type Ranked } from './rank-order.ts';
import { foldedWordsOf, searchWordsOf, stemOf } from './search-words.ts';
import { keptKeysOf, wordsAsWritten } from './sound-keys.ts';

type Text = LocalizedText | null;

/** A word that was looked for: its stem, and the keys of names in the other script that sound like it. */
export type AskedWord = { word: string; keys: readonly string[] };

/** What of a found service its words may stand in. */
export type FoundTexts = { names: Text[]; organisationName: Text; needs: (Text | null)[] };

function has(texts: Text[], asked: AskedWord, isLast: boolean): 'word' | 'sound' | null {
  const said = texts.flatMap((text) => LOCALES.map((locale) => text?.[locale] ?? '')).filter((one) => one !== '');
  const words = said.flatMap(searchWordsOf);
  const isHalf = isLast && asked.word.length > 1;
  if (words.some((word) => word === asked.word || (isHalf && word.startsWith(asked.word)))) return 'word';
  return said.flatMap(keptKeysOf).some((key) => asked.keys.includes(key)) ? 'sound' : null;
}

function placeOf(asked: AskedWord, isLast: boolean, texts: FoundTexts): FoundBecause | null {
  const name = has(texts.names, asked, isLast);
  if (name === 'word') return 'name';
  const organisation = has([texts.organisationName], asked, isLast);
  if (organisation === 'word') return 'organisation';
  if (has(texts.needs, { ...asked, keys: [] }, isLast) !== null) return 'need';
  if (name === 'sound') return 'name_sound';
  return organisation === 'sound' ? 'organisation_sound' : null;
}

/** Where the words stand: the best place of each; what stands in none of the chief ones stands in the description. */
export function placesOfWords(asked: readonly AskedWord[], texts: FoundTexts, isAll: boolean): FoundBecause[] {
  const places = asked.map((word, index) => placeOf(word, index === asked.length - 1, texts));
  const isElsewhere = isAll ? places.includes(null) : places.every((place) => place === null);
  const found = new Set(places.filter((place) => place !== null));
  return [...found, ...(isElsewhere && asked.length > 0 ? (['text'] as const) : [])];
}

const HALF_A_YEAR = 183 * 86_400_000;

/** What speaks for a service whatever was asked: a word on room that is still worth something, and a recent check. */
export function standingReasons(
  card: Pick<Ranked, 'capacity' | 'capacityAt' | 'assuredAt'>,
  now: Date,
): FoundBecause[] {
  const isChecked = card.assuredAt !== null && now.getTime() - card.assuredAt.getTime() < HALF_A_YEAR;
  return [...(capacityStep(card, now) > 0 ? (['room'] as const) : []), ...(isChecked ? (['checked'] as const) : [])];
}

/** A stem as a word that people read: the first of these texts' words that has it. */
export function wordAsWritten(stem: string, texts: readonly string[]): string {
  for (const text of texts) {
    const found = wordsAsWritten(text).find((one) => foldedWordsOf(one).some((word) => stemOf(word) === stem));
    if (found !== undefined) return found.toLowerCase();
  }
  return stem;
}
