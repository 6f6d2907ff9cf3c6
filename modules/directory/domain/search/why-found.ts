import { LOCALES, type LocalizedText } from '@qantara/kernel';
import type { FoundBecause } from '../../contract/index.ts';
import { capacityStep, type Ranked } from './rank-order.ts';
import { foldedWordsOf, searchWordsOf, stemOf } from './search-words.ts';
import { keptKeysOf, wordsAsWritten } from './sound-keys.ts';

type Text = LocalizedText | null;

/** A word that was looked for: its stem, and the keys of names in the other script that sound like it. */
export type AskedWord = { word: string; keys: readonly string[] };

/** What of a found service its words may stand in; of its needs the words, as `searchWordsOf` gives them. */
export type FoundTexts = { names: Text[]; organisationName: Text; needWords: readonly string[] };

/** Texts as the words and sounds that they are found by; sounds are only worked out where no word is there. */
type Said = { words: readonly string[]; keys: () => readonly string[] };

function saidOf(texts: Text[]): Said {
  const said = texts.flatMap((text) => LOCALES.map((locale) => text?.[locale] ?? '')).filter((one) => one !== '');
  let keys: string[] | undefined;
  return { words: said.flatMap(searchWordsOf), keys: () => (keys ??= said.flatMap(keptKeysOf)) };
}

function hasWord(words: readonly string[], { word: asked }: AskedWord, isLast: boolean): boolean {
  const isHalf = isLast && asked.length > 1;
  return words.some((word) => word === asked || (isHalf && word.startsWith(asked)));
}

const hasSound = ({ keys }: Said, asked: AskedWord): boolean =>
  asked.keys.length > 0 && keys().some((key) => asked.keys.includes(key));

type Places = { name: Said; organisation: Said; needWords: readonly string[] };

function placeOf(asked: AskedWord, isLast: boolean, { name, organisation, needWords }: Places): FoundBecause | null {
  if (hasWord(name.words, asked, isLast)) return 'name';
  if (hasWord(organisation.words, asked, isLast)) return 'organisation';
  if (hasWord(needWords, asked, isLast)) return 'need';
  if (hasSound(name, asked)) return 'name_sound';
  return hasSound(organisation, asked) ? 'organisation_sound' : null;
}

/** Where the words stand: the best place of each; what stands in none of the chief ones stands in the description. */
export function placesOfWords(asked: readonly AskedWord[], texts: FoundTexts, isAll: boolean): FoundBecause[] {
  if (asked.length === 0) return [];
  const { needWords } = texts;
  const said = { name: saidOf(texts.names), organisation: saidOf([texts.organisationName]), needWords };
  const places = asked.map((word, index) => placeOf(word, index === asked.length - 1, said));
  const isElsewhere = isAll ? places.includes(null) : places.every((place) => place === null);
  const found = new Set(places.filter((place) => place !== null));
  return [...found, ...(isElsewhere ? (['text'] as const) : [])];
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
