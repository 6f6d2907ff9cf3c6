import { Refusal } from '@qantara/kernel';
import { answerForm, apiOf, ButtonLink, LocalText, Notice, PageTitle, usePage } from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type SuggestionId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { EntryTrail } from './edit/EntryTrail.tsx';
import { OtherPlace, PlaceItem } from './edit/places/PlaceItem.tsx';
import { SuggestedBeside } from './edit/SuggestedBeside.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

const SAID = ['added', 'saved', 'linked', 'unlinked', 'ended', 'opened', 'hours'];

/** Where a service is given, and where else it could be. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const suggestionId = (searchParams.get('suggestionId') ?? undefined) as SuggestionId | undefined;
  const said = searchParams.get('said') ?? '';
  const kept = await apiOf(context, curationRoutes).getPlaces({ serviceId, suggestionId });
  return { kept, suggestionId: suggestionId ?? null, said: SAID.includes(said) ? said : null };
}

/** Links a place, takes it away or ends it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const serviceId = (params['serviceId'] ?? '') as ServiceId;
    const api = apiOf(context, curationRoutes);
    const locationId = values.text('locationId') ?? '';
    const here = `/${params['locale']}/curation/services/${serviceId}/places`;
    switch (values.text('intent')) {
      case 'link':
        await api.linkPlace({ serviceId, locationId }, { commandId });
        return redirect(`${here}?said=linked`);
      case 'unlink':
        await api.unlinkPlace({ serviceId, locationId }, { commandId });
        return redirect(`${here}?said=unlinked`);
      case 'end':
        await api.endPlace({ locationId }, { commandId });
        return redirect(`${here}?said=ended`);
      default:
        throw new Refusal('invalid_input');
    }
  });
}

/** The places of a service: which they are, which could be, and a new one. */
export default function PlacesPage() {
  const { kept, suggestionId, said } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const { serviceId, places, others } = kept;
  const of = suggestionId === null ? '' : `?suggestionId=${suggestionId}`;
  return (
    <>
      <EntryTrail serviceId={serviceId} name={kept.name} />
      <PageTitle title={t('curation.places.title')} eyebrow={<LocalText value={kept.name} quiet />}>
        <ButtonLink to={href(`/curation/services/${serviceId}/places/new${of}`)} kind="action">
          {t('curation.places.new')}
        </ButtonLink>
        <ButtonLink to={href(`/curation/services/${serviceId}/hours`)}>{t('curation.hours.title')}</ButtonLink>
      </PageTitle>
      {said === null ? null : <Notice kind="success" title={t(`curation.places_said.${said}`)} isNews />}
      <SuggestedBeside suggested={kept.suggested} />
      {places.length === 0 ? <p>{t('curation.places.none')}</p> : null}
      <ul className="kept-list">
        {places.map((place) => (
          <PlaceItem key={place.locationId} place={place} serviceId={serviceId} suggestionId={suggestionId} />
        ))}
      </ul>
      {others.length === 0 ? null : (
        <>
          <h2>{t('curation.places.others')}</h2>
          <ul className="kept-list">
            {others.map((place) => (
              <OtherPlace key={place.locationId} place={place} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
