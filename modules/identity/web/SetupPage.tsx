import type { InputOf } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  CommandForm,
  PageTitle,
  PasswordField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { AccountFields } from './accounts/AccountFields.tsx';

export const handle: PageHandle = { formId: 'setup' };

/** A region that has an account is set up: there is nothing to see here. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { isNeeded } = await apiOf(context, identityRoutes).getSetup({});
  return isNeeded ? null : redirect(`/${params['locale']}/sign-in`);
}

/** Creates the first administrator of an empty region. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof identityRoutes.createFirstAdministrator>;
    await apiOf(context, identityRoutes).createFirstAdministrator(given, { commandId });
    return redirect(`/${params['locale']}/sign-in`);
  });
}

/** The first account of an empty region, for whoever started the server. */
export default function SetupPage() {
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('identity.setup.title')} lead={<p>{t('identity.setup.lead')}</p>} />
      <CommandForm
        id="setup"
        labels={{
          displayName: t('identity.field.displayName'),
          email: t('identity.field.email'),
          locale: t('identity.field.locale'),
        }}
      >
        <TextField
          name="setupCode"
          label={t('identity.field.setupCode')}
          hint={t('identity.setup.code_hint')}
          width="medium"
          latin
          required
        />
        <AccountFields />
        <PasswordField
          name="password"
          label={t('identity.field.password')}
          hint={t('identity.password.hint')}
          isNew
          required
        />
        <SubmitButton>{t('identity.setup.go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
