/** Steps from one word to the other: a letter put in, left out, changed, or two neighbours swapped (Damerau 1964). */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : Infinity;
      line.push(Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, changed, swapped));
    }
    before = last;
    last = line;
  }
  return last[b.length] ?? 0;
}

function mostSteps(word: string): number {
  if (word.length <= 4) return 1;
  return word.length <= 8 ? 2 : 3;
}

/** The word that was most likely meant, or none: a short word may differ by one letter, a long one by three. */
export function nearestWord(typed: string, candidates: string[]): string | undefined {
  const judged = candidates
    .map((word) => ({ word, steps: editDistance(typed, word) }))
    .filter(({ steps }) => steps <= mostSteps(typed))
    .toSorted(
      (one, other) =>
        one.steps - other.steps ||
        Math.abs(one.word.length - typed.length) - Math.abs(other.word.length - typed.length),
    );
  return judged[0]?.word;
}
