import { NumberText } from '../format/NumberText.tsx';
import { usePage } from '../page/use-page.ts';
import { ChartFrame } from './ChartFrame.tsx';
import { Legend } from './Legend.tsx';
import { stackedParts } from './stacked-layout.ts';

type StackedBarProps = {
  caption: string;
  /** The parts of every bar, in order; they are also the columns of the table. */
  parts: readonly { key: string; label: string }[];
  items: readonly { key: string; label: string; values: readonly (number | null)[] }[];
  note?: string;
};

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

/** What several wholes are made of, as bars of parts. */
export function StackedBar({ caption, parts, items, note }: StackedBarProps) {
  const { t, direction } = usePage();
  const highest = Math.max(0, ...items.map(({ values }) => sum(values)));
  const rows = items.map(({ key, label, values }) => ({
    key,
    cells: [
      label,
      ...parts.map((part, index) => <NumberText key={part.key} value={values[index] ?? null} />),
      <NumberText key="total" value={sum(values)} />,
    ],
  }));
  const headings = [t('ui.chart.item'), ...parts.map(({ label }) => label), t('ui.chart.total')];
  return (
    <ChartFrame caption={caption} headings={headings} rows={rows} {...(note !== undefined && { note })}>
      <Legend items={parts} kind="bar" />
      <ul className="bars">
        {items.map(({ key, label, values }) => (
          <li key={key}>
            <span className="bar-label">{label}</span>
            <NumberText value={sum(values)} />
            <svg className="bar" width="100%" height="16" aria-hidden="true" focusable="false">
              <rect className="track" width="100%" height="16" />
              {stackedParts(
                parts.map((part, index) => ({ key: part.key, value: values[index] ?? null })),
                highest,
                direction,
              ).map((part, index) => (
                <rect
                  key={part.key}
                  className={`series s${(index % 5) + 1}`}
                  x={`${part.x}%`}
                  width={`${part.width}%`}
                  height="16"
                />
              ))}
            </svg>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
