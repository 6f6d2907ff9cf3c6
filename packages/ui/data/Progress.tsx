import { usePage } from '../page/use-page.ts';

/** How far something is on its way, in words and as a bar; `value` may be unknown. */
export function Progress({ label, value, max = 1 }: { label: string; value: number | null; max?: number }) {
  const { formats, t } = usePage();
  if (value === null) {
    return (
      <p className="progress">
        <span>{label}</span> <span className="missing">{t('ui.data.missing')}</span>
      </p>
    );
  }
  const share = max === 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div className="progress">
      <span>{label}</span>
      <bdi className="figure">{formats.percent(share)}</bdi>
      <progress value={share} max={1} aria-label={label} />
    </div>
  );
}
