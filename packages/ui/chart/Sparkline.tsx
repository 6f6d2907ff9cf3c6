import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { usePage } from '../page/use-page.ts';
import { alongPage } from './axis.ts';

const WIDTH = 96;
const HEIGHT = 24;

/** The course of a figure at the size of a word; `label` says it in words. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const { direction } = usePage();
  const known = values.filter((value) => value !== null);
  const y = scaleLinear([Math.min(0, ...known), Math.max(1, ...known)], [HEIGHT - 3, 3]);
  const step = (WIDTH - 6) / Math.max(1, values.length - 1);
  const round = (value: number) => Math.round(value * 10) / 10;
  const place = (index: number) => round(alongPage(3 + index * step, WIDTH, direction));
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => place(index))
    .y((value) => round(y(value ?? 0)));
  const last = values.at(-1) ?? null;
  return (
    <svg role="img" aria-label={label} className="sparkline series s1" viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <path d={path(values) ?? ''} />
      {last === null ? null : <circle cx={place(values.length - 1)} cy={round(y(last))} r="3" />}
    </svg>
  );
}
