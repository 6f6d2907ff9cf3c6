import { needPermission } from '@qantara/identity/web';
import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateField,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { policiesRoutes, PolicyStage } from '../contract/index.ts';
import { PolicyFields } from './PolicyFields.tsx';
import { usePolicyLabels } from './use-policy-labels.ts';

export const handle: PageHandle = { formId: 'policy' };

/** The nodes of plans that it may serve. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'policy:write');
  return apiOf(context, policiesRoutes).listServable({});
}

/** Begins to follow a text. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof policiesRoutes.addPolicy>;
    const { policyId } = await apiOf(context, policiesRoutes).addPolicy(input, { commandId });
    return redirect(`/${params['locale']}/work/policies/${policyId}`);
  });
}

/** A text that is to be followed. */
export default function NewPolicyPage() {
  const { items } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/policies', label: t('policies.title') }]} />
      <PageTitle title={t('policies.new')} />
      <CommandForm id="policy" labels={usePolicyLabels()}>
        <PolicyFields policy={null} items={items} />
        <SelectField
          name="stage"
          label={t('policies.field.stage')}
          options={PolicyStage.options.map((value) => ({ value, label: t(`policies.stage.${value}`) }))}
          required
        />
        <DateField name="stageOn" label={t('policies.field.stageOn')} required />
        <SubmitButton>{t('policies.new_do')}</SubmitButton>
      </CommandForm>
    </>
  );
}
