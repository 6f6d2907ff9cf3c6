import { foldText } from '@qantara/kernel';

const MOST_WORDS = 12;
const IS_ARABIC = /^\p{Script=Arabic}+$/u;

/** Words that say nothing of what is looked for, folded, in the three languages. */
const EMPTY_WORDS = new Set(
  (
    'a an the of for to in on at and or with my me i im am is are need needs want find get where how can do help near ' +
    'le la les un une des de du au aux et ou en dans pour par avec sur mon ma mes je suis ai besoin cherche chercher trouver veux ' +
    'est sont que qui aide pres comment moi me ' +
    'في من على الي عن مع او و انا اريد احتاج ابحث اين كيف هل لي هو هي ما'
  ).split(' '),
);

function stemArabic(word: string): string {
  const bare = word.replace(/^(?:[وبفك]ال|لل)(?=.{3})/u, '').replace(/^ال(?=.{3})/u, '');
  return bare.replace(/(?<=.{3})(?:ات|ه)$/u, '');
}

function stemLatin(word: string): string {
  return /^.{3,}[^s]s$/.test(word) || /^.{3,}aux$/.test(word) ? word.slice(0, -1) : word;
}

/** One form for a word's singular and plural, with and without the Arabic article and what is written onto it. */
function stem(word: string): string {
  if (IS_ARABIC.test(word)) return stemArabic(word);
  return /^[a-z]+$/.test(word) ? stemLatin(word) : word;
}

/** The words of a text as search compares them: folded by the kernel, then without number and article. */
export function searchWordsOf(text: string): string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map(stem);
}

/** What somebody typed, as the words to look for: without "I need a", unless nothing else was typed. */
export function askedWordsOf(text: string): string[] {
  const folded = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  const telling = folded.filter((word) => !EMPTY_WORDS.has(word));
  return [...new Set((telling.length > 0 ? telling : folded).map(stem))].slice(0, MOST_WORDS);
}
