import { answerForm, Breadcrumbs, CommandForm, PageTitle, SubmitButton, usePage, type PageHandle } from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import curationCss from '../curation.css?url';
import { AlikeNotice } from '../edit/entry/AlikeNotice.tsx';
import { OrganisationFields, useOrganisationLabels } from '../edit/entry/OrganisationFields.tsx';
import { alikeIn, saveOrganisation } from '../edit/entry/save-entry.ts';
import { ParentField } from './ParentField.tsx';

export const handle: PageHandle = { formId: 'organisation' };

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The organisations that it may belong to. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  return { organisations: await listAllOrganisations(context) };
}

/** Adds the organisation; what is like it is shown first. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const saved = await saveOrganisation(context, { values, commandId });
    if (!('organisationId' in saved)) return saved;
    return redirect(`/${params['locale']}/curation/organisations/${saved.organisationId}?said=added`);
  });
}

/** An organisation before any entry of it. */
export default function NewOrganisationPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const alike = alikeIn(useActionData<unknown>());
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs
        items={[
          { label: t('curation.freshness.title'), path: '/curation' },
          { label: t('curation.freshness.all_organisations'), path: '/curation/organisations' },
        ]}
      />
      <PageTitle title={t('curation.organisation.new')} lead={<p>{t('curation.organisation.new_lead')}</p>} />
      <CommandForm id="organisation" action="#organisation" className="form edit-form" labels={useOrganisationLabels()}>
        {alike === null ? null : <AlikeNotice alike={alike} />}
        <OrganisationFields start={{}} />
        <ParentField organisations={organisations} />
        <SubmitButton>{t('curation.organisation.add')}</SubmitButton>
      </CommandForm>
    </>
  );
}
