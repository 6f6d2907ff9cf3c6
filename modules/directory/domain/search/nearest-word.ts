import { soundKeysOf } from './sound-keys.ts';

type Table = { a: string[]; b: string[]; before: number[]; last: number[] };

function stepsAt({ a, b, before, last }: Table, at: { row: number; column: number; left: number }): number {
  const { row, column, left } = at;
  const isSame = a[row - 1] === b[column - 1];
  const isSwap = row > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  const steps = [(last[column] ?? 0) + 1, left + 1, (last[column - 1] ?? 0) + (isSame ? 0 : 1)];
  return Math.min(...steps, ...(isSwap ? [(before[column - 2] ?? 0) + 1] : []));
}

/** Steps from one word to the other: a letter put in, left out, changed, or two neighbours swapped (Damerau 1964). */
export function editDistance(from: string, to: string): number {
  const a = Array.from(from);
  const b = Array.from(to);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1)
      line.push(stepsAt({ a, b, before, last }, { row, column, left: line[column - 1] ?? 0 }));
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}

function mostSteps({ length }: string): number {
  if (length < 3) return 0;
  if (length <= 5) return 1;
  return length <= 10 ? 2 : 3;
}

/** Letters side by side, with the word's edges: words that share many are spelt nearly alike, in any script. */
export function letterPairsOf(word: string): string[] {
  const letters = Array.from(`^${word}$`);
  return [...new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`))];
}

function soundsLike(one: string, other: string): boolean {
  const [a, b] = [soundKeysOf(one), soundKeysOf(other)];
  return a.script === b.script && a.keys.some((key) => b.keys.includes(key));
}

/**
 * The word that was most likely meant, or none: up to five letters may differ by one, up to ten by two, longer ones by three; a name that sounds the same (Muhammad, Mohamed) by one more. Of two that are as near, the one of about the same
 * length, then the first by alphabet, so that the same mistake is always read the same way.
 */
export function nearestWord(typed: string, candidates: string[]): string | undefined {
  const judged = candidates
    .map((word) => ({ word, steps: editDistance(typed, word) - (soundsLike(typed, word) ? 1 : 0) }))
    .filter(({ steps }) => steps <= mostSteps(typed))
    .toSorted(
      (one, other) =>
        one.steps - other.steps ||
        Math.abs(one.word.length - typed.length) - Math.abs(other.word.length - typed.length) ||
        (one.word < other.word ? -1 : 1),
    );
  return judged[0]?.word;
}
