import type { ReactNode } from 'react';
import { Icon } from '../icon/Icon.tsx';
import { usePage } from '../page/use-page.ts';

/** Which way a figure went, and whether that is wanted. */
export type Trend = { direction: 'up' | 'down' | 'same'; meaning: 'better' | 'worse' | 'neutral'; label: string };

type StatProps = {
  label: string;
  value: number | null;
  style?: 'number' | 'percent';
  digits?: number;
  unit?: string;
  trend?: Trend;
  /** Period, source, age: what the figure is of. */
  note?: ReactNode;
  href?: string;
};

function Figure({ value, style = 'number', digits, unit }: Pick<StatProps, 'value' | 'style' | 'digits' | 'unit'>) {
  const { formats, t } = usePage();
  if (value === null) return <span className="missing">{t('ui.data.missing')}</span>;
  return (
    <>
      <bdi className="figure">{formats[style](value, digits)}</bdi>
      {unit === undefined ? null : <span className="unit"> {unit}</span>}
    </>
  );
}

/** One figure with its name, and how it compares; `href` leads to the records behind it. */
export function Stat({ label, value, style, digits, unit, trend, note, href }: StatProps) {
  const format = {
    ...(style && { style }),
    ...(digits !== undefined && { digits }),
    ...(unit !== undefined && { unit }),
  };
  return (
    <div className="stat">
      <p className="stat-label">{href === undefined ? label : <a href={href}>{label}</a>}</p>
      <p className="stat-value">
        <Figure value={value} {...format} />
      </p>
      {trend === undefined ? null : (
        <p className={`trend ${trend.meaning}`}>
          <Icon name={trend.direction} />
          {trend.label}
        </p>
      )}
      {note === undefined ? null : <p className="hint">{note}</p>}
    </div>
  );
}

/** Figures side by side. */
export function StatRow({ children }: { children: ReactNode }) {
  return <div className="stats">{children}</div>;
}
