import { LOCALES, type LocalizedText } from '@qantara/kernel';
import { searchWordsOf } from './search-words.ts';

type Text = LocalizedText | null | undefined;

/** What a service is found by, before it is folded. */
export type Findable = {
  names: Text[];
  organisationName: Text;
  needs: { name: LocalizedText; words: LocalizedText | null }[];
  texts: Text[];
};

export type SearchColumns = { search_name: string; search_words: string; search_text: string };

function wordsOf(texts: Text[]): string[] {
  return texts.flatMap((text) => LOCALES.flatMap((locale) => searchWordsOf(text?.[locale] ?? '')));
}

/** The search columns of a service, each word once: names count most, then organisation and needs, then the rest. */
export function searchColumnsOf(findable: Findable): SearchColumns {
  const names = new Set(wordsOf(findable.names));
  const words = new Set(
    wordsOf([findable.organisationName, ...findable.needs.flatMap((need) => [need.name, need.words])]),
  );
  const rest = new Set(wordsOf(findable.texts));
  return {
    search_name: [...names].join(' '),
    search_words: [...words].join(' '),
    search_text: [...rest].filter((word) => !names.has(word) && !words.has(word)).join(' '),
  };
}

/** The words worth correcting a mistyped one to: long enough to be told apart, and no numbers. */
export function vocabularyOf(columns: SearchColumns[]): string[] {
  const texts = columns.flatMap((column) => [column.search_name, column.search_words, column.search_text]);
  const all = new Set(texts.flatMap((words) => words.split(' ')));
  return [...all].filter((word) => word.length >= 3 && word.length <= 40 && !/\d/.test(word));
}
