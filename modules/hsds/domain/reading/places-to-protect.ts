import { foldText } from '@qantara/kernel';

/** By which needs and words a service is likely to be for people in danger: data, in `db/seeds/places-to-protect.json`. */
export type PlacesToProtect = { needs: readonly string[]; words: readonly string[] };

/** What is asked of a service before its place is told to anybody. */
export type ProtectRule = (service: { needs: readonly string[]; texts: readonly string[] }) => boolean;

/** One and several of a Latin word; what Arabic writes together with the word behind it. */
const ENDING = '[sx]?';
const BEGINNING = '(?:[وفبلك]|لل|بال|وال)?';

/**
 * A rule out of needs and words: whether a service looks as if its place had to be hidden. It says so rather once too often:
 * a person looks, and nothing is withheld for it.
 */
export function protectRuleOf({ needs, words }: PlacesToProtect): ProtectRule {
  const folded = [...new Set(words.map(foldText))].map((word) => word.split(' ').join(`${ENDING} ${BEGINNING}`));
  const pattern = new RegExp(`(?:^| )${BEGINNING}(?:${folded.join('|')})${ENDING}(?: |$)`);
  return ({ needs: own, texts }) =>
    own.some((need) => needs.includes(need)) || texts.some((text) => pattern.test(foldText(text)));
}
