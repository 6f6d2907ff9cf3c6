import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  Checkbox,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { agreementsRoutes } from '../contract/index.ts';
import { AgreementFields } from './AgreementFields.tsx';

export const handle: PageHandle = { formId: 'agreement' };

/** Who can be a party. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'agreement:write');
  return { organisations: await listAllOrganisations(context) };
}

/** Writes the agreement down; it is signed on its own page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof agreementsRoutes.addAgreement>;
    const { agreementId } = await apiOf(context, agreementsRoutes).addAgreement(input, { commandId });
    return redirect(`/${params['locale']}/work/agreements/${agreementId}`);
  });
}

/** Writing down what organisations agree to. */
export default function NewAgreementPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/agreements', label: t('agreements.title') }]} />
      <PageTitle title={t('agreements.new')} lead={<p>{t('agreements.new_lead')}</p>} />
      <CommandForm id="agreement" words="agreements">
        <AgreementFields organisations={organisations} />
        <Checkbox name="isDraft" label={t('agreements.field.isDraft')} />
        <SubmitButton>{t('agreements.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
