const TINY = 1e-9;

/** A row less as much of another as takes this column out of it. */
function without(row: readonly number[], pivot: readonly number[], column: number): number[] {
  const share = (row[column] ?? 0) / (pivot[column] ?? 1);
  return row.map((value, index) => value - share * (pivot[index] ?? 0));
}

const isThere = (value: number | undefined): boolean => Math.abs(value ?? 0) > TINY;

/** Whether a sum of cells follows from other sums that are known, whatever the cells count: whether it lies in what they span. */
export function determinedBy(known: readonly (readonly number[])[], asked: readonly number[], size: number): boolean {
  const vectorOf = (cells: readonly number[]): number[] =>
    Array.from({ length: size }, (_, at) => (cells.includes(at) ? 1 : 0));
  let rows = known.map(vectorOf);
  let left = vectorOf(asked);
  for (let column = 0; column < size; column += 1) {
    const pivot = rows.find((row) => isThere(row[column]));
    if (pivot === undefined) continue;
    rows = rows.filter((row) => row !== pivot).map((row) => without(row, pivot, column));
    left = without(left, pivot, column);
  }
  return !left.some(isThere);
}
