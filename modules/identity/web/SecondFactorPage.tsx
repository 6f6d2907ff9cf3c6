import { Refusal, refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { localPath } from './local-path.ts';

export const handle: PageHandle = { formId: 'second-factor' };

function signInPath(locale: string | undefined, next: string | null): string {
  return `/${locale}/sign-in${next === null ? '' : `?next=${encodeURIComponent(next)}`}`;
}

/** Only between the two factors is there anything to show; anyone else begins at the sign-in, which knows where they belong. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  try {
    return { ...(await apiOf(context, identityRoutes).getSecondFactor({})), next };
  } catch (fault) {
    if (fault instanceof Refusal) return redirect(signInPath(params['locale'], next));
    throw fault;
  }
}

/** The second factor; the sign-in page sends on to the place of work, because only the next request is signed in. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const code = values.text('code') ?? refuse('invalid_input', { fields: [{ path: 'code', code: 'required' }] });
    const { outcome } = await apiOf(context, identityRoutes).confirmSecondFactor({ code });
    if (outcome === 'wrong') refuse('second_factor_wrong');
    if (outcome === 'locked') refuse('second_factor_locked');
    return redirect(signInPath(params['locale'], localPath(values.text('next'))));
  });
}

/** The square that an authenticator application reads; it stands on white, or no camera finds it in the dark. */
function Enrolment({ secret, qrCode }: { secret: string; qrCode: string }) {
  const { t } = usePage();
  return (
    <section>
      <h2>{t('identity.second.first_title')}</h2>
      <p>{t('identity.second.first_text')}</p>
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrCode)}`}
        alt={t('identity.second.qr')}
        width={220}
        height={220}
      />
      <p>
        {t('identity.second.secret')}
        <br />
        <code dir="ltr">{secret.replace(/(.{4})/g, '$1 ').trim()}</code>
      </p>
    </section>
  );
}

/** The code from one's telephone, the second of two factors. */
export default function SecondFactorPage() {
  const { isEnrolled, secret, qrCode, sampleCode, next } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle
        title={t('identity.second.title')}
        lead={isEnrolled ? <p>{t('identity.second.lead')}</p> : undefined}
      />
      {secret === null || qrCode === null ? null : <Enrolment secret={secret} qrCode={qrCode} />}
      {sampleCode === null ? null : (
        <Notice title={t('identity.second.sample_title')}>
          <p>
            {t('identity.second.sample_text')}{' '}
            <strong>
              <Bdi latin>{sampleCode}</Bdi>
            </strong>
          </p>
        </Notice>
      )}
      <CommandForm id="second-factor">
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <TextField
          name="code"
          label={t('identity.field.code')}
          width="short"
          autoComplete="one-time-code"
          maxLength={12}
          latin
          required
        />
        {isEnrolled ? <p className="hint">{t('identity.second.lost')}</p> : null}
        <SubmitButton>{t('identity.second.go')}</SubmitButton>
      </CommandForm>
      <p className="actions">
        <Link to={href('/sign-in')}>{t('identity.second.again')}</Link>
      </p>
    </>
  );
}
