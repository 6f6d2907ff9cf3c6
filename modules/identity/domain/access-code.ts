import { latinDigits } from '@qantara/kernel';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand stays itself. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code of sixty bits from twelve random bytes, in three groups of four: `7K3M-9QXD-2F8A`. */
export function accessCodeFrom(random: Uint8Array): string {
  const characters = Array.from(random.slice(0, LENGTH), (byte) => ALPHABET[byte % 32] ?? '0').join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`;
}

const ALIKE: Record<string, string> = { O: '0', I: '1', L: '1' };

/** What a person typed, as the code that was meant: case, spaces, hyphens, Arabic digits and look-alikes are forgiven. */
export function readAccessCode(typed: string): string {
  const plain = latinDigits(typed.normalize('NFKC'));
  return plain
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[OIL]/g, (character) => ALIKE[character] ?? character);
}
