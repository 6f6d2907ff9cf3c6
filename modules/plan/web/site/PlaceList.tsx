import { LocalText, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { Place, PlanId } from '../../contract/index.ts';
import { placePath } from './PlaceMap.tsx';

type PlaceListProps = { places: Place[]; planId: PlanId; chosen: Place | null };

function OneTown({ places, planId, chosen }: PlaceListProps) {
  const { t, href } = usePage();
  return (
    <section>
      <h3>
        <LocalText value={places[0]?.townName ?? null} quiet />
      </h3>
      <ul>
        {places.map(({ areaId, name, works }) => (
          <li key={areaId}>
            <Link to={href(placePath(planId, areaId))} aria-current={areaId === chosen?.areaId ? 'true' : undefined}>
              <LocalText value={name} quiet />
            </Link>{' '}
            <small>{t('plan.site.works', { count: works.length })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same as the map in words: each town's neighbourhoods with how much work is for them, and the way to each. */
export function PlaceList({ places, planId, chosen }: PlaceListProps) {
  const { t, text } = usePage();
  const towns = Map.groupBy(places, ({ townName }) => text(townName).text);
  return (
    <section className="plan-towns" aria-labelledby="neighbourhoods">
      <h2 id="neighbourhoods">{t('plan.site.neighbourhoods')}</h2>
      {[...towns].map(([town, ofTown]) => (
        <OneTown key={town} places={ofTown} planId={planId} chosen={chosen} />
      ))}
    </section>
  );
}
