import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes, RecoveryCodes } from '../contract/index.ts';
import { orConfirmFirst } from './own/confirm-first.ts';
import { freshAccount } from './own/own-page.ts';
import { RecoveryCodeList } from './own/RecoveryCodeList.tsx';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'codes' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** Only for whoever has just given both factors. */
export async function loader(given: LoaderFunctionArgs) {
  const { codesLeft } = await freshAccount(given);
  return { codesLeft };
}

/** Makes ten new codes; a page that is sent again shows the same ten. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, (_values, commandId) =>
    orConfirmFirst(request, () => apiOf(context, identityRoutes).renewRecoveryCodes({}, { commandId })),
  );
}

/** Ten codes on paper for the day when the telephone is lost. */
export default function RecoveryCodesPage() {
  const { codesLeft } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const made = RecoveryCodes.safeParse(useActionData<unknown>());
  return (
    <>
      <Breadcrumbs items={[{ path: '/account', label: t('identity.account.title') }]} />
      <PageTitle title={t('identity.codes.title')} lead={<p>{t('identity.codes.what')}</p>} />
      {made.success ? (
        <>
          <RecoveryCodeList codes={made.data.recoveryCodes} />
          <p className="actions">
            <ButtonLink to={href('/account')} kind="action">
              {t('identity.codes.kept')}
            </ButtonLink>
          </p>
        </>
      ) : (
        <CommandForm id="codes">
          <p>{t('identity.codes.left', { count: codesLeft })}</p>
          <p>{t('identity.codes.replaces')}</p>
          <SubmitButton>{t('identity.codes.make')}</SubmitButton>
        </CommandForm>
      )}
    </>
  );
}
