/** A figure of one year; null is missing or not told, which is not zero. */
export type YearValue = { year: number; value: number | null };

/** What a series says, in one sentence: between which two years, which way, how far, and whether it was never so high or so low. */
export type Takeaway = {
  move: 'rose' | 'rose_highest' | 'fell' | 'fell_lowest' | 'stayed';
  from: { year: number; value: number };
  to: { year: number; value: number };
  /** How far it went, always above zero but where it stayed. */
  change: number;
  /** Of how many years something is told. */
  years: number;
};

/** A highest of two is no news: the sentence has said already that it rose. */
const LEAST_FOR_EXTREME = 3;

function moveOf(change: number, values: readonly number[], last: number): Takeaway['move'] {
  if (change === 0) return 'stayed';
  const before = values.slice(0, -1);
  const isTold = values.length >= LEAST_FOR_EXTREME;
  if (change > 0) return isTold && before.every((value) => value < last) ? 'rose_highest' : 'rose';
  return isTold && before.every((value) => value > last) ? 'fell_lowest' : 'fell';
}

/**
 * The sentence of a series, by rules: the first year that is known beside the last. It is made of the figures as they are written
 * (`digits` after the point), so that nobody reads of a change between two numbers that look the same, and the change is what
 * they differ by. Null while fewer than two years are known.
 */
export function takeawayOf(series: readonly YearValue[], digits: number): Takeaway | null {
  const scale = 10 ** digits;
  const known = series
    .flatMap(({ year, value }) => (value === null ? [] : [{ year, value: Math.round(value * scale) / scale }]))
    .toSorted((one, other) => one.year - other.year);
  const [from] = known;
  const to = known.at(-1);
  if (from === undefined || to === undefined || from.year === to.year) return null;
  const values = known.map(({ value }) => value);
  const change = Math.round((to.value - from.value) * scale) / scale;
  return { move: moveOf(change, values, to.value), from, to, change: Math.abs(change), years: known.length };
}
