import { latinDigits } from '@qantara/kernel';

/** A number as people write it: figures, with what stands between them. */
const NUMBER = /^[\d\s+()./-]+$/;
/** The figures that tell one number of a country from another, whatever prefix is written before them. */
const OWN_FIGURES = 8;

const ALIKE: Record<string, string> = { ى: 'ي', ة: 'ه', ـ: '' };

/**
 * What a resident typed as the name of their personal account, as the name that was meant: case, spaces, marks, Arabic
 * digits, and the prefix of a country before a telephone number are forgiven. Two people may have the same name: the
 * password is part of what tells them apart.
 */
export function readSignInName(typed: string): string {
  const plain = latinDigits(typed.normalize('NFKC'))
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');
  const figures = plain.replace(/\D/g, '');
  if (NUMBER.test(plain) && figures.length >= OWN_FIGURES) return figures.slice(-OWN_FIGURES);
  return plain
    .normalize('NFKD')
    .replace(/[\p{M}\s]/gu, '')
    .replace(/[ىةـ]/g, (letter) => ALIKE[letter] ?? letter);
}
