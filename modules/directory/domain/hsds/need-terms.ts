import { searchWordsOf } from '../search-words.ts';

/** Which words and codes of other taxonomies mean which of our needs: data, in `db/seeds/taxonomy-to-needs.json`. */
export type NeedTerms = readonly { needCode: string; codes: readonly string[]; words: readonly string[] }[];

/** One term of a source's taxonomy. */
export type Term = { code: string; name: string };

const keyOf = (text: string): string => ` ${searchWordsOf(text).join(' ')} `;

/** The needs that a term means: by the beginning of its code, or by words in its name. */
export function needsOfTerm(term: Term, terms: NeedTerms): string[] {
  const code = term.code.trim().toLowerCase();
  const name = keyOf(term.name);
  return terms
    .filter(
      ({ codes, words }) =>
        (code !== '' &&
          codes.some(
            (known) =>
              code === known.toLowerCase() ||
              code.startsWith(`${known.toLowerCase()}-`) ||
              code.startsWith(`${known.toLowerCase()}.`),
          )) ||
        words.some((known) => name.includes(keyOf(known))),
    )
    .map(({ needCode }) => needCode);
}
