import { LineChart, LocalText, usePage } from '@qantara/ui';
import type { FigureState, Indicator, Unit } from '../../contract/index.ts';
import { takeawayOf } from '../../domain/index.ts';
import { styleOf } from '../chart-points.ts';

export type YearFigure = { year: number; value: number | null; state: FigureState };

/** What the years say of a measure, in one sentence made by rules. */
function useTakeaway(): (unit: Unit, figures: readonly YearFigure[]) => string | null {
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

type OfYears = { indicator: Indicator; figures: readonly YearFigure[] };

function OneChart({ indicator, figures, said, isOneOfMany }: OfYears & { said: string; isOneOfMany: boolean }) {
  const { t, text } = usePage();
  const { code, name, unit } = indicator;
  const label = text(name).text;
  const points = figures.map(({ year, value, state }) => ({
    key: String(year),
    label: String(year),
    value,
    absent: state === 'suppressed' ? t('indicators.state.suppressed') : undefined,
  }));
  return (
    <>
      {isOneOfMany ? (
        <h3>
          <LocalText value={name} quiet />
        </h3>
      ) : null}
      <p>{said}</p>
      <LineChart
        caption={t('indicators.years.caption', { name: label })}
        series={[{ key: code, label, points }]}
        {...styleOf(unit)}
      />
    </>
  );
}

/** Measures over their years, each as a line with its table, and above it the sentence of what they say; nothing where there is none. */
export function YearsCharts({ measures }: { measures: readonly OfYears[] }) {
  const { t } = usePage();
  const takeaway = useTakeaway();
  const shown = measures.flatMap(({ indicator, figures }) => {
    const said = takeaway(indicator.unit, figures);
    return said === null ? [] : [{ indicator, figures, said }];
  });
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="years">
      <h2 id="years">{t('indicators.years.title')}</h2>
      {shown.map((one) => (
        <OneChart key={one.indicator.code} {...one} isOneOfMany={measures.length > 1} />
      ))}
    </section>
  );
}
