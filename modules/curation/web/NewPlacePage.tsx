import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  LocalText,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import type { ServiceId } from '@qantara/directory/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes, type SuggestionId } from '../contract/index.ts';
import curationCss from './curation.css?url';
import { EntryTrail } from './edit/EntryTrail.tsx';
import { ConfidentialField, TypedAgain } from './edit/places/ConfidentialField.tsx';
import { PlaceFields, usePlaceLabels } from './edit/places/PlaceFields.tsx';
import { SECRET_PLACE } from './edit/places/secret-place.ts';
import { secretRequest } from './edit/secret-request.ts';
import { SuggestedBeside, SuggestedInput } from './edit/SuggestedBeside.tsx';

export const handle: PageHandle = { formId: 'place' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The entry that gets a place. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const suggestionId = (new URL(request.url).searchParams.get('suggestionId') ?? undefined) as SuggestionId | undefined;
  const kept = await apiOf(context, curationRoutes).getPlaces({ serviceId, suggestionId });
  return { kept, areas: (await apiOf(context, territoryRoutes).listAreas({})).areas };
}

/** Adds the place. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(await secretRequest(request, SECRET_PLACE), async (values, commandId) => {
    const serviceId = (params['serviceId'] ?? '') as ServiceId;
    const input = { ...values.toObject(), serviceId } as InputOf<typeof curationRoutes.addPlace>;
    await apiOf(context, curationRoutes).addPlace(input, { commandId });
    const suggestionId = values.text('suggestionId');
    const curation = `/${params['locale']}/curation`;
    if (suggestionId !== undefined) return redirect(`${curation}/suggestions/${encodeURIComponent(suggestionId)}`);
    return redirect(`${curation}/services/${serviceId}/places?said=added`);
  });
}

/** A new place of a service. */
export default function NewPlacePage() {
  const { kept, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { serviceId, name } = kept;
  return (
    <>
      <EntryTrail
        serviceId={serviceId}
        name={name}
        more={[{ label: t('curation.places.title'), path: `/curation/services/${serviceId}/places` }]}
      />
      <PageTitle title={t('curation.places.new')} eyebrow={<LocalText value={name} quiet />} />
      <SuggestedBeside suggested={kept.suggested} />
      <CommandForm id="place" className="form place-form" labels={usePlaceLabels()}>
        <TypedAgain />
        <SuggestedInput suggested={kept.suggested} />
        <PlaceFields place={{}} areas={areas} country={kept.country} />
        <ConfidentialField />
        <SubmitButton>{t('curation.place.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
