import { FigureText } from '@qantara/indicators/web';
import { LocalText, NumberText, usePage } from '@qantara/ui';
import type { RolledFigure } from '../contract/index.ts';

function Whole({ figure }: { figure: RolledFigure }) {
  const { t } = usePage();
  const { value, unit, count, outOf } = figure;
  if (unit !== 'count' && unit !== 'ratio') return <p className="hint">{t('ministry.roll.no_mean')}</p>;
  return (
    <p>
      <FigureText value={value} unit={unit} />
      {outOf === null ? null : (
        <span className="hint">
          {' '}
          <NumberText value={count} /> / <NumberText value={outOf} />
        </span>
      )}
    </p>
  );
}

/** One measure over all regions, then by region: how many told it, and who may not. */
export function RolledFigureItem({ figure }: { figure: RolledFigure }) {
  const { t } = usePage();
  const { name, told, suppressed, regions, by, unit } = figure;
  return (
    <section>
      <h3>
        <LocalText value={name} quiet />
      </h3>
      <Whole figure={figure} />
      <p className="hint">
        {t('ministry.roll.coverage', { told, regions })}
        {suppressed === 0 ? null : <> {t('ministry.roll.suppressed', { suppressed })}</>}
      </p>
      <details>
        <summary>{t('ministry.roll.by_region')}</summary>
        <dl className="facts">
          {by.map(({ regionId, name: regionName, figure: own }) => (
            <div key={regionId}>
              <dt>
                <LocalText value={regionName} quiet />
              </dt>
              <dd>
                {own === null ? (
                  <span className="missing">{t('ministry.roll.not_told')}</span>
                ) : (
                  <FigureText value={own.value} unit={unit} state={own.state} isBrief />
                )}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}
