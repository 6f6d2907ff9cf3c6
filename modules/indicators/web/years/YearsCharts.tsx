import { LineChart, LocalText, usePage } from '@qantara/ui';
import type { Indicator } from '../../contract/index.ts';
import { styleOf } from '../chart-points.ts';
import { useTakeaway, type YearFigure } from './Takeaway.tsx';

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
