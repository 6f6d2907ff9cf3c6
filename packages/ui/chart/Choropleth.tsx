import { useId } from 'react';
import { NumberText } from '../format/NumberText.tsx';
import { usePage } from '../page/use-page.ts';
import { type AreaShape, areaShapes } from './area-shape.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { FigureStyle } from './LineChart.tsx';
import type { Outline } from './outline.ts';
import { classOf, colourStep, type ValueClass, valueClasses } from './value-classes.ts';

const WIDTH = 520;
const HEIGHT = 400;
// More names than this collide; the titles and the table still say them all.
const MOST_NAMES = 12;

/** One area of a map with its figure; null is missing, and is drawn as such. */
export type MapArea = {
  key: string;
  label: string;
  geometry: Outline;
  value: number | null;
  /** Why there is no figure, where “no data” is not the reason. */
  absent?: string | undefined;
  href?: string;
};

type ChoroplethProps = FigureStyle & {
  caption: string;
  areas: readonly MapArea[];
  measure: string;
  classes?: number;
  note?: string;
};

function Key({
  classes,
  missing,
  pattern,
  figures,
}: {
  classes: readonly ValueClass[];
  /** In words, why areas are hatched; empty when none is. */
  missing: readonly string[];
  pattern: string;
  figures: FigureStyle;
}) {
  const { t, formats } = usePage();
  const { style = 'number', digits } = figures;
  const write = (value: number) => formats[style](value, digits);
  return (
    <ul className="legend">
      {classes.map(({ from, to }, index) => (
        <li key={from}>
          <svg className="sample" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
            <rect className={`area c${colourStep(index + 1, classes.length)}`} width="28" height="12" />
          </svg>
          {write(from) === write(to) ? write(from) : t('ui.chart.range', { from: write(from), to: write(to) })}
        </li>
      ))}
      {missing.length === 0 ? null : (
        <li>
          <svg className="sample" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
            <rect className="area" fill={`url(#${pattern})`} width="28" height="12" />
          </svg>
          {formats.list([...missing])}
        </li>
      )}
    </ul>
  );
}

function Area({
  area,
  d,
  step,
  pattern,
  spoken,
}: {
  area: MapArea;
  d: string;
  step: number | null;
  pattern: string;
  spoken: string;
}) {
  const fill = step === null ? { fill: `url(#${pattern})`, className: 'area' } : { className: `area c${step}` };
  const shape = (
    <path d={d} {...fill}>
      <title>{spoken}</title>
    </path>
  );
  if (area.href === undefined) return shape;
  return (
    <a href={area.href} aria-label={spoken}>
      {shape}
    </a>
  );
}

function Names({ areas, shapes }: { areas: readonly MapArea[]; shapes: readonly AreaShape[] }) {
  return (
    <g className="map-names" aria-hidden="true">
      {areas.map(({ key, label }, index) => (
        <text key={key} x={shapes[index]?.centre[0]} y={shapes[index]?.centre[1]} textAnchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

/** A map whose areas are coloured by class of figure, drawn on the server; what is missing is hatched, never pale. */
export function Choropleth({ caption, areas, measure, classes: count = 5, note, ...figures }: ChoroplethProps) {
  const { t, formats } = usePage();
  const pattern = `hatch-${useId().replace(/\W/g, '')}`;
  const { style = 'number', digits } = figures;
  const classes = valueClasses(
    areas.map(({ value }) => value),
    count,
  );
  const shapes = areaShapes(
    areas.map(({ geometry }) => geometry),
    WIDTH,
    HEIGHT,
  );
  const absentOf = (area: MapArea) => area.absent ?? t('ui.chart.no_data');
  const isLinked = areas.some(({ href }) => href !== undefined);
  const rows = areas.map((area) => ({
    key: area.key,
    cells: [area.label, <NumberText key="value" value={area.value} absent={area.absent} {...figures} />],
  }));
  return (
    <ChartFrame
      caption={caption}
      headings={[t('ui.chart.area'), measure]}
      rows={rows}
      {...(note !== undefined && { note })}
    >
      <svg role={isLinked ? 'group' : 'img'} aria-label={caption} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="map">
        <defs>
          <pattern id={pattern} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="hatch-ground" width="7" height="7" />
            <path className="hatch" d="M0 0V7" />
          </pattern>
        </defs>
        {areas.map((area, index) => {
          const place = classOf(area.value, classes);
          const value = area.value === null ? absentOf(area) : formats[style](area.value, digits);
          return (
            <Area
              key={area.key}
              area={area}
              d={shapes[index]?.d ?? ''}
              step={place === null ? null : colourStep(place, classes.length)}
              pattern={pattern}
              spoken={t('ui.chart.named_value', { name: area.label, value })}
            />
          );
        })}
        {areas.length > MOST_NAMES ? null : <Names areas={areas} shapes={shapes} />}
      </svg>
      <Key
        classes={classes}
        missing={[...new Set(areas.filter(({ value }) => value === null).map(absentOf))]}
        pattern={pattern}
        figures={figures}
      />
    </ChartFrame>
  );
}
