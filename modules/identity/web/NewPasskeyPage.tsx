import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { orConfirmFirst } from './own/confirm-first.ts';
import { freshAccount } from './own/own-page.ts';
import { givenPasskey } from './passkeys/given-passkey.ts';
import { PasskeyButton } from './passkeys/PasskeyButton.tsx';
import passkeysCss from './passkeys/passkeys.css?url';

export const handle: PageHandle = { formId: 'passkey' };

export function links() {
  return [{ rel: 'stylesheet', href: passkeysCss }];
}

/** Only for whoever has just given both factors. */
export async function loader(given: LoaderFunctionArgs) {
  await freshAccount(given);
  return apiOf(given.context, identityRoutes).getSignInWays({});
}

/** Keeps the key that the browser made. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, (values, commandId) =>
    orConfirmFirst(request, async () => {
      const given = { ...givenPasskey(values), label: values.text('label') ?? '' };
      await apiOf(context, identityRoutes).addPasskey(given, { commandId });
      return redirect(`/${params['locale']}/account?done=passkey#passkeys`);
    }),
  );
}

/** Adds a passkey to one's own account. */
export default function NewPasskeyPage() {
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/account', label: t('identity.account.title') }]} />
      <PageTitle title={t('identity.passkeys.add')} lead={<p>{t('identity.passkeys.what')}</p>} />
      <noscript>
        <p>{t('identity.passkeys.needs_script')}</p>
      </noscript>
      <CommandForm id="passkey">
        <TextField
          name="label"
          label={t('identity.field.label')}
          hint={t('identity.passkeys.label_hint')}
          defaultValue={t('identity.passkeys.first_label')}
          width="medium"
          maxLength={60}
          required
        />
        <PasskeyButton start="/account/passkeys/start" isNew label={t('identity.passkeys.make')} />
      </CommandForm>
      <p className="hint">{t('identity.account.others_end')}</p>
    </>
  );
}
