import { apiOf, Bdi, ButtonLink, DataTable, EmptyState, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { webhooksRoutes, type Webhook } from '../contract/index.ts';
import { WebhookStateBadge } from './WebhookStateBadge.tsx';

/** Every address that is told of news, and whose it is. */
export async function loader({ context }: LoaderFunctionArgs) {
  return apiOf(context, webhooksRoutes).listWebhooks({});
}

type Row = Webhook & { programName: string };

/** Where programs are told that something happened, and whether they take it. */
export default function WebhooksPage() {
  const { webhooks } = useLoaderData<typeof loader>();
  const { t, href, can } = usePage();
  const columns = [
    {
      key: 'program',
      heading: t('webhooks.field.programId'),
      cell: ({ webhookId, programName }: Row) => (
        <Link to={href(`/admin/webhooks/${webhookId}`)}>
          <Bdi>{programName}</Bdi>
        </Link>
      ),
    },
    {
      key: 'endpoint',
      heading: t('webhooks.field.endpoint'),
      cell: ({ endpoint }: Row) => <Bdi latin>{endpoint}</Bdi>,
    },
    { key: 'format', heading: t('webhooks.list.format'), cell: ({ format }: Row) => t(`webhooks.format.${format}`) },
    {
      key: 'state',
      heading: t('webhooks.list.state'),
      cell: ({ state }: Row) => <WebhookStateBadge state={state} />,
    },
  ];
  return (
    <>
      <PageTitle title={t('webhooks.list.title')} lead={<p>{t('webhooks.list.lead')}</p>}>
        {can('account:create') ? (
          <ButtonLink to={href('/admin/webhooks/new')} kind="action">
            {t('webhooks.list.add')}
          </ButtonLink>
        ) : null}
      </PageTitle>
      <DataTable
        caption={t('webhooks.list.title')}
        hidesCaption
        columns={columns}
        rows={webhooks}
        keyOf={({ webhookId }) => webhookId}
        empty={<EmptyState title={t('webhooks.list.empty')} />}
      />
    </>
  );
}
