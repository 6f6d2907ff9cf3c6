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
import { orConfirmFirst } from './own/confirm-first.ts';
import { freshAccount } from './own/own-page.ts';

export const handle: PageHandle = { formId: 'password' };

/** Only for whoever has just given both factors. */
export async function loader(given: LoaderFunctionArgs) {
  const { hasPassword, account } = await freshAccount(given);
  return { hasPassword, email: account.email };
}

/** Changes the password. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, (values, commandId) =>
    orConfirmFirst(request, async () => {
      const password = values.text('password') ?? '';
      await apiOf(context, identityRoutes).changePassword({ password }, { commandId });
      return redirect(`/${params['locale']}/account?done=password`);
    }),
  );
}

/** A new password of one's own. */
export default function PasswordPage() {
  const { hasPassword, email } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/account', label: t('identity.account.title') }]} />
      <PageTitle
        title={t(hasPassword ? 'identity.password.change_title' : 'identity.password.add_title')}
        lead={<p>{t('identity.account.others_end')}</p>}
      />
      <CommandForm id="password">
        <input type="hidden" autoComplete="username" name="_email" value={email} />
        <PasswordField
          name="password"
          label={t('identity.password.new')}
          hint={t('identity.password.hint')}
          isNew
          required
        />
        <SubmitButton>{t('identity.password.go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
