import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations } from '@qantara/organisations/web';
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
import { partnershipRoutes } from '../contract/index.ts';
import { CooperationFields, useCooperationLabels } from './CooperationFields.tsx';

export const handle: PageHandle = { formId: 'cooperation' };

/** Who can lead it. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:write');
  return { organisations: await listAllOrganisations(context) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof partnershipRoutes.addCooperation>;
    const { cooperationId } = await apiOf(context, partnershipRoutes).addCooperation(input, { commandId });
    return redirect(`/${params['locale']}/work/partnership/cooperations/${cooperationId}`);
  });
}

/** Writing down a cooperation. */
export default function NewCooperationPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/partnership/cooperations', label: t('partnership.cooperations.title') }]} />
      <PageTitle title={t('partnership.cooperations.new')} />
      <CommandForm id="cooperation" words="partnership" labels={useCooperationLabels()}>
        <CooperationFields organisations={organisations} />
        <SubmitButton>{t('partnership.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
