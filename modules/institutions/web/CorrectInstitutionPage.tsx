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
import { institutionsRoutes, type CorrectInstitution, type InstitutionId } from '../contract/index.ts';
import { fieldChoices } from './field-choices.ts';
import { InstitutionFields } from './InstitutionFields.tsx';
import { labelsOfFields } from './labels-of-fields.ts';

export const handle: PageHandle = { formId: 'institution' };

/** What the register says now, and what can be chosen. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'institution:register');
  const institutionId = (params['institutionId'] ?? '') as InstitutionId;
  const institution = await apiOf(context, institutionsRoutes).getInstitution({ institutionId });
  return { institution, choices: await fieldChoices(context) };
}

/** Corrects it, over the version that was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const institutionId = (params['institutionId'] ?? '') as InstitutionId;
    const input = { ...values.toObject(), institutionId } as CorrectInstitution;
    await apiOf(context, institutionsRoutes).correctInstitution(input, { commandId });
    return redirect(`/${params['locale']}/work/institutions/${institutionId}`);
  });
}

/** What the register says of an institution, put right. */
export default function CorrectInstitutionPage() {
  const { institution, choices } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  const name = text(institution.name).text;
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/institutions', label: t('institutions.register.title') },
          { path: `/work/institutions/${institution.institutionId}`, label: name },
        ]}
      />
      <PageTitle title={t('institutions.form.correct_title', { name })} />
      <CommandForm id="institution" labels={labelsOfFields(t)}>
        <input type="hidden" name="version" value={institution.version} />
        <InstitutionFields institution={institution} choices={choices} />
        <SubmitButton>{t('institutions.form.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
