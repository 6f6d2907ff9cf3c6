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
const DIGIT_ZEROES = [0x0660, 0x06f0];

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const zero = DIGIT_ZEROES.find((start) => code >= start && code <= start + 9);
  if (zero !== undefined) return String(code - zero);
  return ARABIC_FORMS[character] ?? character;
}

/**
 * One spelling for many, so that words are found however they were typed: case, accents, ligatures and elision of
 * French; alef, hamza, ya, ta marbuta, tashkeel, tatweel and the article of Arabic; Arabic digits.
 */
export function foldText(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ARABIC_MARKS, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
  const words = Array.from(plain, foldCharacter)
    .join('')
    .replace(/\b[cdjlmnst]['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.map((word) => (/^ال.{3,}$/.test(word) ? word.slice(2) : word)).join(' ');
}
