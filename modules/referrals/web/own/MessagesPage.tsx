import { DangerNumbers } from '@qantara/screening/web';
import {
  answerForm,
  apiOf,
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { LONGEST_MESSAGE, referralsRoutes } from '../../contract/index.ts';
import { MessageList } from './MessageList.tsx';
import { needSameRequest, ofOwnRequest } from './own-request.ts';
import ownCss from './own.css?url';

export const handle: PageHandle = { formId: 'message', safeExit: true };

export function links() {
  return [{ rel: 'stylesheet', href: ownCss }];
}

/** What the person wrote and what they were answered. */
export async function loader(given: LoaderFunctionArgs) {
  const { context, request } = given;
  const api = apiOf(context, referralsRoutes);
  const { messages } = await ofOwnRequest(given, () => api.listMyMessages({}));
  const { mark } = await api.followRequest({});
  return { messages, mark, hasSent: new URL(request.url).searchParams.has('sent') };
}

/** Sends what they wrote, once. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    await needSameRequest(context, values);
    await apiOf(context, referralsRoutes).writeMyMessage({ words: values.text('words') ?? '' }, { commandId });
    return redirect(`/${params['locale']}/follow/messages?sent`);
  });
}

/** A person writes to whoever looks after their request, and reads the answers. */
export default function MessagesPage() {
  const { messages, mark, hasSent } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('referrals.messages.title')} lead={<p>{t('referrals.messages.lead')}</p>} />
      {hasSent ? (
        <Notice kind="success" title={t('referrals.messages.sent')} isNews>
          <p>{t('referrals.messages.sent_text')}</p>
        </Notice>
      ) : null}
      <CommandForm id="message" action="?">
        <input type="hidden" name="mark" value={mark} />
        <TextArea
          name="words"
          label={t('referrals.messages.yours')}
          hint={t('referrals.messages.hint')}
          rows={5}
          maxLength={LONGEST_MESSAGE}
          required
        />
        <SubmitButton>{t('referrals.messages.send')}</SubmitButton>
      </CommandForm>
      <h2>{t('referrals.messages.so_far')}</h2>
      <MessageList messages={messages} isOwn />
      <p className="actions">
        <ButtonLink to={href('/follow')}>{t('referrals.messages.back')}</ButtonLink>
      </p>
      <DangerNumbers />
    </>
  );
}
