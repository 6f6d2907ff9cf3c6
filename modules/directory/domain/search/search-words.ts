import { foldText } from '@qantara/kernel';
import { stemArabic } from './stem-arabic.ts';
import { stemLatin } from './stem-latin.ts';

const MOST_WORDS = 12;
const IS_ARABIC = /^\p{Script=Arabic}+$/u;

/** Words that say nothing of what is looked for, folded, in the three languages; Arabic's article in Latin letters too. */
const EMPTY_WORDS = new Set(
  (
    'a an the of for to in on at and or with my me i im am is are need needs want find get where how can do help near ' +
    'le la les un une des de du au aux et ou en dans pour par avec sur mon ma mes je suis ai besoin cherche chercher trouver veux ' +
    'est sont que qui aide pres comment moi me el al ' +
    'في من على علي الي عن مع او و انا اريد احتاج ابحث اين كيف هل لي هو هي ما'
  ).split(' '),
);

/** A word that the kernel has folded, as one form for all its forms. */
export function stemOf(word: string): string {
  if (IS_ARABIC.test(word)) return stemArabic(word);
  return /^[a-z]+$/.test(word) ? stemLatin(word) : word;
}

/** The words of a text, folded by the kernel. */
export function foldedWordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** The words of a text as search compares them: folded by the kernel, then stemmed. */
export function searchWordsOf(text: string): string[] {
  return foldedWordsOf(text).map(stemOf);
}

/** What somebody typed, folded: without "I need a", unless nothing else was typed. */
export function tellingWordsOf(text: string): string[] {
  const folded = foldedWordsOf(text);
  const telling = folded.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : folded;
}

/** What somebody typed, as the words to look for. */
export function askedWordsOf(text: string): string[] {
  return [...new Set(tellingWordsOf(text).map(stemOf))].slice(0, MOST_WORDS);
}
