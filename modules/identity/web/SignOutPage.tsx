import { Refusal } from '@qantara/kernel';
import { apiOf, CommandForm, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { redirect, type ActionFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';

/** Ends every session of this account. Who has none to end is as far as they wanted to be. */
export async function action({ context, params }: ActionFunctionArgs) {
  try {
    await apiOf(context, identityRoutes).signOut({});
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
  }
  return redirect(`/${params['locale']}`);
}

/** The same button as in the menu, for whoever came by the address. */
export default function SignOutPage() {
  const { t } = usePage();
  return (
    <>
      <PageTitle title={t('identity.sign_out.title')} lead={<p>{t('identity.sign_out.lead')}</p>} />
      <CommandForm id="sign-out">
        <SubmitButton>{t('identity.sign_out.go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
