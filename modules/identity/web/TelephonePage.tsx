import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { identityRoutes } from '../contract/index.ts';
import { CodeField } from './own/CodeField.tsx';
import { orConfirmFirst } from './own/confirm-first.ts';
import { freshAccount } from './own/own-page.ts';
import { TelephoneSquare } from './own/TelephoneSquare.tsx';

export const handle: PageHandle = { formId: 'telephone' };

/** Only for whoever has just given both factors. */
export async function loader(given: LoaderFunctionArgs) {
  await freshAccount(given);
  return apiOf(given.context, identityRoutes).getTelephone({});
}

/** Begins with another telephone, or links it by its first code. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, (values, commandId) =>
    orConfirmFirst(request, async () => {
      const api = apiOf(context, identityRoutes);
      if (values.text('_form') === 'start') {
        await api.startTelephone({}, { commandId });
        return redirect(`/${params['locale']}/account/telephone`);
      }
      await api.linkTelephone({ code: values.text('code') ?? '' }, { commandId });
      return redirect(`/${params['locale']}/account?done=telephone`);
    }),
  );
}

/** Another telephone for the second factor; the old one holds until the new one has shown a code. */
export default function TelephonePage() {
  const { secret, qrCode } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/account', label: t('identity.account.title') }]} />
      <PageTitle title={t('identity.telephone.title')} lead={<p>{t('identity.telephone.lead')}</p>} />
      {secret === null || qrCode === null ? (
        <CommandForm id="start">
          <SubmitButton>{t('identity.telephone.start')}</SubmitButton>
        </CommandForm>
      ) : (
        <CommandForm id="telephone" words="identity">
          <p>{t('identity.second.first_text')}</p>
          <TelephoneSquare secret={secret} qrCode={qrCode} />
          <CodeField />
          <SubmitButton>{t('identity.telephone.go')}</SubmitButton>
        </CommandForm>
      )}
      <p className="hint">{t('identity.account.others_end')}</p>
    </>
  );
}
