import { LineChart, LocalText, usePage } from '@qantara/ui';
import { Fragment } from 'react';
import type { Indicator } from '../../contract/index.ts';
import { styleOf } from '../chart-points.ts';
import { useTakeaway, type YearFigure } from './Takeaway.tsx';

type OfYears = { indicator: Indicator; figures: readonly YearFigure[] };

/** One measure over its years: the sentence of what they say, where they say one, and a line with its table. */
export function YearsChart({ indicator, figures }: OfYears) {
  const { t, text } = usePage();
  const said = useTakeaway()(indicator.unit, figures);
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
      {said === null ? null : <p>{said}</p>}
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
  const shown = measures.filter(({ indicator, figures }) => takeaway(indicator.unit, figures) !== null);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="years">
      <h2 id="years">{t('indicators.years.title')}</h2>
      {shown.map((one) => (
        <Fragment key={one.indicator.code}>
          {measures.length > 1 ? (
            <h3>
              <LocalText value={one.indicator.name} quiet />
            </h3>
          ) : null}
          <YearsChart {...one} />
        </Fragment>
      ))}
    </section>
  );
}
