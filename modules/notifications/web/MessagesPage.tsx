import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  CommandForm,
  DataTable,
  DateText,
  EmptyState,
  Filters,
  LocalText,
  NumberText,
  PageTitle,
  Pagination,
  SelectField,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { MessageState, notificationsRoutes, type Message, type MessageId } from '../contract/index.ts';
import { MessageBadge } from './MessageBadge.tsx';

/** Where the messages stand that the reader may see: those that they told, or all. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'notice:read');
  const { searchParams } = new URL(request.url);
  const asked = (name: string) => searchParams.get(name) ?? '';
  const state = MessageState.safeParse(asked('state')).data;
  const filter = { template: asked('template'), page: searchParams.get('page') ?? '1', perPage: 25 };
  return apiOf(context, notificationsRoutes).listMessages({ ...filter, state });
}

/** Tries one again. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const messageId = (values.text('messageId') ?? '') as MessageId;
    await apiOf(context, notificationsRoutes).retryMessage({ messageId }, { commandId });
    const { pathname, search } = new URL(request.url);
    return redirect(`${pathname}${search}`);
  });
}

function Standing({ message }: { message: Message }) {
  const { t } = usePage();
  const { messageId, state, why, until, mayRetry, attempts } = message;
  return (
    <>
      <MessageBadge state={state} />
      {why === null ? null : <p className="hint">{t(`notifications.why.${why}`)}</p>}
      {until === null ? null : (
        <p className="hint">
          {t('notifications.sent.until')} <DateText value={until} style="dateTime" />
        </p>
      )}
      {attempts < 2 ? null : <p className="hint">{t('notifications.sent.attempts', { count: attempts })}</p>}
      {mayRetry ? (
        <CommandForm id={`retry-${messageId}`}>
          <input type="hidden" name="messageId" value={messageId} />
          <SubmitButton kind="plain">{t('notifications.sent.retry')}</SubmitButton>
        </CommandForm>
      ) : null}
    </>
  );
}

function Narrow() {
  const { counts, templates } = useLoaderData<typeof loader>();
  const { t, text, formats } = usePage();
  return (
    <Filters id="messages-filter" label={t('notifications.sent.filter')} inline>
      <SelectField
        name="state"
        label={t('notifications.field.state')}
        emptyLabel={t('notifications.sent.every_state')}
        options={MessageState.options.map((state) => ({
          value: state,
          label: `${t(`notifications.state.${state}`)} (${formats.number(counts[state] ?? 0)})`,
        }))}
      />
      <SelectField
        name="template"
        label={t('notifications.field.template')}
        emptyLabel={t('notifications.sent.every_template')}
        options={templates.map(({ code, name }) => ({ value: code, label: text(name).text }))}
      />
    </Filters>
  );
}

function MessagesTable({ rows }: { rows: Message[] }) {
  const { t } = usePage();
  return (
    <DataTable<Message>
      caption={t('notifications.sent.title')}
      hidesCaption
      rows={rows}
      keyOf={({ messageId }) => messageId}
      empty={<EmptyState title={t('notifications.sent.none')} />}
      columns={[
        {
          key: 'what',
          heading: t('notifications.field.template'),
          cell: ({ templateName }) => <LocalText value={templateName} quiet />,
        },
        {
          key: 'to',
          heading: t('notifications.sent.to'),
          cell: ({ to, recipient }) =>
            to === null ? t(`notifications.recipient.${recipient}`) : <LocalText value={to} quiet />,
        },
        {
          key: 'channel',
          heading: t('notifications.field.channel'),
          cell: ({ channel, parts }) => (
            <>
              {channel === null ? '–' : t(`notifications.channel.${channel}`)}
              {parts === null ? null : (
                <p className="hint">
                  {t('notifications.sent.parts')} <NumberText value={parts} />
                </p>
              )}
            </>
          ),
        },
        {
          key: 'told',
          heading: t('notifications.sent.told'),
          cell: ({ toldAt }) => <DateText value={toldAt} style="dateTime" />,
        },
        { key: 'state', heading: t('notifications.field.state'), cell: (message) => <Standing message={message} /> },
      ]}
    />
  );
}

/** Where each message stands and why; never its words. */
export default function MessagesPage() {
  const messages = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  return (
    <>
      <PageTitle title={t('notifications.sent.title')} lead={<p>{t('notifications.sent.lead')}</p>} />
      {can('notice:configure') ? (
        <p>
          <Link to={href('/notices/templates')}>{t('notifications.template.list')}</Link> ·{' '}
          <Link to={href('/notices/captured')}>{t('notifications.captured.title')}</Link>
        </p>
      ) : null}
      <Narrow />
      <MessagesTable rows={messages.items} />
      <Pagination {...messages} />
    </>
  );
}
