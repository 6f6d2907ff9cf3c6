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
