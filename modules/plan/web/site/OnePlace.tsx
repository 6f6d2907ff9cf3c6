import { FigureText, PeriodText } from '@qantara/indicators/web';
import { DataTable, LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Place, PlacedWork, PlaceFigures, PlanId } from '../../contract/index.ts';
import { LedTable } from './LedTable.tsx';

type OnePlaceProps = {
  place: Place;
  works: PlacedWork[];
  figures: PlaceFigures[];
  planId: PlanId;
  today: string;
};

function FiguresOfPlace({ of, today }: { of: PlaceFigures; today: string }) {
  const { t, href, text } = usePage();
  return (
    <DataTable
      caption={t('plan.site.figures_of', { place: text(of.areaName).text })}
      rows={of.figures}
      keyOf={({ indicator }) => indicator.code}
      columns={[
        {
          key: 'measure',
          heading: t('plan.annual.measure'),
          cell: ({ indicator }) => (
            <Link to={href(`/plan/indicators/${indicator.code}`)}>
              <LocalText value={indicator.name} quiet />
            </Link>
          ),
        },
        {
          key: 'figure',
          heading: t('plan.site.figure'),
          cell: ({ indicator, total, period }) => (
            <>
              <FigureText value={total.value} unit={indicator.unit} state={total.state} />
              <small>
                <PeriodText period={period} today={today} />
              </small>
            </>
          ),
        },
      ]}
    />
  );
}

/** One neighbourhood: what work is for it, how that goes, and the figures that are public of it or of its town. */
export function OnePlace({ place, works, figures, planId, today }: OnePlaceProps) {
  const { t, text } = usePage();
  const here = works.filter(({ itemId }) => place.works.includes(itemId));
  const name = text(place.name).text;
  return (
    <section aria-labelledby="place" className="plan-place-one">
      <h2 id="place">
        <LocalText value={place.name} quiet />
        {place.townName === null ? null : (
          <>
            {' · '}
            <LocalText value={place.townName} quiet />
          </>
        )}
      </h2>
      {here.length === 0 ? (
        <p>{t('plan.site.none_here', { place: name })}</p>
      ) : (
        <LedTable planId={planId} nodes={here} caption={t('plan.site.works', { count: here.length })} tellsLead />
      )}
      {figures.length === 0 ? <p className="hint">{t('plan.site.no_figures', { place: name })}</p> : null}
      {figures.map((of) => (
        <FiguresOfPlace key={text(of.areaName).text} of={of} today={today} />
      ))}
    </section>
  );
}
