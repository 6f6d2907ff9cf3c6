import type { WiderSearch } from '../contract/index.ts';

/** What was asked, as the address of the page says it. */
export type AskedSearch = { words: string; needCode: string; areaId: string };

/** The message that says what a wider search leaves out. */
export function widerKey(
  asked: AskedSearch,
  wider: WiderSearch,
): 'everywhere' | 'any_need' | 'without_words' | 'need_everywhere' {
  const losesWords = asked.words !== '' && wider.words === '';
  const losesArea = asked.areaId !== '' && wider.areaId === null;
  if (losesWords) return losesArea ? 'need_everywhere' : 'without_words';
  return losesArea ? 'everywhere' : 'any_need';
}

/** The address of a wider search, on the same page. */
export function widerAddress({ words, needCode, areaId }: WiderSearch): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('words', words);
  if (needCode !== null) query.set('needCode', needCode);
  if (areaId !== null) query.set('areaId', areaId);
  return `?${query.toString()}`;
}
