import { usePage } from '@qantara/ui';
import type { FigureState, Indicator, Unit } from '../../contract/index.ts';
import { takeawayOf } from '../../domain/index.ts';
import { styleOf } from '../chart-points.ts';

export type YearFigure = { year: number; value: number | null; state: FigureState };

/** What the years say of a measure, in one sentence made by rules. */
export function useTakeaway(): (unit: Unit, figures: readonly YearFigure[]) => string | null {
  const { t, formats } = usePage();
  return (unit, figures) => {
    const { style = 'number', digits = 0 } = styleOf(unit);
    const said = takeawayOf(figures, style === 'percent' ? digits + 2 : digits);
    if (said === null) return null;
    const write = (value: number) => formats[style](value, digits);
    const { from, to, change } = said;
    const points = Math.round(change * 100);
    return t(`indicators.takeaway.${said.move}`, {
      from: String(from.year),
      to: String(to.year),
      first: write(from.value),
      last: write(to.value),
      change: unit === 'ratio' ? t('indicators.takeaway.points', { count: points }) : write(change),
      years: said.years,
    });
  };
}

/** The sentence of a measure's years beside it; nothing while fewer than two of them are told. */
export function Takeaway({ indicator, figures }: { indicator: Indicator; figures: readonly YearFigure[] }) {
  const said = useTakeaway()(indicator.unit, figures);
  return said === null ? null : <p className="takeaway">{said}</p>;
}
