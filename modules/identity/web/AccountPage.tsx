import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DateText,
  DescriptionList,
  PageTitle,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { areaName } from '@qantara/territory/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { EnrolmentLink, identityRoutes, type AccountId, type SessionId } from '../contract/index.ts';
import { AccountRecovery } from './accounts/AccountRecovery.tsx';
import { AccountRole } from './accounts/AccountRole.tsx';
import { AccountState } from './accounts/AccountState.tsx';
import { LinkCard } from './accounts/LinkCard.tsx';
import { orConfirmFirst } from './own/confirm-first.ts';
import { SessionList } from './own/SessionList.tsx';
import passkeysCss from './passkeys/passkeys.css?url';
import { areasFor } from './roles/areas-for.ts';
import { RefusalNotice } from './RefusalNotice.tsx';

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** A colleague's account, as an administrator looks after it. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const accountId = (params['accountId'] ?? '') as AccountId;
  const managed = await apiOf(context, identityRoutes).getAccount({ accountId });
  if (managed.account.isProgram) throw redirect(request.url.replace('/admin/accounts/', '/admin/programs/'));
  return { ...managed, area: areaName(await areasFor(context, [managed.account]), managed.account.areaId) };
}

type Doing = {
  api: ReturnType<typeof apiOf<typeof identityRoutes>>;
  accountId: AccountId;
  values: FormValues;
  command: { commandId: string };
};

/** What each button does; what makes a link answers with it. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  invite: ({ api, accountId, command }) => api.renewInvitation({ accountId }, command),
  agree: ({ api, accountId, command }) => api.agreeToRecovery({ accountId }, command),
  recover: ({ api, accountId, command }) => api.startRecovery({ accountId }, command),
  'cancel-recovery': ({ api, accountId, command }) => api.cancelRecovery({ accountId }, command),
  close: ({ api, accountId, command }) => api.disableAccount({ accountId }, command),
  'end-session': ({ api, accountId, values, command }) =>
    api.endSessionsOf({ accountId, sessionId: (values.text('sessionId') ?? '') as SessionId }, command),
  'end-all': ({ api, accountId, command }) => api.endSessionsOf({ accountId }, command),
};

/** Does one of them; a link is shown this once, everything else is shown anew. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, (values, commandId) =>
    orConfirmFirst<unknown>(request, async () => {
      const api = apiOf(context, identityRoutes);
      const accountId = (params['accountId'] ?? '') as AccountId;
      const done = await STEPS[values.text('intent') ?? '']?.({ api, accountId, values, command: { commandId } });
      return EnrolmentLink.safeParse(done).success ? done : redirect(request.url);
    }),
  );
}

function Sessions() {
  const { sessions, account } = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const mayEnd = can('account:disable');
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('identity.sessions.title')}</h2>
      <SessionList sessions={sessions} mayEnd={mayEnd} />
      {sessions.length === 0 || !mayEnd ? null : (
        <ConfirmDialog
          label={t('identity.sessions.end_all')}
          title={t('identity.sessions.end_all_title', { name: account.displayName })}
        >
          <CommandForm id="end-all">
            <p>{t('identity.sessions.end_all_text')}</p>
            <SubmitButton intent="end-all" kind="danger">
              {t('identity.sessions.end_all')}
            </SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      )}
    </section>
  );
}

function Invitation() {
  const { livingLink } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <section aria-labelledby="invitation">
      <h2 id="invitation">{t('identity.link.invitation')}</h2>
      {livingLink === null ? (
        <p>{t('identity.link.none')}</p>
      ) : (
        <p>
          {t('identity.link.waits')} <DateText value={livingLink.expiresAt} style="dateTime" />
        </p>
      )}
      <CommandForm id="invite" className="">
        <SubmitButton intent="invite" kind="plain">
          {t('identity.link.renew')}
        </SubmitButton>
      </CommandForm>
    </section>
  );
}

function Closing() {
  const { account } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <ConfirmDialog
      label={t('identity.accounts.close')}
      title={t('identity.accounts.close_title', { name: account.displayName })}
      kind="danger"
    >
      <CommandForm id="close">
        <p>{t('identity.accounts.close_text')}</p>
        <SubmitButton intent="close" kind="danger">
          {t('identity.accounts.close')}
        </SubmitButton>
      </CommandForm>
    </ConfirmDialog>
  );
}

function Facts() {
  const { account, passkeyCount, codesLeft } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <DescriptionList
      items={[
        { label: t('identity.accounts.state'), value: <AccountState account={account} /> },
        {
          label: t('identity.account.second'),
          value: account.hasSecondFactor ? t('identity.account.linked') : t('identity.account.not_linked'),
        },
        { label: t('identity.passkeys.title'), value: t('identity.passkeys.count', { count: passkeyCount }) },
        { label: t('identity.codes.title'), value: t('identity.codes.left', { count: codesLeft }) },
      ]}
    />
  );
}

/** Who a colleague is here, who is in their account, and how it is given back or closed. */
export default function AccountPage() {
  const managed = useLoaderData<typeof loader>();
  const { t, can } = usePage();
  const { account } = managed;
  const made = EnrolmentLink.safeParse(useActionData<unknown>());
  const isOpen = account.disabledAt === null;
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/accounts', label: t('identity.accounts.title') }]} />
      <PageTitle title={account.displayName} lead={<Bdi latin>{account.email}</Bdi>} />
      <RefusalNotice title={t('identity.account.not_done')} shownForms={[]} />
      {made.success ? <LinkCard {...made.data} /> : null}
      <Facts />
      <AccountRole managed={managed} area={managed.area} />
      {isOpen && !account.isEnrolled && can('account:create') ? <Invitation /> : null}
      <Sessions />
      {isOpen && account.isEnrolled && can('account:recover') ? <AccountRecovery managed={managed} /> : null}
      {isOpen && can('account:disable') ? (
        <section aria-labelledby="closing">
          <h2 id="closing">{t('identity.accounts.close')}</h2>
          <Closing />
        </section>
      ) : null}
    </>
  );
}
