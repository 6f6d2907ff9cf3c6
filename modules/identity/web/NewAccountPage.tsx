import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  PageTitle,
  SelectField,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { listAllOrganisations } from '@qantara/organisations/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { AddedAccount, identityRoutes } from '../contract/index.ts';
import { AskedRole } from './accounts/AskedRole.tsx';
import { RoleChoice } from './accounts/RoleChoice.tsx';
import { AccountFields } from './accounts/AccountFields.tsx';
import { LinkCard } from './accounts/LinkCard.tsx';
import { needPermission } from './need-permission.ts';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'account' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** The organisations that a colleague may belong to, and the roles that there are. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'account:create');
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const { roles } = await apiOf(context, identityRoutes).listRoles({});
  return { organisations: await listAllOrganisations(context), areas, roles };
}

/** Adds the account and shows its link, this once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.createAccount>;
    return apiOf(context, identityRoutes).createAccount(given, { commandId });
  });
}

/** A colleague's account: who, for which organisation, in which role. */
export default function NewAccountPage() {
  const { organisations, roles, areas } = useLoaderData<typeof loader>();
  const { t, locale, href } = usePage();
  const made = AddedAccount.safeParse(useActionData<unknown>());
  const choices = organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  if (made.success)
    return (
      <>
        <PageTitle title={t('identity.accounts.added_title')} />
        <AskedRole {...made.data.request} />
        <LinkCard {...made.data.invitation} />
        <p className="actions">
          <ButtonLink to={href('/admin/accounts')}>{t('identity.accounts.title')}</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/accounts', label: t('identity.accounts.title') }]} />
      <PageTitle title={t('identity.accounts.new_title')} lead={<p>{t('identity.accounts.new_lead')}</p>} />
      <CommandForm
        id="account"
        labels={{
          role: t('identity.field.role'),
          areaId: t('field.areaId'),
          displayName: t('identity.field.displayName'),
          email: t('identity.field.email'),
          locale: t('identity.field.locale'),
        }}
      >
        <RoleChoice roles={roles} areas={areas} />
        <SelectField
          name="organisationId"
          label={t('field.organisationId')}
          hint={t('identity.accounts.organisation_hint')}
          options={choices}
          emptyLabel={t('identity.account.none')}
        />
        <AccountFields />
        <TextArea name="reason" label={t('identity.field.reason')} hint={t('identity.requests.reason_hint')} rows={3} />
        <SubmitButton>{t('identity.accounts.new_go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
