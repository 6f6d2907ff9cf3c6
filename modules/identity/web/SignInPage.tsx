import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
  LocalText,
  Notice,
  pageContext,
  PageTitle,
  PasswordField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, OpenIdOutcome } from '../contract/index.ts';
import { localPath } from './local-path.ts';
import { hasNews } from './own/has-news.ts';
import { refuseOutcome } from './own/refuse-outcome.ts';
import { givenPasskey } from './passkeys/given-passkey.ts';
import { PasskeyButton } from './passkeys/PasskeyButton.tsx';
import passkeysCss from './passkeys/passkeys.css?url';
import { placeOfWork } from './place-of-work.ts';

export const handle: PageHandle = { formId: 'sign-in' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** Whoever is signed in already goes on to their work, and first to what their account has to tell them. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const next = localPath(searchParams.get('next'));
  const { account } = context.get(pageContext);
  const api = apiOf(context, identityRoutes);
  if (account !== null) {
    const onward = next ?? `/${params['locale']}${placeOfWork(account.permissions)}`;
    if (!hasNews(await api.getOwnAccount({}))) return redirect(onward);
    return redirect(`/${params['locale']}/account/news?next=${encodeURIComponent(onward)}`);
  }
  const problem = OpenIdOutcome.safeParse(searchParams.get('problem'));
  return {
    ...(await api.getSetup({})),
    ...(await api.getSignInWays({})),
    next,
    problem: problem.success ? problem.data : null,
  };
}

/**
 * The first of two factors, or a key that is both. A wrong answer is an answer of the server and a refusal of this form.
 * It goes without the command's id, which the form keeps: the next try is another command.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const api = apiOf(context, identityRoutes);
    const next = localPath(values.text('next'));
    const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
    if (values.text('_form') === 'passkey') {
      const tried = await api.signInWithPasskey(givenPasskey(values));
      refuseOutcome(tried, { wrong: 'passkey_wrong', locked: 'sign_in_locked' });
      return redirect(`/${params['locale']}/sign-in${query}`);
    }
    const given = { email: values.text('email') ?? '', password: values.text('password') ?? '' };
    if (given.email === '' || given.password === '') refuse('sign_in_wrong');
    refuseOutcome(await api.signIn(given), { wrong: 'sign_in_wrong', locked: 'sign_in_locked' });
    return redirect(`/${params['locale']}/sign-in/second-factor${query}`);
  });
}

function Newcomers({ isNew }: { isNew: boolean }) {
  const { t, href, isSample } = usePage();
  if (isNew)
    return (
      <Notice kind="warning" title={t('identity.sign_in.setup_title')}>
        <p>{t('identity.sign_in.setup_text')}</p>
        <p>
          <Link to={href('/setup')}>{t('identity.sign_in.setup_link')}</Link>
        </p>
      </Notice>
    );
  if (!isSample) return null;
  return (
    <Notice title={t('identity.sign_in.sample_title')}>
      <p>
        {t('identity.sign_in.sample_text')} <Bdi latin>{SAMPLE_EMAIL}</Bdi>
      </p>
    </Notice>
  );
}

/** An account of the sample region, which visitors may try. */
const SAMPLE_EMAIL = 'salma@sabil.example';

function OtherWays() {
  const { next, provider } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
  return (
    <>
      <CommandForm id="passkey">
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <PasskeyButton start="/sign-in/passkey/start" label={t('identity.sign_in.passkey')} />
      </CommandForm>
      {provider === null ? null : (
        <p className="actions">
          <a className="button plain" href={`${href('/sign-in/provider')}${query}`}>
            {t('identity.sign_in.provider')} <LocalText value={provider.label} />
          </a>
        </p>
      )}
    </>
  );
}

/** Where people at work come in. */
export default function SignInPage() {
  const { isNeeded, next, problem } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.sign_in.title')} lead={<p>{t('identity.sign_in.lead')}</p>} />
      <Newcomers isNew={isNeeded} />
      {problem === null ? null : (
        <Notice kind="danger" title={t('identity.open_id.title')} isNews>
          <p>{t(`identity.open_id.${problem}`)}</p>
        </Notice>
      )}
      <CommandForm id="sign-in">
        {next === null ? null : <input type="hidden" name="next" value={next} />}
        <TextField
          name="email"
          type="email"
          label={t('identity.field.email')}
          width="medium"
          autoComplete="username"
          required
        />
        <PasswordField name="password" label={t('identity.field.password')} required />
        <p className="hint">{t('identity.sign_in.next_step')}</p>
        <div className="actions">
          <SubmitButton>{t('identity.sign_in.go')}</SubmitButton>
          <ButtonLink to={href('/ask')}>{t('identity.sign_in.ask')}</ButtonLink>
        </div>
      </CommandForm>
      <OtherWays />
    </>
  );
}
