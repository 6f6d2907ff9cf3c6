import { directionOf, isolate } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  apiOf,
  Bdi,
  Breadcrumbs,
  DateText,
  EmptyState,
  LocalText,
  LOCALE_NAMES,
  NumberText,
  PageTitle,
  Pagination,
  usePage,
} from '@qantara/ui';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, type Captured } from '../contract/index.ts';
import noticesCss from './notices.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: noticesCss }];
}

/** What would have been sent. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'notice:configure');
  const page = new URL(request.url).searchParams.get('page') ?? '1';
  return apiOf(context, notificationsRoutes).listCaptured({ page, perPage: 20 });
}

function CapturedItem({ one }: { one: Captured }) {
  const { t, text } = usePage();
  const { to, recipient, channel, address, locale, subject, link, parts, at } = one;
  const title = subject === '' ? text(one.templateName).text : subject;
  return (
    <article className="message-preview">
      <h2>
        <bdi>{title}</bdi>
      </h2>
      <p className="hint">
        {t(`notifications.channel.${channel}`)} ·{' '}
        {to === null ? t(`notifications.recipient.${recipient}`) : <LocalText value={to} quiet />} ·{' '}
        <Bdi>{address}</Bdi> · {isolate(LOCALE_NAMES[locale])} · <DateText value={at} style="dateTime" />
        {parts === null ? null : (
          <>
            {' '}
            · {t('notifications.sent.parts')} <NumberText value={parts} />
          </>
        )}
      </p>
      <div className="message-text" lang={locale} dir={directionOf(locale)}>
        {one.text}
      </div>
      {link === null ? null : (
        <p>
          <a href={link}>
            {t('notifications.captured.open')}
            <span className="vh"> {title}</span>
          </a>
        </p>
      )}
    </article>
  );
}

/** For trying out: every message as it would have arrived, with its link to open. */
export default function CapturedPage() {
  const captured = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/notices/sent', label: t('notifications.sent.title') }]} />
      <PageTitle title={t('notifications.captured.title')} lead={<p>{t('notifications.captured.lead')}</p>} />
      {captured.items.length === 0 ? <EmptyState title={t('notifications.captured.none')} /> : null}
      {captured.items.map((one) => (
        <CapturedItem key={one.capturedId} one={one} />
      ))}
      <Pagination {...captured} />
    </>
  );
}
