import { Refusal, type InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  DateText,
  Notice,
  PageTitle,
  PasswordField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, RecoveryCodes } from '../contract/index.ts';
import { CodeField } from './own/CodeField.tsx';
import { RecoveryCodeList } from './own/RecoveryCodeList.tsx';
import { TelephoneSquare } from './own/TelephoneSquare.tsx';
import { givenPasskey } from './passkeys/given-passkey.ts';
import { PasskeyButton } from './passkeys/PasskeyButton.tsx';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'enrol' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** The telephone's secret stands on the page: no browser keeps it. */
export function headers() {
  return { 'cache-control': 'no-store' };
}

type Shown = Awaited<ReturnType<typeof opened>>;

async function opened(context: LoaderFunctionArgs['context'], token: string) {
  const api = apiOf(context, identityRoutes);
  return { ...(await api.openEnrolment({ token })), ...(await api.getSignInWays({})), token };
}

/** What the holder of the link sees: nothing once the account is taken, when the page holds the codes alone. */
export async function loader({ context, params }: LoaderFunctionArgs): Promise<Shown | null> {
  try {
    return await opened(context, params['token'] ?? '');
  } catch (fault) {
    if (fault instanceof Refusal) return null;
    throw fault;
  }
}

/** Its owner takes the account. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const { password, code } = values.toObject() as { password?: string; code?: string };
    const chosen = values.text('_form') === 'passkey' ? givenPasskey(values) : { password: password ?? '', code };
    const given = { token: params['token'] ?? '', ...chosen } as InputOf<typeof identityRoutes.completeEnrolment>;
    return apiOf(context, identityRoutes).completeEnrolment(given, { commandId });
  });
}

function ByPassword({ shown }: { shown: Shown }) {
  const { t } = usePage();
  return (
    <CommandForm id="enrol" labels={{ password: t('identity.field.password'), code: t('identity.field.code') }}>
      <input type="hidden" autoComplete="username" name="_email" value={shown.email} />
      <h2>{t('identity.enrol.password_title')}</h2>
      <PasswordField
        name="password"
        label={t('identity.field.password')}
        hint={t('identity.password.hint')}
        isNew
        required
      />
      <h2>{t('identity.enrol.telephone_title')}</h2>
      <p>{t('identity.second.first_text')}</p>
      <TelephoneSquare secret={shown.secret} qrCode={shown.qrCode} />
      <CodeField />
      <SubmitButton>{t('identity.enrol.go')}</SubmitButton>
    </CommandForm>
  );
}

function Taking({ shown }: { shown: Shown }) {
  const { t } = usePage();
  const isRecovery = shown.purpose === 'recovery';
  return (
    <>
      <PageTitle
        title={t(`identity.enrolment.${shown.purpose}`)}
        lead={
          <p>
            <Bdi>{shown.displayName}</Bdi> · <Bdi latin>{shown.email}</Bdi>
          </p>
        }
      />
      <Notice kind={isRecovery ? 'warning' : 'info'} title={t('identity.enrol.only_you')}>
        <p>{t(isRecovery ? 'identity.enrol.recovery_text' : 'identity.enrol.invitation_text')}</p>
        <p>
          {t('identity.link.until')} <DateText value={shown.expiresAt} style="dateTime" />
        </p>
      </Notice>
      <div className="passkey">
        <h2>{t('identity.enrol.passkey_title')}</h2>
        <p>{t('identity.enrol.passkey_text')}</p>
        <CommandForm id="passkey">
          <PasskeyButton
            start="/enrolments/passkey/start"
            input={{ token: shown.token }}
            isNew
            label={t('identity.enrol.passkey_go')}
          />
        </CommandForm>
        <p>{t('identity.enrol.or')}</p>
      </div>
      <ByPassword shown={shown} />
    </>
  );
}

/** A colleague takes their account, or takes it back: they alone know what opens it. */
export default function EnrolPage() {
  const shown = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const done = RecoveryCodes.safeParse(useActionData<unknown>());
  if (done.success)
    return (
      <>
        <PageTitle title={t('identity.enrol.done_title')} lead={<p>{t('identity.enrol.done_lead')}</p>} />
        <RecoveryCodeList codes={done.data.recoveryCodes} />
        <p className="actions">
          <ButtonLink to={href('/sign-in')} kind="action">
            {t('identity.codes.kept')}
          </ButtonLink>
        </p>
      </>
    );
  if (shown === null)
    return <PageTitle title={t('identity.enrol.gone_title')} lead={<p>{t('refusal.enrolment_not_found')}</p>} />;
  return <Taking shown={shown} />;
}
