import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  DescriptionList,
  LocalText,
  LOCALE_NAMES,
  Notice,
  pageContext,
  PageTitle,
  SubmitButton,
  usePage,
  type FormValues,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, OpenIdOutcome, type PasskeyId, type SessionId } from '../contract/index.ts';
import { orConfirmFirst } from './own/confirm-first.ts';
import { OwnPasskeys } from './own/OwnPasskeys.tsx';
import { OwnProvider } from './own/OwnProvider.tsx';
import { OwnSecrets } from './own/OwnSecrets.tsx';
import { OwnRole } from './own/OwnRole.tsx';
import { RecoveryNews } from './own/RecoveryNews.tsx';
import { SessionList } from './own/SessionList.tsx';
import { RefusalNotice } from './RefusalNotice.tsx';
import { roleNameOf, roleMeans } from './roles/role-words.ts';

/** Everything that opens this account, and who is in it. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const problem = OpenIdOutcome.safeParse(searchParams.get('problem'));
  return {
    own: await apiOf(context, identityRoutes).getOwnAccount({}),
    problem: problem.success ? problem.data : null,
    hasChanged: searchParams.has('done'),
  };
}

type Doing = {
  api: ReturnType<typeof apiOf<typeof identityRoutes>>;
  values: FormValues;
  command: { commandId: string };
};

const keyOf = (values: FormValues) => (values.text('passkeyId') ?? '') as PasskeyId;

/** What each button of the page does. */
const STEPS: Record<string, (doing: Doing) => Promise<unknown>> = {
  'rename-passkey': ({ api, values, command }) =>
    api.renamePasskey({ passkeyId: keyOf(values), label: values.text('label') ?? '' }, command),
  'remove-passkey': ({ api, values, command }) => api.removePasskey({ passkeyId: keyOf(values) }, command),
  'end-session': ({ api, values, command }) =>
    api.endSession({ sessionId: (values.text('sessionId') ?? '') as SessionId }, command),
  'end-others': ({ api, command }) => api.endOtherSessions({}, command),
  'cancel-recovery': ({ api, command }) => api.cancelOwnRecovery({}, command),
  unlink: ({ api, command }) => api.removeOpenIdLink({}, command),
};

/** Changes one thing; linking at the provider goes on from the page that comes back. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { locale } = context.get(pageContext);
  return answerForm(request, (values, commandId) =>
    orConfirmFirst<unknown>(request, async () => {
      const api = apiOf(context, identityRoutes);
      const intent = values.text('intent') ?? '';
      if (intent === 'link') return api.startOpenIdLink({ locale });
      await STEPS[intent]?.({ api, values, command: { commandId } });
      return redirect(`/${locale}/account?done=${intent}`);
    }),
  );
}

function Who() {
  const { own } = useLoaderData<typeof loader>();
  const page = usePage();
  const { t, account: card, text, formats } = page;
  const { account } = own;
  const means = roleMeans(page, account.role ?? '', own.roleDescription);
  return (
    <DescriptionList
      items={[
        { label: t('identity.field.displayName'), value: <Bdi>{account.displayName}</Bdi> },
        { label: t('identity.field.email'), value: <Bdi latin>{account.email}</Bdi> },
        { label: t('identity.account.role'), value: roleNameOf(page, account) },
        ...(means === '' ? [] : [{ label: t('identity.account.means'), value: means }]),
        ...(own.teams.length === 0
          ? []
          : [
              {
                label: t('identity.teams.yours'),
                value: <Bdi>{formats.list(own.teams.map(({ name }) => text(name).text))}</Bdi>,
              },
            ]),
        {
          label: t('identity.account.organisation'),
          value: card?.organisationName ? <LocalText value={card.organisationName} /> : t('identity.account.none'),
        },
        { label: t('identity.field.locale'), value: LOCALE_NAMES[account.locale] },
      ]}
    />
  );
}

function Sessions() {
  const { own } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('identity.sessions.title')}</h2>
      <p>{t('identity.sessions.lead')}</p>
      <SessionList sessions={own.sessions} mayEnd />
      {own.sessions.length < 2 ? null : (
        <CommandForm id="end-others" className="">
          <SubmitButton intent="end-others" kind="danger">
            {t('identity.sessions.end_others')}
          </SubmitButton>
        </CommandForm>
      )}
    </section>
  );
}

/** Who one is here, what opens one's account, and the browsers that are in it. */
export default function OwnAccountPage() {
  const { own, problem, hasChanged } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('identity.account.title')} />
      {hasChanged ? (
        <Notice kind="success" isNews>
          <p>{t('identity.account.changed')}</p>
        </Notice>
      ) : null}
      {problem === null ? null : (
        <Notice kind="danger" title={t('identity.open_id.title')} isNews>
          <p>{t(`identity.open_id.${problem}`)}</p>
        </Notice>
      )}
      <RefusalNotice
        title={t('identity.account.not_done')}
        shownForms={['provider', 'end-others', 'cancel-recovery']}
      />
      <OwnRole own={own} />
      <RecoveryNews recovery={own.recovery} livingLink={own.livingLink} />
      <Who />
      <OwnSecrets own={own} />
      <OwnPasskeys passkeys={own.passkeys} />
      {own.provider === null ? null : <OwnProvider provider={own.provider} />}
      <Sessions />
    </>
  );
}
