import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Bdi,
  ButtonLink,
  CommandForm,
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
import { identityRoutes } from '../contract/index.ts';
import { localPath } from './local-path.ts';
import { placeOfWork } from './place-of-work.ts';

export const handle: PageHandle = { formId: 'sign-in' };

/** Whoever is signed in already goes on to their work. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const next = localPath(new URL(request.url).searchParams.get('next'));
  const { account } = context.get(pageContext);
  if (account !== null) return redirect(next ?? `/${params['locale']}${placeOfWork(account.role)}`);
  return { ...(await apiOf(context, identityRoutes).getSetup({})), next };
}

/**
 * The first of two factors. A wrong answer is an answer of the server and a refusal of this form. It goes without the
 * command's id, which the form keeps: the next try is another command.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const given = { email: values.text('email') ?? '', password: values.text('password') ?? '' };
    const { outcome } = await apiOf(context, identityRoutes).signIn(given);
    if (outcome === 'wrong') refuse('sign_in_wrong');
    if (outcome === 'locked') refuse('sign_in_locked');
    const next = localPath(values.text('next'));
    const query = next === null ? '' : `?next=${encodeURIComponent(next)}`;
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

/** Where people at work come in. */
export default function SignInPage() {
  const { isNeeded, next } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.sign_in.title')} lead={<p>{t('identity.sign_in.lead')}</p>} />
      <Newcomers isNew={isNeeded} />
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
    </>
  );
}
