import type { Direction } from '@qantara/kernel';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { alongPage, fittingLabels, shownLabels, ticksFor } from './axis.ts';

/** A figure at a place along the line; null is missing, which is not zero. */
export type ChartPoint = {
  key: string;
  label: string;
  value: number | null;
  /** Why there is no figure, where “not known” is not the reason. */
  absent?: string | undefined;
};

/** Figures of one thing over time. */
export type ChartSeries = { key: string; label: string; points: readonly ChartPoint[] };

/** The frame a line chart is drawn in, and the room kept for words around it. */
export const LINE_FRAME = { width: 380, height: 220, top: 12, bottom: 28, axis: 44, far: 14, fontSize: 12 };

type LineInput = { series: readonly ChartSeries[]; target: number | null; direction: Direction };

/** Everything a line chart draws, in the coordinates of its frame. */
export type LineLayout = {
  ticks: { value: number; y: number }[];
  labels: { text: string; x: number }[];
  lines: { key: string; d: string; dots: { key: string; x: number; y: number }[] }[];
  targetY: number | null;
  axisX: number;
  farX: number;
};

/** Places the lines, steps and labels of a chart the way the page reads. */
export function lineLayout({ series, target, direction }: LineInput): LineLayout {
  const { width, height, top, bottom, axis, far, fontSize } = LINE_FRAME;
  const longest = series.reduce<readonly ChartPoint[]>(
    (most, { points }) => (points.length > most.length ? points : most),
    [],
  );
  const ticks = ticksFor([...series.flatMap(({ points }) => points.map(({ value }) => value)), target]);
  const y = scaleLinear([ticks[0] ?? 0, ticks.at(-1) ?? 1], [height - bottom, top]);
  const step = (width - axis - far) / Math.max(1, longest.length - 1);
  const place = (index: number) =>
    alongPage(axis + (longest.length === 1 ? (width - axis - far) / 2 : index * step), width, direction);
  const fit = fittingLabels(
    longest.map(({ label }) => label),
    width - axis,
    fontSize,
  );
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    ticks: ticks.map((value) => ({ value, y: round(y(value)) })),
    labels: shownLabels(longest.length, fit).map((index) => ({
      text: longest[index]?.label ?? '',
      x: round(place(index)),
    })),
    lines: series.map(({ key, points }) => ({
      key,
      d:
        line<ChartPoint>()
          .defined(({ value }) => value !== null)
          .x((_, index) => round(place(index)))
          .y(({ value }) => round(y(value ?? 0)))(points) ?? '',
      dots: points.flatMap((point, index) =>
        point.value === null ? [] : [{ key: point.key, x: round(place(index)), y: round(y(point.value)) }],
      ),
    })),
    targetY: target === null ? null : round(y(target)),
    axisX: alongPage(axis - 8, width, direction),
    farX: alongPage(width - far, width, direction),
  };
}
