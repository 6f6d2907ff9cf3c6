import { needPermission } from '@qantara/identity/web';
import { apiOf, Breadcrumbs, DataTable, LocalText, PageTitle, StatusBadge, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, type TemplatePage } from '../contract/index.ts';

/** Every template. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'notice:configure');
  return apiOf(context, notificationsRoutes).listTemplates({});
}

const isDrafted = ({ texts }: TemplatePage): boolean => texts.some(({ state }) => state === 'drafted');
const numberToday = ({ texts }: TemplatePage): number => texts.find(({ state }) => state === 'published')?.number ?? 0;

/** What messages there are, and which version of each is sent today. */
export default function TemplatesPage() {
  const { templates } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/notices/sent', label: t('notifications.sent.title') }]} />
      <PageTitle title={t('notifications.template.list')} lead={<p>{t('notifications.template.list_lead')}</p>} />
      <DataTable<TemplatePage>
        caption={t('notifications.template.list')}
        hidesCaption
        rows={templates}
        keyOf={({ code }) => code}
        columns={[
          {
            key: 'name',
            heading: t('notifications.field.template'),
            cell: ({ code, name }) => (
              <Link to={href(`/notices/templates/${code}`)}>
                <LocalText value={name} quiet />
              </Link>
            ),
          },
          {
            key: 'topic',
            heading: t('notifications.template.topic'),
            cell: ({ topic }) => t(`notifications.topic.${topic}`),
          },
          {
            key: 'to',
            heading: t('notifications.template.for'),
            cell: ({ to }) => to.map((one) => t(`notifications.recipient.${one}`)).join(t('notifications.comma')),
          },
          {
            key: 'today',
            heading: t('notifications.template.today'),
            cell: (template) => {
              const number = numberToday(template);
              return number === 0
                ? t('notifications.template.shipped')
                : t('notifications.template.version', { number: String(number) });
            },
          },
          {
            key: 'draft',
            heading: t('notifications.template.draft'),
            cell: (template) =>
              isDrafted(template) ? <StatusBadge tone="waiting" label={t('notifications.textState.drafted')} /> : '–',
          },
        ]}
      />
    </>
  );
}
