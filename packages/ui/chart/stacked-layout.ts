import type { Direction } from '@qantara/kernel';
import { barLength, barStart } from './axis.ts';

/** One part of a bar, in percent of the way. */
export type StackedPart = { key: string; x: number; width: number };

/** The parts of a whole one after the other, in the direction the page reads; missing parts take no room. */
export function stackedParts(
  parts: readonly { key: string; value: number | null }[],
  highest: number,
  direction: Direction,
): StackedPart[] {
  let before = 0;
  return parts.map(({ key, value }) => {
    const width = barLength(value, highest);
    const part = { key, x: barStart(before, width, direction), width };
    before += width;
    return part;
  });
}
