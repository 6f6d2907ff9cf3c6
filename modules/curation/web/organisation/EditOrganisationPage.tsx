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
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../../contract/index.ts';
import curationCss from '../curation.css?url';
import { OrganisationFields, useOrganisationLabels } from '../edit/entry/OrganisationFields.tsx';
import { OrganisationTrail } from './OrganisationTrail.tsx';
import { ParentField } from './ParentField.tsx';

export const handle: PageHandle = { formId: 'organisation' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The organisation as it stands, and those that it may belong to. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  const organisationId = (params['organisationId'] ?? '') as OrganisationId;
  return {
    organisation: await apiOf(context, organisationsRoutes).getOrganisation({ organisationId }),
    organisations: await listAllOrganisations(context),
  };
}

/** Saves what is different now. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { organisationId = '', locale } = params;
    const input = { ...values.toObject(), organisationId } as InputOf<typeof curationRoutes.editOrganisation>;
    await apiOf(context, curationRoutes).editOrganisation(input, { commandId });
    return redirect(`/${locale}/curation/organisations/${organisationId}?said=saved`);
  });
}

/** What is said of an organisation, changed by hand. */
export default function EditOrganisationPage() {
  const { organisation, organisations } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { organisationId, name, description, phone, email, website, parentOrganisationId } = organisation;
  return (
    <>
      <OrganisationTrail organisationId={organisationId} name={name} />
      <PageTitle title={t('curation.organisation.edit')} eyebrow={<LocalText value={name} quiet />} />
      <p className="hint">{t('curation.organisation.edit_lead')}</p>
      <CommandForm id="organisation" className="form edit-form" labels={useOrganisationLabels()}>
        <OrganisationFields start={{ name, description, phone, email, url: website }} />
        <ParentField organisations={organisations} ownId={organisationId} parentId={parentOrganisationId} />
        <SubmitButton>{t('curation.organisation.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
