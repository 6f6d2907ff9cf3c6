import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  LocalText,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import type { Area } from '@qantara/territory/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type EditedPlace, type SuggestionId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { EntryTrail } from './edit/EntryTrail.tsx';
import { ConfidentialField, TypedAgain } from './edit/places/ConfidentialField.tsx';
import { HiddenPlaceForm, OpenPlaceForm } from './edit/places/HiddenPlaceForms.tsx';
import { PlaceFields, usePlaceLabels } from './edit/places/PlaceFields.tsx';
import { SECRET_PLACE } from './edit/places/secret-place.ts';
import { secretRequest } from './edit/secret-request.ts';
import { SuggestedBeside, SuggestedInput } from './edit/SuggestedBeside.tsx';

export const handle: PageHandle = { formId: 'place' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The place as its form shows it; of a confidential one nothing. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const api = apiOf(context, curationRoutes);
  const suggestionId = (searchParams.get('suggestionId') ?? undefined) as SuggestionId | undefined;
  const kept = await api.getPlaces({ serviceId: (params['serviceId'] ?? '') as ServiceId });
  const place = await api.getPlace({ locationId: params['locationId'] ?? '', suggestionId });
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  return { kept, place, areas, isOpening: place.isConfidential && searchParams.has('open') };
}

/** Changes the place, or puts an open one in the stead of a confidential one. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(await secretRequest(request, SECRET_PLACE), async (values, commandId) => {
    const api = apiOf(context, curationRoutes);
    const input = { ...values.toObject(), locationId: params['locationId'] ?? '' };
    const curation = `/${params['locale']}/curation`;
    const back = `${curation}/services/${params['serviceId']}/places`;
    if (values.text('intent') === 'open') {
      await api.openPlace(input as InputOf<typeof curationRoutes.openPlace>, { commandId });
      return redirect(`${back}?said=opened`);
    }
    await api.editPlace(input as InputOf<typeof curationRoutes.editPlace>, { commandId });
    const suggestionId = values.text('suggestionId');
    if (suggestionId !== undefined) return redirect(`${curation}/suggestions/${encodeURIComponent(suggestionId)}`);
    return redirect(`${back}?said=saved`);
  });
}

/** Whoever changes a place changes it for all that is given there. */
function Shared({ place }: { place: EditedPlace }) {
  const { t } = usePage();
  if (place.services.length < 2) return null;
  return (
    <Notice kind="info" title={t('curation.place.shared', { count: place.services.length })}>
      <ul>
        {place.services.map(({ serviceId, name }) => (
          <li key={serviceId}>
            <LocalText value={name} quiet />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function OpenForm({ place, areas, country }: { place: EditedPlace; areas: Area[]; country: string | null }) {
  const { t } = usePage();
  return (
    <CommandForm id="place" className="form place-form" labels={usePlaceLabels()}>
      <TypedAgain />
      <SuggestedInput suggested={place.suggested} />
      <PlaceFields place={place} areas={areas} country={country} />
      <ConfidentialField />
      <SubmitButton intent="save">{t('curation.place.save')}</SubmitButton>
    </CommandForm>
  );
}

/** One place, changed by hand. A confidential one is only written, and opened only on purpose. */
export default function PlacePage() {
  const { kept, place, areas, isOpening } = useLoaderData<typeof loader>();
  const { t, href, text } = usePage();
  const { serviceId, name, country } = kept;
  const here = `/curation/services/${serviceId}/places`;
  const title = place.isConfidential
    ? t('curation.place.confidential')
    : text(place.name).text || t('curation.place.edit');
  return (
    <>
      <EntryTrail serviceId={serviceId} name={name} more={[{ label: t('curation.places.title'), path: here }]} />
      <PageTitle title={title} eyebrow={<LocalText value={name} quiet />} />
      <Shared place={place} />
      <SuggestedBeside suggested={place.suggested} />
      {place.isConfidential ? null : <OpenForm place={place} areas={areas} country={country} />}
      {place.isConfidential && !isOpening ? (
        <>
          <HiddenPlaceForm place={place} areas={areas} />
          <p>
            <Link to={href(`${here}/${place.locationId}?open`)}>{t('curation.hidden.to_open')}</Link>
          </p>
        </>
      ) : null}
      {isOpening ? <OpenPlaceForm areas={areas} country={country} /> : null}
    </>
  );
}
