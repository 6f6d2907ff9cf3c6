import type { LocalizedText } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  ConfirmDialog,
  DataTable,
  EmptyState,
  LocalText,
  PageTitle,
  Pagination,
  StatusBadge,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { listAllOrganisations } from '@qantara/organisations/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, type Account, type AccountId } from '../contract/index.ts';

/** One page of accounts, and the names of their organisations. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  const accounts = await apiOf(context, identityRoutes).listAccounts({ page, perPage: 50 });
  const organisations = await listAllOrganisations(context);
  const names: Record<string, LocalizedText> = Object.fromEntries(
    organisations.map(({ organisationId, name }) => [organisationId, name]),
  );
  return { accounts, names };
}

/** Closes an account, or gives it a new second factor. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const accountId = (values.text('accountId') ?? '') as AccountId;
    if (values.text('intent') === 'reset') await api.resetSecondFactor({ accountId }, { commandId });
    else await api.disableAccount({ accountId }, { commandId });
    return redirect(request.url);
  });
}

function Step({ account, step }: { account: Account; step: 'close' | 'reset' }) {
  const { t } = usePage();
  const name = account.displayName;
  return (
    <ConfirmDialog label={t(`identity.accounts.${step}`)} title={t(`identity.accounts.${step}_title`, { name })}>
      <CommandForm id={`${step}-${account.accountId}`}>
        <p>{t(`identity.accounts.${step}_text`)}</p>
        <input type="hidden" name="accountId" value={account.accountId} />
        <SubmitButton intent={step} kind={step === 'close' ? 'danger' : 'action'}>
          {t(`identity.accounts.${step}`)}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Steps({ account }: { account: Account }) {
  if (account.disabledAt !== null) return null;
  return (
    <div className="actions">
      <Step account={account} step="reset" />
      <Step account={account} step="close" />
    </div>
  );
}

/** Who signs in here, in which role, and the two things an administrator does with an account. */
export default function AccountsPage() {
  const { accounts, names } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.accounts.title')} lead={<p>{t('identity.accounts.lead')}</p>}>
        <ButtonLink to={href('/admin/accounts/new')} kind="action">
          {t('identity.accounts.add')}
        </ButtonLink>
      </PageTitle>
      <DataTable<Account>
        caption={t('identity.accounts.title')}
        hidesCaption
        rows={accounts.items}
        keyOf={(account) => account.accountId}
        empty={<EmptyState title={t('identity.accounts.empty')} />}
        columns={[
          {
            key: 'name',
            heading: t('identity.field.displayName'),
            cell: (account) => (
              <>
                <Bdi>{account.displayName}</Bdi>
                <br />
                <small>
                  <Bdi latin>{account.email}</Bdi>
                </small>
              </>
            ),
          },
          { key: 'role', heading: t('identity.field.role'), cell: (account) => t(`identity.role.${account.role}`) },
          {
            key: 'organisation',
            heading: t('field.organisationId'),
            cell: ({ organisationId }) =>
              organisationId === null ? t('identity.account.none') : <LocalText value={names[organisationId]} quiet />,
          },
          {
            key: 'second',
            heading: t('identity.account.second'),
            cell: (account) =>
              account.hasSecondFactor ? t('identity.account.linked') : t('identity.account.not_linked'),
          },
          {
            key: 'state',
            heading: t('identity.accounts.state'),
            cell: ({ disabledAt }) =>
              disabledAt === null ? (
                <StatusBadge tone="active" label={t('identity.accounts.open')} />
              ) : (
                <StatusBadge tone="stopped" label={t('identity.accounts.closed')} />
              ),
          },
          {
            key: 'steps',
            heading: t('identity.accounts.next_steps'),
            cell: (account) => <Steps account={account} />,
          },
        ]}
      />
      <Pagination {...accounts} />
    </>
  );
}
