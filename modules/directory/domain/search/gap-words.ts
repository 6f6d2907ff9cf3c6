/** A word of a search that found nothing may be kept once it came on as many days: no name of one person does. */
export const DAYS_TO_BE_KEPT = 5;

/** Fewer searches than this are told as "a few": a smaller figure could point at whoever asked. */
export const FEWEST_TOLD = 5;

/** What is known of a word: whether some service is found by it, and on how many days it was searched for. */
export type KnownWord = { word: string; isOurs: boolean; days: number };

/**
 * The words of a search that may be kept: all of them or none, as the rest of a name would tell whose it is. A word may be
 * kept that stands in the public directory, or that many days have brought; never one with a digit, which could be
 * somebody's number.
 */
export function keptWords(words: readonly KnownWord[]): string {
  const mayBeKept = ({ word, isOurs, days }: KnownWord) => isOurs || (days >= DAYS_TO_BE_KEPT && !/\d/.test(word));
  return words.every(mayBeKept)
    ? words
        .map(({ word }) => word)
        .toSorted()
        .join(' ')
    : '';
}

/** A count of searches as it is told: null is a few. */
export function toldCount(searches: number): number | null {
  return searches === 0 || searches >= FEWEST_TOLD ? searches : null;
}
