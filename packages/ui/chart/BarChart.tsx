import { NumberText } from '../format/NumberText.tsx';
import { usePage } from '../page/use-page.ts';
import { barLength, barStart } from './axis.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartPoint } from './line-layout.ts';
import type { FigureStyle } from './LineChart.tsx';

type BarChartProps = FigureStyle & {
  caption: string;
  items: readonly (ChartPoint & { href?: string })[];
  /** What the figures are of, as the heading of their column. */
  measure: string;
  target?: number | null;
  note?: string;
};

function Bar({ length, targetAt }: { length: number; targetAt: number | null }) {
  const { direction } = usePage();
  const start = barStart(0, length, direction);
  return (
    <svg className="bar series s1" width="100%" height="16" aria-hidden="true" focusable="false">
      <rect className="track" width="100%" height="16" />
      <rect x={`${start}%`} width={`${length}%`} height="16" />
      {targetAt === null ? null : (
        <line
          className="target"
          x1={`${barStart(targetAt, 0, direction)}%`}
          x2={`${barStart(targetAt, 0, direction)}%`}
          y1="0"
          y2="16"
        />
      )}
    </svg>
  );
}

/** Figures of several things as bars, the words above each so that long names never collide. */
export function BarChart({ caption, items, measure, target = null, note, ...figures }: BarChartProps) {
  const { t } = usePage();
  const highest = Math.max(0, target ?? 0, ...items.map(({ value }) => value ?? 0));
  const rows = items.map((item) => ({
    key: item.key,
    cells: [item.label, <NumberText key="value" value={item.value} absent={item.absent} {...figures} />],
  }));
  return (
    <ChartFrame
      caption={caption}
      headings={[t('ui.chart.item'), measure]}
      rows={rows}
      {...(note !== undefined && { note })}
    >
      <ul className="bars">
        {items.map(({ key, label, value, absent, href }) => (
          <li key={key}>
            <span className="bar-label">{href === undefined ? label : <a href={href}>{label}</a>}</span>
            <NumberText value={value} absent={absent} {...figures} />
            <Bar length={barLength(value, highest)} targetAt={target === null ? null : barLength(target, highest)} />
          </li>
        ))}
      </ul>
      {target === null ? null : (
        <p className="hint">
          {t('ui.chart.target')} <NumberText value={target} {...figures} />
        </p>
      )}
    </ChartFrame>
  );
}
