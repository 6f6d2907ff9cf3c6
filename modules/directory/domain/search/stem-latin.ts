/** English plurals that no rule makes. */
const IRREGULAR: Readonly<Record<string, string>> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  people: 'person',
  teeth: 'tooth',
  feet: 'foot',
  wives: 'wife',
};

function singular(word: string): string {
  if (/^.+eaux$/.test(word)) return word.slice(0, -1);
  if (/^.{3,}aux$/.test(word)) return `${word.slice(0, -2)}l`;
  if (/^.{2,}(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  return /^.{2,}[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutEnding(word: string): string {
  const ending = /^(.{3,})ing$/.exec(word) ?? /^(.{3,}[^e])ed$/.exec(word) ?? /^(.{4,})er$/.exec(word);
  const [, before = ''] = ending ?? [];
  return /[aeiouy]/.test(before) ? before : word;
}

/**
 * One form for singular and plural, the forms of a verb and its -er noun, in English and French at once, as nobody says in
 * which of them they type: a light stemmer after Porter's steps 1a to 1c (1980) and Savoy's minimal one for French (1999).
 * Words of three letters stay as they are; what is left need not be a word, but must be the same for all forms.
 */
export function stemLatin(word: string): string {
  const known = IRREGULAR[word];
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  const bare = withoutEnding(singular(word));
  const open = bare.replace(/(?<=.{3})e+$/, '').replace(/(?<=.{2}[^aeiou])y$/, 'i');
  return open.replace(/([^aeiou])\1$/, '$1');
}
