import type { InputOf } from '@qantara/kernel';
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
import { governanceRoutes } from '../contract/index.ts';
import { BodyFields } from './BodyFields.tsx';
import { loadBodyChoices } from './load-body-choices.ts';

export const handle: PageHandle = { formId: 'body' };

/** Who can host it, look after it, and what it can stand on. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:write');
  return loadBodyChoices(context);
}

/** Founds the body; its seats are added on its own page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof governanceRoutes.addBody>;
    const { bodyId } = await apiOf(context, governanceRoutes).addBody(input, { commandId });
    return redirect(`/${params['locale']}/work/governance/bodies/${bodyId}`);
  });
}

/** Founding a table, a committee, a coalition or a team. */
export default function NewBodyPage() {
  const choices = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('governance.title') }]} />
      <PageTitle title={t('governance.new')} lead={<p>{t('governance.new_lead')}</p>} />
      <CommandForm id="body" words="governance" labels={{ organisationId: t('governance.host') }}>
        <BodyFields body={null} choices={choices} />
        <SubmitButton>{t('governance.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
