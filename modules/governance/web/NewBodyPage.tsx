import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import { listAllOrganisations, organisationChoices } from '@qantara/organisations/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  LocalizedTextField,
  NumberField,
  PageTitle,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { BodyKind, governanceRoutes } from '../contract/index.ts';

export const handle: PageHandle = { formId: 'body' };

/** Who can host it, look after it, and what it can stand on. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'governance:write');
  const api = apiOf(context, governanceRoutes);
  const [organisations, { bodies }, choices] = await Promise.all([
    listAllOrganisations(context),
    api.listBodies({}),
    api.listBodyChoices({}),
  ]);
  return { organisations, bodies, ...choices };
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
  const { organisations, bodies, colleagues, charters } = useLoaderData<typeof loader>();
  const { t, locale, text } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/governance', label: t('governance.title') }]} />
      <PageTitle title={t('governance.new')} lead={<p>{t('governance.new_lead')}</p>} />
      <CommandForm id="body">
        <SelectField
          name="kind"
          label={t('governance.field.kind')}
          options={BodyKind.options.map((value) => ({ value, label: t(`governance.kind.${value}`) }))}
          required
        />
        <LocalizedTextField name="name" label={t('governance.field.name')} required />
        <LocalizedTextField name="purpose" label={t('governance.field.purpose')} rows={3} required />
        <SelectField
          name="organisationId"
          label={t('governance.host')}
          options={organisationChoices(organisations, locale)}
          required
        />
        <SelectField
          name="parentBodyId"
          label={t('governance.field.parentBodyId')}
          options={bodies.map(({ bodyId, name }) => ({ value: bodyId, label: text(name).text }))}
        />
        <SelectField
          name="charterId"
          label={t('governance.field.charterId')}
          hint={t('governance.charter_hint')}
          options={charters.map(({ agreementId, title }) => ({ value: agreementId, label: text(title).text }))}
        />
        <SelectField
          name="secretaryId"
          label={t('governance.field.secretaryId')}
          hint={t('governance.secretary_hint')}
          options={colleagues.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
        />
        <NumberField name="meetsEveryMonths" label={t('governance.field.meetsEveryMonths')} />
        <NumberField
          name="quorumPercent"
          label={t('governance.field.quorumPercent')}
          hint={t('governance.quorum_hint')}
          defaultValue="50"
        />
        <SubmitButton>{t('governance.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
