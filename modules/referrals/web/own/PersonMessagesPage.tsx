import { RefusalNotice } from '@qantara/identity/web';
import { peopleRoutes, type PersonId } from '@qantara/people/contract';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  PageTitle,
  SubmitButton,
  TextArea,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { LONGEST_MESSAGE, referralsRoutes } from '../../contract/index.ts';
import { MessageList } from './MessageList.tsx';
import ownCss from './own.css?url';

export const handle: PageHandle = { formId: 'message' };

export function links() {
  return [{ rel: 'stylesheet', href: ownCss }];
}

/** What the person wrote, and what they were answered. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const personId = (params['personId'] ?? '') as PersonId;
  const { person } = await apiOf(context, peopleRoutes).getPerson({ personId });
  const written = await apiOf(context, referralsRoutes).listMessages({ personId });
  return { personId, displayName: person.displayName, ...written };
}

/** Answers, or says that it was read. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const personId = params['personId'] ?? '';
    const api = apiOf(context, referralsRoutes);
    if (values.text('intent') === 'read') await api.readMessages({ personId }, { commandId });
    else await api.writeMessage({ personId, words: values.text('words') ?? '' }, { commandId });
    return redirect(`/${params['locale']}/work/people/${personId}/messages`);
  });
}

/** Whoever looks after a person reads what they wrote and answers; the answer waits behind the person's code. */
export default function PersonMessagesPage() {
  const { personId, displayName, messages, unread } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const name = displayName ?? t('people.card.unnamed');
  return (
    <>
      <Breadcrumbs items={[{ path: `/work/people/${personId}`, label: name }]} />
      <PageTitle
        title={t('referrals.messages.staff_title')}
        eyebrow={<Bdi>{name}</Bdi>}
        lead={<p>{t('referrals.messages.staff_lead')}</p>}
      />
      <RefusalNotice title={t('referrals.person.not_done_title')} shownForms={['message']} />
      <MessageList messages={messages} isOwn={false} />
      {unread === 0 ? null : (
        <CommandForm id="read">
          <SubmitButton intent="read" kind="plain">
            {t('referrals.messages.read')}
          </SubmitButton>
        </CommandForm>
      )}
      <CommandForm id="message">
        <TextArea
          name="words"
          label={t('referrals.messages.answer')}
          hint={t('referrals.messages.answer_hint')}
          rows={4}
          maxLength={LONGEST_MESSAGE}
          required
        />
        <SubmitButton intent="answer">{t('referrals.messages.send')}</SubmitButton>
      </CommandForm>
    </>
  );
}
