import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  PasswordField,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { CodeField } from './own/CodeField.tsx';
import { localPath } from './local-path.ts';
import { refuseOutcome } from './own/refuse-outcome.ts';
import { SampleCode } from './own/SampleCode.tsx';
import { givenPasskey } from './passkeys/given-passkey.ts';
import { PasskeyButton } from './passkeys/PasskeyButton.tsx';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'confirm' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** What this account can confirm itself with, and where one goes on. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context, identityRoutes);
  const { hasPassword, isOfProviderAlone, passkeys, sampleCode } = await api.getOwnAccount({});
  return {
    ...(await api.getSignInWays({})),
    hasPassword,
    isOfProviderAlone,
    hasPasskey: passkeys.length > 0,
    sampleCode,
    next: localPath(new URL(request.url).searchParams.get('next')),
  };
}

/** Both factors once more; then back to what was to be changed. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const api = apiOf(context, identityRoutes);
    const onward = redirect(localPath(values.text('next')) ?? `/${params['locale']}/account`);
    if (values.text('_form') === 'passkey') {
      const tried = await api.confirmSelfWithPasskey(givenPasskey(values));
      refuseOutcome(tried, { wrong: 'passkey_wrong', locked: 'sign_in_locked' });
      return onward;
    }
    const code = values.text('code') ?? refuse('invalid_input', { fields: [{ path: 'code', code: 'required' }] });
    const tried = await api.confirmSelf({ password: values.text('password') ?? '', code });
    refuseOutcome(tried, { wrong: 'confirm_wrong', locked: 'sign_in_locked' });
    return onward;
  });
}

function Next() {
  const { next } = useLoaderData<typeof loader>();
  return next === null ? null : <input type="hidden" name="next" value={next} />;
}

/** The fields for both factors. */
function FactorFields() {
  const { hasPassword } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <CommandForm id="confirm" words="identity">
      <Next />
      {hasPassword ? <PasswordField name="password" label={t('identity.field.password')} required /> : null}
      <CodeField hint={t('identity.second.or_recovery_code')} mayRecover />
      <SubmitButton>{t('identity.confirm.go')}</SubmitButton>
    </CommandForm>
  );
}

/** Asks for both factors before credentials change: a browser that was left open is not enough. */
export default function ConfirmSelfPage() {
  const { isOfProviderAlone, hasPasskey, sampleCode } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/account', label: t('identity.account.title') }]} />
      <PageTitle title={t('identity.confirm.title')} lead={<p>{t('identity.confirm.lead')}</p>} />
      <SampleCode code={sampleCode} />
      {hasPasskey ? (
        <CommandForm id="passkey">
          <Next />
          <PasskeyButton start="/account/confirm/passkey/start" label={t('identity.confirm.passkey')} />
        </CommandForm>
      ) : null}
      {isOfProviderAlone ? <p>{t('identity.confirm.by_provider')}</p> : <FactorFields />}
    </>
  );
}
