import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  CommandForm,
  DateText,
  EmptyState,
  PageTitle,
  Pagination,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, type NoticeId, type OwnNotice } from '../contract/index.ts';
import noticesCss from './notices.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: noticesCss }];
}

/** What the reader was told, newest first. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'notice:read');
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  return apiOf(context, notificationsRoutes).listOwnNotices({ page, perPage: 20 });
}

/** Marks one as read, or all. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, notificationsRoutes);
    const noticeId = (values.text('noticeId') ?? '') as NoticeId;
    if (values.text('intent') === 'all') await api.readAllNotices({}, { commandId });
    else await api.readNotice({ noticeId }, { commandId });
    const { pathname, search } = new URL(request.url);
    return redirect(`${pathname}${search}`);
  });
}

function NoticeItem({ notice }: { notice: OwnNotice }) {
  const { t, href, text } = usePage();
  const { noticeId, path, at, readAt, topic } = notice;
  const subject = text(notice.subject).text;
  return (
    <li className={readAt === null ? 'notice-item unread' : 'notice-item'}>
      <p className="notice-subject">
        {readAt === null ? <span className="notice-new">{t('notifications.own.new')}</span> : null}
        <bdi>{subject}</bdi>
      </p>
      <p className="hint">
        {t(`notifications.topic.${topic}`)} · <DateText value={at} style="dateTime" />
      </p>
      <div className="actions">
        {path === null ? null : (
          <Link to={href(path)}>
            {t('notifications.own.open')}
            <span className="vh"> {subject}</span>
          </Link>
        )}
        {readAt === null ? (
          <CommandForm id={`read-${noticeId}`}>
            <input type="hidden" name="noticeId" value={noticeId} />
            <SubmitButton kind="plain">
              {t('notifications.own.mark_read')}
              <span className="vh"> {subject}</span>
            </SubmitButton>
          </CommandForm>
        ) : null}
      </div>
    </li>
  );
}

/** The list in the app: it holds everything, whichever way it came besides. */
export default function OwnNoticesPage() {
  const notices = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const { items, unread } = notices;
  return (
    <>
      <PageTitle
        title={t('notifications.own.title')}
        lead={
          <p>
            {t('notifications.own.unread', { count: unread })}{' '}
            <Link to={href('/account/notices')}>{t('notifications.own.choose')}</Link> ·{' '}
            <Link to={href('/notices/sent')}>{t('notifications.own.sent')}</Link>
          </p>
        }
      />
      {unread === 0 ? null : (
        <CommandForm id="read-all">
          <SubmitButton intent="all" kind="plain">
            {t('notifications.own.mark_all')}
          </SubmitButton>
        </CommandForm>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('notifications.own.none')} />
      ) : (
        <ul className="notice-list">
          {items.map((notice) => (
            <NoticeItem key={notice.noticeId} notice={notice} />
          ))}
        </ul>
      )}
      <Pagination {...notices} />
    </>
  );
}
