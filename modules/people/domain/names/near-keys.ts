import { nameTokens } from './name-tokens.ts';

/** Shorter skeletons with a consonant less fit everybody. */
const SHORTEST_ALONE = 4;
const SHORTEST_BESIDE = 3;
const MOST_WORDS = 8;

function shortened(token: string, shortest: number): string[] {
  if (token.length < shortest) return [];
  return Array.from({ length: token.length }, (_, place) => token.slice(0, place) + token.slice(place + 1));
}

const pairOf = (one: string, other: string): string => (one < other ? `${one}+${other}` : `${other}+${one}`);

function pairsOf(one: string, other: string): string[] {
  return [
    ...shortened(one, SHORTEST_BESIDE).map((short) => pairOf(short, other)),
    ...shortened(other, SHORTEST_BESIDE).map((short) => pairOf(one, short)),
  ];
}

/**
 * The keys by which a name is found in spite of one typing error: each skeleton, and each pair of them, with one consonant left
 * out (the deletion neighbourhood of SymSpell). Compared for equality, so that row security keeps its index.
 */
export function nearNameKeys(name: string): string[] {
  const tokens = nameTokens(name).slice(0, MOST_WORDS);
  const alone = tokens.flatMap((token) => [token, ...shortened(token, SHORTEST_ALONE)]);
  const pairs = tokens.flatMap((one, index) => tokens.slice(index + 1).flatMap((other) => pairsOf(one, other)));
  return [...new Set([...alone, ...pairs])];
}

/**
 * The keys that a name with one typing error may be held under: of two words the pair, of which one may be wrong; of one word
 * itself. Those of `exact` are held as the name's own keys, those of `near` with a consonant less.
 */
export function askedNearKeys(name: string): { exact: string[]; near: string[] } {
  const tokens = nameTokens(name).slice(0, MOST_WORDS);
  const [one, other] = tokens;
  if (one === undefined) return { exact: [], near: [] };
  if (other === undefined) return { exact: [], near: [one, ...shortened(one, SHORTEST_ALONE)] };
  const pairs = tokens.slice(1).flatMap((token, index) => pairsOf(tokens[index] ?? '', token));
  const whole = tokens.slice(1).map((token, index) => pairOf(tokens[index] ?? '', token));
  return { exact: [...new Set(pairs)], near: [...new Set([...whole, ...pairs])] };
}
