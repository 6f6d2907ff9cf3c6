import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  PageTitle,
  PasswordField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { refuseTried } from './open-with-keyring.ts';
import { signedInKeyring } from './own-keyring.ts';

export const handle: PageHandle = { formId: 'keyring-password', safeExit: true };

/** Only for whoever signed in with the account. */
export async function loader(given: LoaderFunctionArgs) {
  await signedInKeyring(given);
  return {};
}

/** Changes the password. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const given = {
      signInName: values.text('signInName') ?? '',
      currentPassword: values.text('currentPassword') ?? '',
      password: values.text('password') ?? '',
    };
    refuseTried(await apiOf(context, identityRoutes).changeKeyringPassword(given));
    return redirect(`/${params['locale']}/follow/account?changed`);
  });
}

/** Another password for the personal account; the name is asked too, since it is kept nowhere. */
export default function KeyringPasswordPage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.keyring.to.password')} lead={<p>{t('identity.keyring.password_lead')}</p>} />
      <CommandForm id="keyring-password">
        <TextField
          name="signInName"
          label={t('identity.field.signInName')}
          width="medium"
          autoComplete="username"
          maxLength={120}
          required
        />
        <PasswordField name="currentPassword" label={t('identity.field.currentPassword')} required />
        <PasswordField
          name="password"
          label={t('identity.password.new')}
          hint={t('identity.password.hint')}
          isNew
          required
        />
        <div className="actions">
          <SubmitButton>{t('identity.password.go')}</SubmitButton>
          <ButtonLink to={href('/follow/account')}>{t('identity.keyring.back_to_account')}</ButtonLink>
        </div>
      </CommandForm>
    </>
  );
}
