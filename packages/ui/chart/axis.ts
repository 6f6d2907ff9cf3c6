import type { Direction } from '@qantara/kernel';
import { scaleLinear } from 'd3-scale';

/** Round steps from zero (or below) to at least the highest value, a handful of them. */
export function ticksFor(values: readonly (number | null | undefined)[], count = 4): number[] {
  const known = values.filter((value) => value !== null && value !== undefined);
  const high = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  if (high === low) return [0, 1];
  return scaleLinear().domain([low, high]).nice(count).ticks(count);
}

/** Time runs the way the page reads: in Arabic the first month stands at the other end. */
export function alongPage(x: number, width: number, direction: Direction): number {
  return direction === 'rtl' ? width - x : x;
}

/** Which of `count` labels are written so that at most `most` of them stand side by side; the first and last steps are even. */
export function shownLabels(count: number, most: number): number[] {
  if (count <= 0 || most <= 0) return [];
  const step = Math.ceil(count / most);
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** How many labels fit beside each other, by the longest of them: letters of either script are about as wide as half their height. */
export function fittingLabels(labels: readonly string[], width: number, fontSize: number): number {
  const longest = Math.max(1, ...labels.map((label) => Array.from(label).length));
  return Math.max(1, Math.min(12, Math.floor(width / (longest * fontSize * 0.62 + fontSize))));
}

/** A share of a whole as a percentage of a bar's length; nothing is not a bar. */
export function barLength(value: number | null, highest: number): number {
  if (value === null || highest <= 0) return 0;
  return Math.round(Math.min(1, Math.max(0, value / highest)) * 1000) / 10;
}

/** Where a bar of some length begins, in percent of the way, when the page reads from either side. */
export function barStart(before: number, length: number, direction: Direction): number {
  return Math.round((direction === 'rtl' ? 100 - before - length : before) * 10) / 10;
}
