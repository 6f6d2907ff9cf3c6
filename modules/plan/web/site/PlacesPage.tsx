import { territoryRoutes } from '@qantara/territory/contract';
import { apiOf, Notice, usePage } from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { planRoutes, type Place, type PlanId } from '../../contract/index.ts';
import { todayOf } from '@qantara/indicators/web';
import planCss from '../plan.css?url';
import { LedTable } from './LedTable.tsx';
import { OnePlace } from './OnePlace.tsx';
import { PlaceMap } from './PlaceMap.tsx';
import { PlaceList } from './PlaceList.tsx';
import siteCss from './site.css?url';
import { SiteFrame } from './SiteFrame.tsx';

const AREA = /^[0-9a-f-]{36}$/;

export function links() {
  return [planCss, siteCss].map((href) => ({ rel: 'stylesheet', href }));
}

/** Where the work of a published plan is; a neighbourhood that is none asks for nothing. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const planId = (params['planId'] ?? '') as PlanId;
  const areaId = new URL(request.url).searchParams.get('area') ?? '';
  const asked = AREA.test(areaId) ? { areaId } : {};
  const found = await apiOf(context, planRoutes).listPlaces({ planId, ...asked });
  const { areas: outlines } = await apiOf(context, territoryRoutes).getAreaMap({ kind: 'neighbourhood' });
  const chosen = found.places.find((place) => place.areaId === areaId) ?? null;
  return { ...found, outlines, chosen, today: todayOf(context) };
}

/** Where nothing is done yet, by name: what a map leaves pale is easily passed over. */
function Without({ places }: { places: Place[] }) {
  const { t, text, formats } = usePage();
  const names = places.filter(({ works }) => works.length === 0).map(({ name }) => text(name).text);
  if (names.length === 0) return null;
  return (
    <Notice>
      <p>{t('plan.site.without', { count: names.length })}</p>
      <p>{formats.list(names)}</p>
    </Notice>
  );
}

/** The work of a plan by neighbourhood: on a map, as a table, and of one neighbourhood in full. */
export default function PlacesPage() {
  const { plan, places, works, everywhere, figures, outlines, chosen, today } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { planId } = plan;
  const forAll = works.filter(({ itemId }) => everywhere.includes(itemId));
  return (
    <SiteFrame plan={plan} title={t('plan.site.places')} lead={t('plan.site.places_lead')}>
      {chosen === null ? null : (
        <OnePlace place={chosen} works={works} figures={figures} planId={planId} today={today} />
      )}
      {places.some((place) => place.works.length > 0) ? (
        <>
          <div className="plan-map">
            <PlaceMap places={places} outlines={outlines} planId={planId} />
            <PlaceList places={places} planId={planId} chosen={chosen} />
          </div>
          <Without places={places} />
        </>
      ) : (
        <Notice>
          <p>{t('plan.site.none_placed')}</p>
        </Notice>
      )}
      <section aria-labelledby="everywhere">
        <h2 id="everywhere">{t('plan.site.everywhere')}</h2>
        <p>{t('plan.site.everywhere_text')}</p>
        {forAll.length === 0 ? (
          <p>{t('plan.site.none_everywhere')}</p>
        ) : (
          <LedTable planId={planId} nodes={forAll} caption={t('plan.site.works', { count: forAll.length })} tellsLead />
        )}
      </section>
    </SiteFrame>
  );
}
