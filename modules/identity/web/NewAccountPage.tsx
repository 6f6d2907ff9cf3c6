import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, Role } from '../contract/index.ts';
import { AccountFields } from './AccountFields.tsx';
import { needPermission } from './need-permission.ts';

export const handle: PageHandle = { formId: 'account' };

/** The organisations that a colleague may belong to. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'account:create');
  return { organisations: await listAllOrganisations(context) };
}

/** Adds the account. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.createAccount>;
    await apiOf(context, identityRoutes).createAccount(given, { commandId });
    return redirect(`/${params['locale']}/admin/accounts`);
  });
}

/** A colleague's account: who, for which organisation, in which role. */
export default function NewAccountPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const choices = organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/accounts', label: t('identity.accounts.title') }]} />
      <PageTitle title={t('identity.accounts.new_title')} lead={<p>{t('identity.accounts.new_lead')}</p>} />
      <CommandForm
        id="account"
        labels={{
          displayName: t('identity.field.displayName'),
          email: t('identity.field.email'),
          locale: t('identity.field.locale'),
          password: t('identity.field.password'),
        }}
      >
        <RadioGroup
          name="role"
          label={t('identity.field.role')}
          options={Role.options.map((value) => ({
            value,
            label: t(`identity.role.${value}`),
            hint: t(`identity.role_means.${value}`),
          }))}
          required
        />
        <SelectField
          name="organisationId"
          label={t('field.organisationId')}
          hint={t('identity.accounts.organisation_hint')}
          options={choices}
          emptyLabel={t('identity.account.none')}
        />
        <AccountFields />
        <SubmitButton>{t('identity.accounts.new_go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
