import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
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
import { policiesRoutes, type PolicyId } from '../contract/index.ts';
import { PolicyFields } from './PolicyFields.tsx';
import { usePolicyLabels } from './use-policy-labels.ts';

export const handle: PageHandle = { formId: 'policy' };

const idOf = (params: Record<string, string | undefined>): PolicyId => (params['policyId'] ?? '') as PolicyId;

/** The text, and the nodes that it may serve. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  needPermission(context, 'policy:write');
  const api = apiOf(context, policiesRoutes);
  return { policy: await api.getPolicy({ policyId: idOf(params) }), ...(await api.listServable({})) };
}

/** Changes what is said of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const policyId = idOf(params);
    const said = values.toObject() as InputOf<typeof policiesRoutes.changePolicy>;
    await apiOf(context, policiesRoutes).changePolicy({ ...said, policyId }, { commandId });
    return redirect(`/${params['locale']}/work/policies/${policyId}`);
  });
}

/** What we say of a text, to change it; how far it is, is written on its page. */
export default function EditPolicyPage() {
  const { policy, items } = useLoaderData<typeof loader>();
  const { t, text } = usePage();
  return (
    <>
      <Breadcrumbs
        items={[
          { path: '/work/policies', label: t('policies.title') },
          { path: `/work/policies/${policy.policyId}`, label: text(policy.title).text },
        ]}
      />
      <PageTitle title={t('policies.edit')} />
      <CommandForm id="policy" labels={usePolicyLabels()}>
        <input type="hidden" name="version" value={policy.version} />
        <PolicyFields policy={policy} items={items} />
        <SubmitButton>{t('policies.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
