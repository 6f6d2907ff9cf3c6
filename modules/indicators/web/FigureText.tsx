import { NumberText, usePage } from '@qantara/ui';
import type { FigureState, Unit } from '../contract/index.ts';

type FigureTextProps = {
  value: number | null;
  unit: Unit;
  state?: FigureState | undefined;
  /** In a wide table, beside which it is told why. */
  isBrief?: boolean;
};

/** A figure as its unit is said; one that is not told, or not known, says which of the two. */
export function FigureText({ value, unit, state = 'shown', isBrief = false }: FigureTextProps) {
  const { t } = usePage();
  if (value === null) {
    const why = state === 'shown' ? 'missing' : state;
    const words = isBrief && why === 'suppressed' ? t('indicators.row.suppressed') : t(`indicators.state.${why}`);
    return <span className="missing">{words}</span>;
  }
  if (unit === 'ratio') return <NumberText value={value} style="percent" />;
  if (unit === 'count') return <NumberText value={value} />;
  if (unit === 'rate') return <NumberText value={value} digits={1} />;
  return <span className="figure">{t('indicators.days', { count: Math.round(value * 10) / 10 })}</span>;
}
