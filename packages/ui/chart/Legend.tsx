import { usePage } from '../page/use-page.ts';

type LegendProps = { items: readonly { key: string; label: string }[]; hasTarget?: boolean; kind: 'line' | 'bar' };

function Sample({ className, kind }: { className: string; kind: 'line' | 'bar' }) {
  return (
    <svg className={`sample series ${className}`} viewBox="0 0 28 12" aria-hidden="true" focusable="false">
      {kind === 'line' ? <path d="M0 6H28" /> : <rect width="28" height="12" />}
    </svg>
  );
}

/** What each line or colour stands for. */
export function Legend({ items, hasTarget, kind }: LegendProps) {
  const { t } = usePage();
  if (items.length < 2 && hasTarget !== true) return null;
  return (
    <ul className="legend">
      {items.map(({ key, label }, index) => (
        <li key={key}>
          <Sample className={`s${(index % 5) + 1}`} kind={kind} />
          {label}
        </li>
      ))}
      {hasTarget === true ? (
        <li>
          <Sample className="target" kind="line" />
          {t('ui.chart.target')}
        </li>
      ) : null}
    </ul>
  );
}
