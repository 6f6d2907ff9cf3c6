import { foldText, LOCALES, type LocalizedText } from '@qantara/kernel';

const LONGEST = 30;

/** A code for a composed role, from its name in Latin letters where it has one: it stands in addresses and in the audit. */
export function roleCodeOf(name: LocalizedText, isTaken: (code: string) => boolean): string {
  const latin = [name.en, name.fr, ...LOCALES.map((locale) => name[locale])]
    .map((text) =>
      foldText(text ?? '')
        .replace(/[^a-z0-9]+/g, '_')
        .replace(/^[^a-z]+|_+$/g, '')
        .slice(0, LONGEST),
    )
    .find((text) => text.length > 2);
  const base = latin ?? 'role';
  for (let number = 1; ; number += 1) {
    const code = number === 1 && latin !== undefined ? base : `${base}_${number}`;
    if (!isTaken(code)) return code;
  }
}
