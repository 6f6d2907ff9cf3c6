/** Without what is taken for something else on paper: 0 and O, 1 and I, 2 and Z, 5 and S, 8 and B. A prime number of letters. */
const LETTERS = '34679ACDEFGHJKLMNPQRTUVWXY258';
const RANDOM = 7;
/** What is written for what nobody prints. */
const MISREAD: Record<string, string> = { S: '5', Z: '2', B: '8' };

function checkOf(letters: string): string {
  const sum = Array.from(letters).reduce((total, letter, at) => total + (at + 1) * LETTERS.indexOf(letter), 0);
  return LETTERS[sum % LETTERS.length] ?? '';
}

/**
 * The code of a sheet from random numbers: seven letters and one that checks them. With a prime number of letters and a weight for each
 * place, one wrong letter and two that changed places are always found.
 */
export function sheetCodeOf(random: readonly number[]): string {
  const letters = random
    .slice(0, RANDOM)
    .map((number) => LETTERS[number % LETTERS.length])
    .join('');
  return `${letters}${checkOf(letters)}`;
}

/** How many random numbers a code is made of. */
export const RANDOM_OF_CODE = RANDOM;

/** A code that was typed or scanned, as it is kept; undefined where it cannot be one. */
export function readSheetCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/[SZB]/g, (letter) => MISREAD[letter] ?? letter);
  if (plain.length !== RANDOM + 1 || Array.from(plain).some((letter) => !LETTERS.includes(letter))) return undefined;
  return checkOf(plain.slice(0, RANDOM)) === plain.slice(RANDOM) ? plain : undefined;
}

/** A code as it is printed and read out: in two halves. */
export function writeSheetCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
