import { NumberText } from '../format/NumberText.tsx';
import { usePage } from '../page/use-page.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { type ChartSeries, LINE_FRAME, type LineLayout, lineLayout } from './line-layout.ts';
import { Legend } from './Legend.tsx';

/** How figures are written in a chart. */
export type FigureStyle = { style?: 'number' | 'percent'; digits?: number };

type LineChartProps = FigureStyle & {
  caption: string;
  series: readonly ChartSeries[];
  target?: number | null;
  note?: string;
};

function Grid({ layout, figures }: { layout: LineLayout; figures: FigureStyle }) {
  const { formats, direction } = usePage();
  const { style = 'number', digits } = figures;
  return (
    <g className="grid">
      {layout.ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={layout.axisX} x2={layout.farX} y1={y} y2={y} />
          <text
            x={layout.axisX}
            y={y + 4}
            dx={direction === 'rtl' ? 4 : -4}
            textAnchor={direction === 'rtl' ? 'start' : 'end'}
          >
            {formats[style](value, digits ?? 1)}
          </text>
        </g>
      ))}
      {layout.labels.map(({ text, x }) => (
        <text key={`${text} ${x}`} x={x} y={LINE_FRAME.height - 8} textAnchor="middle">
          {text}
        </text>
      ))}
    </g>
  );
}

/** Figures over time as lines that run the way the page reads, with the target they are to reach. */
export function LineChart({ caption, series, target = null, note, ...figures }: LineChartProps) {
  const { t, direction } = usePage();
  const layout = lineLayout({ series, target, direction });
  const periods = series[0]?.points ?? [];
  const rows = periods.map((period, index) => ({
    key: period.key,
    cells: [
      period.label,
      ...series.map(({ key, points }) => (
        <NumberText key={key} value={points[index]?.value} absent={points[index]?.absent} {...figures} />
      )),
    ],
  }));
  const names = series.map(({ key, label }) => ({ key, label }));
  return (
    <ChartFrame
      caption={caption}
      headings={[t('ui.chart.period'), ...series.map(({ label }) => label)]}
      rows={rows}
      {...(note !== undefined && { note })}
    >
      <svg
        role="img"
        aria-label={caption}
        viewBox={`0 0 ${LINE_FRAME.width} ${LINE_FRAME.height}`}
        className="line-chart"
      >
        <Grid layout={layout} figures={figures} />
        {layout.targetY === null ? null : (
          <line className="target" x1={layout.axisX} x2={layout.farX} y1={layout.targetY} y2={layout.targetY} />
        )}
        {layout.lines.map(({ key, d, dots }, index) => (
          <g key={key} className={`series s${(index % 5) + 1}`}>
            <path d={d} />
            {dots.map((dot) => (
              <circle key={dot.key} cx={dot.x} cy={dot.y} r="3.2" />
            ))}
          </g>
        ))}
      </svg>
      <Legend items={names} hasTarget={target !== null} kind="line" />
      {target === null ? null : (
        <p className="hint">
          {t('ui.chart.target')} <NumberText value={target} {...figures} />
        </p>
      )}
    </ChartFrame>
  );
}
