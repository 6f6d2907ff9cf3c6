import { Refusal, refuse } from '@qantara/kernel';
import { answerForm, apiOf, CommandForm, PageTitle, SubmitButton, usePage, type PageHandle } from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { CodeField } from './own/CodeField.tsx';
import { localPath } from './local-path.ts';
import { refuseOutcome } from './own/refuse-outcome.ts';
import { TelephoneSquare } from './own/TelephoneSquare.tsx';
import { SampleCode } from './own/SampleCode.tsx';
import { givenPasskey } from './passkeys/given-passkey.ts';
import { PasskeyButton } from './passkeys/PasskeyButton.tsx';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'second-factor' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

function signInPath(locale: string | undefined, next: string | null): string {
  return `/${locale}/sign-in${next === null ? '' : `?next=${encodeURIComponent(next)}`}`;
}

/** Only between the two factors is there anything to show; anyone else begins at the sign-in, which knows where they belong. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  const api = apiOf(context, identityRoutes);
  try {
    return { ...(await api.getSecondFactor({})), ...(await api.getSignInWays({})), next };
  } catch (fault) {
    if (fault instanceof Refusal) return redirect(signInPath(params['locale'], next));
    throw fault;
  }
}

/** The second factor; the sign-in page sends on to the place of work, because only the next request is signed in. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const api = apiOf(context, identityRoutes);
    const onward = redirect(signInPath(params['locale'], localPath(values.text('next'))));
    if (values.text('_form') === 'passkey') {
      const tried = await api.confirmWithPasskey(givenPasskey(values));
      refuseOutcome(tried, { wrong: 'passkey_wrong', locked: 'second_factor_locked' });
      return onward;
    }
    const code = values.text('code') ?? refuse('invalid_input', { fields: [{ path: 'code', code: 'required' }] });
    const tried = await api.confirmSecondFactor({ code });
    refuseOutcome(tried, { wrong: 'second_factor_wrong', locked: 'second_factor_locked' });
    return onward;
  });
}

function Next() {
  const { next } = useLoaderData<typeof loader>();
  return next === null ? null : <input type="hidden" name="next" value={next} />;
}

function CodeForm() {
  const { isEnrolled, hasTelephone } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const byTelephone = hasTelephone || !isEnrolled;
  return (
    <CommandForm id="second-factor" words="identity">
      <Next />
      <CodeField
        label={byTelephone ? undefined : t('identity.second.recovery_code')}
        hint={hasTelephone ? t('identity.second.or_recovery_code') : undefined}
        mayRecover
      />
      {isEnrolled ? <p className="hint">{t('identity.second.lost')}</p> : null}
      <SubmitButton>{t('identity.second.go')}</SubmitButton>
    </CommandForm>
  );
}

/** The code from one's telephone, or one's key: the second of two factors. */
export default function SecondFactorPage() {
  const { isEnrolled, hasTelephone, hasPasskey, secret, qrCode, sampleCode } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle
        title={t('identity.second.title')}
        lead={isEnrolled && hasTelephone ? <p>{t('identity.second.lead')}</p> : undefined}
      />
      {secret === null || qrCode === null ? null : (
        <section>
          <h2>{t('identity.second.first_title')}</h2>
          <p>{t('identity.second.first_text')}</p>
          <TelephoneSquare secret={secret} qrCode={qrCode} />
        </section>
      )}
      <SampleCode code={sampleCode} />
      {hasPasskey ? (
        <CommandForm id="passkey">
          <Next />
          <PasskeyButton start="/second-factor/passkey/start" label={t('identity.second.passkey')} />
        </CommandForm>
      ) : null}
      <CodeForm />
      <p className="actions">
        <Link to={href('/sign-in')}>{t('identity.second.again')}</Link>
      </p>
    </>
  );
}
