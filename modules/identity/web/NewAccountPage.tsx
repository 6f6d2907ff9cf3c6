import { textIn, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  PageTitle,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { listAllOrganisations } from '@qantara/organisations/web';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { EnrolmentLink, identityRoutes, Role } from '../contract/index.ts';
import { AccountFields } from './accounts/AccountFields.tsx';
import { LinkCard } from './accounts/LinkCard.tsx';
import { needPermission } from './need-permission.ts';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'account' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** The organisations that a colleague may belong to. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'account:create');
  return { organisations: await listAllOrganisations(context) };
}

/** Adds the account and shows its link, this once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.createAccount>;
    const { invitation } = await apiOf(context, identityRoutes).createAccount(given, { commandId });
    return invitation;
  });
}

/** A colleague's account: who, for which organisation, in which role. */
export default function NewAccountPage() {
  const { organisations } = useLoaderData<typeof loader>();
  const { t, locale, href } = usePage();
  const made = EnrolmentLink.safeParse(useActionData<unknown>());
  const choices = organisations
    .map(({ organisationId, name }) => ({ value: organisationId as string, label: textIn(name, locale).text }))
    .toSorted((one, other) => one.label.localeCompare(other.label, locale));
  if (made.success)
    return (
      <>
        <PageTitle title={t('identity.accounts.added_title')} />
        <LinkCard {...made.data} />
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
          displayName: t('identity.field.displayName'),
          email: t('identity.field.email'),
          locale: t('identity.field.locale'),
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
