import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { institutionsRoutes, type NewInstitution } from '../contract/index.ts';
import { fieldChoices } from './field-choices.ts';
import { InstitutionFields } from './InstitutionFields.tsx';
import { labelsOfFields } from './labels-of-fields.ts';

export const handle: PageHandle = { formId: 'institution' };

/** What can be chosen. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'institution:register');
  return fieldChoices(context);
}

/** Enters an institution in the register. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as NewInstitution;
    const { institutionId } = await apiOf(context, institutionsRoutes).registerInstitution(input, { commandId });
    return redirect(`/${params['locale']}/work/institutions/${institutionId}`);
  });
}

/** An institution that the register does not have yet. */
export default function NewInstitutionPage() {
  const choices = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/institutions', label: t('institutions.register.title') }]} />
      <PageTitle title={t('institutions.register.add')} lead={<p>{t('institutions.form.new_lead')}</p>} />
      <CommandForm id="institution" labels={labelsOfFields(t)}>
        <InstitutionFields institution={null} choices={choices} />
        <SubmitButton>{t('institutions.form.enter')}</SubmitButton>
      </CommandForm>
    </>
  );
}
