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
import { needPermission } from '@qantara/identity/web';
import { organisationsRoutes, type OrganisationId } from '@qantara/organisations/contract';
import { territoryRoutes } from '@qantara/territory/contract';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../../contract/index.ts';
import curationCss from '../curation.css?url';
import { ConfidentialField, TypedAgain } from '../edit/places/ConfidentialField.tsx';
import { PlaceFields, usePlaceLabels } from '../edit/places/PlaceFields.tsx';
import { SECRET_PLACE } from '../edit/places/secret-place.ts';
import { secretRequest } from '../edit/secret-request.ts';
import { OrganisationTrail } from './OrganisationTrail.tsx';

export const handle: PageHandle = { formId: 'place' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The organisation that gets a place. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  const organisationId = (params['organisationId'] ?? '') as OrganisationId;
  return {
    organisation: await apiOf(context, organisationsRoutes).getOrganisation({ organisationId }),
    areas: (await apiOf(context, territoryRoutes).listAreas({})).areas,
  };
}

/** Adds the place. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(await secretRequest(request, SECRET_PLACE), async (values, commandId) => {
    const { organisationId = '', locale } = params;
    const input = { ...values.toObject(), organisationId } as InputOf<typeof curationRoutes.createPlace>;
    await apiOf(context, curationRoutes).createPlace(input, { commandId });
    return redirect(`/${locale}/curation/organisations/${organisationId}?said=place`);
  });
}

/** A new place of an organisation, at which its services can be given then. */
export default function NewOrganisationPlacePage() {
  const { organisation, areas } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { organisationId, name } = organisation;
  return (
    <>
      <OrganisationTrail organisationId={organisationId} name={name} />
      <PageTitle title={t('curation.places.new')} eyebrow={<LocalText value={name} quiet />} />
      <p className="hint">{t('curation.organisation.place_lead')}</p>
      <CommandForm id="place" className="form place-form" labels={usePlaceLabels()}>
        <TypedAgain />
        <PlaceFields place={{}} areas={areas} country={null} />
        <ConfidentialField />
        <SubmitButton>{t('curation.place.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
