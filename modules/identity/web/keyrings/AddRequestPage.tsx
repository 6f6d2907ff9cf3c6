import { refuse } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  PageTitle,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { refuseOutcome } from '../own/refuse-outcome.ts';
import { signedInKeyring } from './own-keyring.ts';

export const handle: PageHandle = { formId: 'add', safeExit: true };

/** Only for whoever signed in with the account. */
export async function loader(given: LoaderFunctionArgs) {
  await signedInKeyring(given);
  return {};
}

/** Puts the request that this code opens into the account. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values) => {
    const accessCode = values.text('accessCode');
    if (accessCode === undefined) refuse('invalid_input', { fields: [{ path: 'accessCode', code: 'required' }] });
    const added = await apiOf(context, identityRoutes).addKeyringRequest({ accessCode: accessCode ?? '' });
    refuseOutcome(added, { wrong: 'access_code_wrong', locked: 'access_code_locked' });
    return redirect(`/${params['locale']}/follow/account?added`);
  });
}

/** Another request for the same account, by its code. */
export default function AddRequestPage() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.keyring.to.add')} lead={<p>{t('identity.keyring.add_lead')}</p>} />
      <CommandForm id="add">
        <TextField
          name="accessCode"
          label={t('identity.field.accessCode')}
          width="medium"
          autoComplete="off"
          maxLength={40}
          latin
          required
        />
        <div className="actions">
          <SubmitButton>{t('identity.keyring.add')}</SubmitButton>
          <ButtonLink to={href('/follow/account')}>{t('identity.keyring.back_to_account')}</ButtonLink>
        </div>
      </CommandForm>
    </>
  );
}
