import { searchWordsOf } from '@qantara/directory/domain';

/** Which words and codes of other taxonomies mean which of our needs: data, in `db/seeds/taxonomy-to-needs.json`. */
export type NeedTerms = readonly { needCode: string; codes: readonly string[]; words: readonly string[] }[];

/** One term of a source's taxonomy. */
export type Term = { code: string; name: string };

const keyOf = (text: string): string => ` ${searchWordsOf(text).join(' ')} `;

/** The rules with their words folded: once for a package, not once for each of its rows. */
export type NeedRules = { needCode: string; codes: string[]; keys: string[] }[];

export function needRulesOf(terms: NeedTerms): NeedRules {
  return terms.map(({ needCode, codes, words }) => ({
    needCode,
    codes: codes.map((code) => code.toLowerCase()),
    keys: words.map(keyOf),
  }));
}

/** The needs that a term means: by the beginning of its code, or by words in its name. */
export function needsOfTerm(term: Term, rules: NeedRules): string[] {
  const code = term.code.trim().toLowerCase();
  const name = keyOf(term.name);
  const isUnder = (known: string) => code === known || code.startsWith(`${known}-`) || code.startsWith(`${known}.`);
  return rules
    .filter(({ codes, keys }) => codes.some(isUnder) || keys.some((key) => name.includes(key)))
    .map(({ needCode }) => needCode);
}
