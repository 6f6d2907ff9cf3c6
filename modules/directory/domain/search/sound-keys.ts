/**
 * How a name sounds, the same whether it is written in Arabic or in Latin letters: «الأمل», "Amal", "El Amal" and "Al-Amal"
 * have one key. Arabic writes consonants and long vowels, Latin both and the short ones too, each country in its own way
 * (ش is sh or ch, خ is kh, و is w or ou), so that a key is the consonants by class; where these are two only, also the long
 * vowel between them and whether a vowel ends the word. A word may have several keys; two words sound alike where they share one.
 */

const ARABIC_SOUNDS: Readonly<Record<string, string>> = {
  ب: 'b',
  پ: 'b',
  ت: 't',
  ط: 't',
  ث: 't',
  ج: 'j',
  چ: 'c',
  ح: 'h',
  ه: 'h',
  خ: 'x',
  د: 'd',
  ض: 'd',
  ذ: 'd',
  ظ: 'z',
  ر: 'r',
  ز: 'z',
  س: 's',
  ص: 's',
  ش: 'c',
  ف: 'f',
  ڤ: 'f',
  ڨ: 'g',
  غ: 'g',
  گ: 'g',
  ق: 'k',
  ك: 'k',
  ک: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
const ARABIC_VOWELS: Readonly<Record<string, string>> = {
  ا: 'a',
  آ: 'a',
  أ: 'a',
  إ: 'a',
  ٱ: 'a',
  ء: '',
  ؤ: 'u',
  ئ: 'i',
  ع: 'a',
  ى: 'a',
  و: 'u',
  ي: 'i',
  ی: 'i',
};

/** Letters and groups of Latin letters by the sound that they stand for in Arabic names; the longer first. */
const LATIN_SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tch|sh|ch)/, 'c'],
  [/^kh/, 'x'],
  [/^gh/, 'g'],
  [/^th/, 't'],
  [/^dh/, 'd'],
  [/^ph/, 'f'],
  [/^dj/, 'j'],
  [/^(?:qu|ck|q|k)/, 'k'],
  [/^c(?=[eiy])/, 's'],
  [/^c/, 'k'],
  [/^g(?=[eiy])/, 'j'],
  [/^x/, 'ks'],
  [/^p/, 'b'],
  [/^v/, 'f'],
  [/^(?:oo|ou|w)/, 'u'],
  [/^(?:ee|y)/, 'i'],
  [/^o/, 'u'],
  [/^e/, 'a'],
];

/** At the beginning of a word these are consonants. */
const FIRST_SOUNDS: typeof LATIN_SOUNDS = [
  [/^(?:ou|w)(?=[aeiouy])/, 'w'],
  [/^[iy](?=[aeou])/, 'y'],
];

/** Sounds as consonants in classes and vowels `a`, `i`, `u`; `w` and `y` begin a word only. */
type Sounds = string;

const IS_ARABIC = /^\p{Script=Arabic}+$/u;
const MARKS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g;

function arabicSounds(word: string): Sounds {
  const first = word[0] === 'و' ? 'w' : word[0] === 'ي' ? 'y' : null;
  const rest = Array.from(first === null ? word : word.slice(1));
  return (first ?? '') + rest.map((letter) => ARABIC_SOUNDS[letter] ?? ARABIC_VOWELS[letter] ?? '').join('');
}

function soundAt(left: string, isStart: boolean): { sound: string; length: number } {
  for (const [pattern, sound] of isStart ? [...FIRST_SOUNDS, ...LATIN_SOUNDS] : LATIN_SOUNDS) {
    const found = pattern.exec(left);
    if (found !== null) return { sound, length: found[0].length };
  }
  return { sound: left[0] ?? '', length: 1 };
}

function latinSounds(word: string): Sounds {
  let left = word;
  let sounds = '';
  while (left !== '') {
    const step = soundAt(left, left === word);
    sounds += step.sound;
    left = left.slice(step.length);
  }
  return sounds;
}

/** The long vowel that two consonants have between them: `i` sounds through others, then `u`. */
function middleOf(vowels: string): string {
  if (vowels.includes('i')) return '3';
  if (vowels.includes('u')) return '2';
  return vowels === '' ? '' : '1';
}

/** The key of a word's sounds; `isShort` for a script that writes short vowels, where the middle one may be one of them. */
function keysOfSounds(sounds: Sounds, isShort: boolean): string[] {
  // Latin letters double a consonant; Arabic marks it, and two letters are two.
  const single = isShort ? sounds.replace(/([^aiu])\1+/g, '$1') : sounds;
  const start = /^[aiu]/.test(single) ? 'a' : '';
  const consonants = single.replace(/[aiu]/g, '');
  if (start.length + consonants.length >= 3) return [start + consonants];
  const one = /^[aiu]+([^aiu])([aiu]*)$/.exec(single);
  if (one !== null) return one[2] === '' ? [] : [`a${one[1]}0`];
  return keysOfTwo(single, isShort);
}

function keysOfTwo(single: Sounds, isShort: boolean): string[] {
  const two = /^([^aiu])([aiu]*)([^aiu])([aiu]*)$/.exec(single);
  if (two === null) return [];
  const [, first = '', between = '', second = '', end = ''] = two;
  const last = end === '' ? '' : '0';
  const key = first + middleOf(between) + second + last;
  return isShort && between !== '' ? [key, first + second + last] : [key];
}

function arabicKeys(word: string): string[] {
  const bare = word.replace(/^(?:[وبفك]?ال|لل)(?=.{2})/u, '');
  // A ta marbuta is silent, or a t: Warda, but Hayat.
  const forms = bare.endsWith('ة') ? [`${bare.slice(0, -1)}ا`, `${bare.slice(0, -1)}ت`] : [bare];
  return forms.flatMap((form) => keysOfSounds(arabicSounds(form), false));
}

function latinKeys(word: string): string[] {
  const bare = /^[ae]l(?=.{4})/.test(word) ? [word, word.slice(2)] : [word];
  return bare.flatMap((form) => keysOfSounds(latinSounds(form.replace(/(?<=[aeiouy])h$/, '')), true));
}

/** A word's keys, with the script that it is written in; a word of neither script, or too short to be told, has none. */
export function soundKeysOf(word: string): { script: 'arabic' | 'latin'; keys: string[] } {
  const plain = word.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
  if (IS_ARABIC.test(plain)) return { script: 'arabic', keys: [...new Set(arabicKeys(plain))] };
  const latin = plain.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
  return { script: 'latin', keys: /^[a-z]+$/.test(latin) ? [...new Set(latinKeys(latin))] : [] };
}

/** What keeps a key apart from every word: no word begins so. */
const PREFIX = { arabic: 'k0a', latin: 'k0l' };
const OTHER = { arabic: 'latin', latin: 'arabic' } as const;

/** The words of a text as they are written, without French elision. */
export function wordsAsWritten(text: string): string[] {
  const unelided = text.normalize('NFC').replace(/\b[cdjlmnst]['’]/gi, '');
  return unelided.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

/** The keys of a name's words as they are kept among its search words. */
export function keptKeysOf(name: string): string[] {
  return wordsAsWritten(name).flatMap((word) => {
    const { script, keys } = soundKeysOf(word);
    return keys.map((key) => PREFIX[script] + key);
  });
}

/** The kept keys of names in the other script that sound like this word. */
export function askedKeysOf(word: string): string[] {
  const { script, keys } = soundKeysOf(word);
  return keys.map((key) => PREFIX[OTHER[script]] + key);
}
