const LATIN_MARKS = /[\u0300-\u036f]/g;
const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;
const ARABIC_FORMS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  گ: 'ك',
  ک: 'ك',
  ی: 'ي',
};
/** The letters above, and the digits of Arabic and of Persian. */
const FOLDED = /[أإآٱىئؤةگکی\u0660-\u0669\u06f0-\u06f9]/g;
const PLAIN = /^\p{ASCII}*$/u;

function foldCharacter(character: string): string {
  // The last four bits of both kinds of digits are the digit.
  return ARABIC_FORMS[character] ?? String((character.codePointAt(0) ?? 0) & 15);
}

function withoutMarks(text: string): string {
  return text
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ARABIC_MARKS, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(FOLDED, foldCharacter);
}

/**
 * One spelling for many, so that words are found however they were typed: case, accents, ligatures and elision of
 * French; alef, hamza, ya, ta marbuta, tashkeel, tatweel and the article of Arabic; Arabic digits.
 */
export function foldText(text: string): string {
  const plain = PLAIN.test(text) ? text.toLowerCase() : withoutMarks(text);
  const words = plain
    .replace(/\b[cdjlmnst]['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.map((word) => (/^ال.{3,}$/.test(word) ? word.slice(2) : word)).join(' ');
}
