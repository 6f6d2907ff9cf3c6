import { LOCALES, type LocalizedText } from '@qantara/kernel';
import { searchWordsOf } from './search-words.ts';
import { keptKeysOf, wordsAsWritten } from './sound-keys.ts';

type Text = LocalizedText | null | undefined;

/** What a service is found by, before it is folded. */
export type Findable = {
  names: Text[];
  organisationName: Text;
  needs: { name: LocalizedText; words: LocalizedText | null }[];
  texts: Text[];
};

export type SearchColumns = { search_name: string; search_words: string; search_text: string };

/** Which rules the columns were made by: raised with every change of folding, stemming, keys or `SAYS_FREE`, so that they are made anew. */
export const FOLDING = 3;

function ofTexts(texts: Text[], wordsOf: (text: string) => string[]): string[] {
  return texts.flatMap((text) => LOCALES.flatMap((locale) => wordsOf(text?.[locale] ?? '')));
}

/** The sounds of a name's words, but of those that a need is called by: «عمل» in a name is work, and nobody called Amal. */
function soundsOf(names: Text[], common: ReadonlySet<string>): string[] {
  const words = names.flatMap((text) => LOCALES.flatMap((locale) => wordsAsWritten(text?.[locale] ?? '')));
  const own = words.filter((word) => !searchWordsOf(word).some((one) => common.has(one)));
  return [...new Set(own.flatMap(keptKeysOf))];
}

/**
 * The search columns of a service, each word once: names count most, then organisation and needs, then the rest. Names of
 * services and organisations also stand there by their sound, to be found from the other script.
 */
export function searchColumnsOf(findable: Findable): SearchColumns {
  const needWords = ofTexts(
    findable.needs.flatMap((need) => [need.name, need.words]),
    searchWordsOf,
  );
  const common = new Set(needWords);
  const names = new Set(ofTexts(findable.names, searchWordsOf));
  const words = new Set([...ofTexts([findable.organisationName], searchWordsOf), ...needWords]);
  const rest = new Set(ofTexts(findable.texts, searchWordsOf));
  return {
    search_name: [...names, ...soundsOf(findable.names, common)].join(' '),
    search_words: [...words, ...soundsOf([findable.organisationName], common)].join(' '),
    search_text: [...rest].filter((word) => !names.has(word) && !words.has(word)).join(' '),
  };
}

/** The words worth correcting a mistyped one to: long enough to be told apart, no numbers and no keys. */
export function vocabularyOf(columns: SearchColumns[]): string[] {
  const texts = columns.flatMap((column) => [column.search_name, column.search_words, column.search_text]);
  const all = new Set(texts.flatMap((words) => words.split(' ')));
  return [...all].filter((word) => word.length >= 3 && word.length <= 40 && !/\d/.test(word));
}
