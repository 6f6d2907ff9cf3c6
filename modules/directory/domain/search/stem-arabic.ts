/**
 * One form for a word's singular and plural, with and without what is written onto it: the prefixes and suffixes of
 * Larkey, Ballesteros and Connell's light10 (SIGIR 2002), over words that the kernel has folded. A stem keeps three letters,
 * four before a plural that could be part of the word.
 */
export function stemArabic(word: string): string {
  const bare = word.replace(/^(?:[وبفك]ال|لل|ال)(?=.{3})/u, '');
  const long = bare.replace(/(?<=.{4})(?:ان|ون|ين)$/u, '').replace(/(?<=.{3})(?:ها|ات|يه)$/u, '');
  return long.replace(/(?<=.{3})[هي]$/u, '');
}
