import { DateText, LocalText, StatusBadge, usePage } from '@qantara/ui';
import type { Message, OwnMessage } from '../../contract/index.ts';

type Shown = OwnMessage & Partial<Pick<Message, 'accountName'>>;

/** Who wrote, as the reader calls them: the person is "you" on their own page and "the person" on a colleague's. */
function Writer({ message, isOwn }: { message: Shown; isOwn: boolean }) {
  const { t } = usePage();
  if (message.side === 'person') return t(isOwn ? 'referrals.messages.you' : 'referrals.messages.person');
  const { organisationName, accountName = null } = message;
  return (
    <>
      {organisationName === null ? null : <LocalText value={organisationName} quiet />}
      {accountName === null ? null : (
        <>
          {' · '}
          <bdi>{accountName}</bdi>
        </>
      )}
    </>
  );
}

/** Messages, the newest first, each with who wrote it and when; what nobody has read yet says so. */
export function MessageList({ messages, isOwn }: { messages: readonly Shown[]; isOwn: boolean }) {
  const { t } = usePage();
  if (messages.length === 0) return <p>{t('referrals.messages.none')}</p>;
  return (
    <ol className="messages">
      {messages.map((message) => (
        <li key={message.messageId} className={message.side}>
          <p className="message-by">
            <strong>
              <Writer message={message} isOwn={isOwn} />
            </strong>{' '}
            <DateText value={message.at} style="dateTime" />
          </p>
          <p className="message-words" dir="auto">
            {message.words}
          </p>
          {message.side !== 'person' ? null : isOwn ? (
            <p className="hint">{t(message.isRead ? 'referrals.messages.was_read' : 'referrals.messages.not_read')}</p>
          ) : message.isRead ? null : (
            <StatusBadge tone="attention" label={t('referrals.messages.new')} />
          )}
        </li>
      ))}
    </ol>
  );
}
