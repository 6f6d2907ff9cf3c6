import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../../contract/index.ts';
import { signedInKeyring } from './own-keyring.ts';

export const handle: PageHandle = { formId: 'end', safeExit: true };

/** Only for whoever signed in with the account. */
export async function loader(given: LoaderFunctionArgs) {
  const { requests } = await signedInKeyring(given);
  return { isOfSeveral: requests.length > 1 };
}

/** Ends the account, or takes the open request out of it. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, identityRoutes);
    const isAll = values.text('intent') === 'end';
    if (isAll) await api.endKeyring({}, { commandId });
    else await api.leaveKeyring({}, { commandId });
    return redirect(`/${params['locale']}/follow?${isAll ? 'ended' : 'left'}`);
  });
}

/** The end of a personal account: what goes on without it is said before. */
export default function EndKeyringPage() {
  const { isOfSeveral } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.keyring.to.end')} lead={<p>{t('identity.keyring.end_lead')}</p>} />
      <Notice kind="warning" title={t('identity.keyring.end_code_title')}>
        <p>{t('identity.keyring.end_code')}</p>
      </Notice>
      <CommandForm id="end">
        <div className="actions">
          <SubmitButton intent="end">{t('identity.keyring.end')}</SubmitButton>
          <ButtonLink to={href('/follow/account')}>{t('identity.keyring.back_to_account')}</ButtonLink>
        </div>
      </CommandForm>
      {isOfSeveral ? (
        <>
          <h2>{t('identity.keyring.only_this_title')}</h2>
          <p>{t('identity.keyring.only_this')}</p>
          <CommandForm id="leave">
            <SubmitButton intent="leave" kind="plain">
              {t('identity.keyring.take_out')}
            </SubmitButton>
          </CommandForm>
        </>
      ) : null}
    </>
  );
}
