/** Embeddings and overrides, by which a name could turn what stands behind it; no keyboard of a person types them. */
const TURNS = /[\u202a-\u202e]/g;
const ISOLATES = /[\u2066-\u2069]/g;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The text without what turns direction: what is put between two marks of ours must not close them. */
export function withoutTurns(text: string): string {
  return text.replace(TURNS, '').replace(ISOLATES, '');
}

/** The text as it may stand in a sentence: what it turns ends where it began, or it turns nothing. */
export function keptDirection(text: string): string {
  const isBalanced = countOf(text, /[\u2066-\u2068]/g) === countOf(text, /\u2069/g);
  return isBalanced ? text.replace(TURNS, '') : withoutTurns(text);
}
