import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  ConfirmDialog,
  DataTable,
  DateText,
  DescriptionList,
  EmptyState,
  PageTitle,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { RefusalNotice } from '@qantara/identity/web';
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { MadeWebhook, webhooksRoutes, type Delivery, type WebhookId } from '../contract/index.ts';
import { SecretCard } from './SecretCard.tsx';
import { WebhookStateBadge } from './WebhookStateBadge.tsx';

/** One webhook and what it was told lately. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  return apiOf(context, webhooksRoutes).getWebhook({ webhookId: (params['webhookId'] ?? '') as WebhookId });
}

/** A new secret is shown this once; the rest is shown anew. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm<unknown>(request, async (values, commandId) => {
    const api = apiOf(context, webhooksRoutes);
    const of = { webhookId: (params['webhookId'] ?? '') as WebhookId };
    const intent = values.text('intent');
    if (intent === 'secret') return api.renewSecret(of, { commandId });
    if (intent === 'try') await api.tryWebhook(of, { commandId });
    if (intent === 'end') await api.endWebhook(of, { commandId });
    return redirect(request.url);
  });
}

function Facts() {
  const { webhook } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const { endpoint, types, state, failingSince, lastFault, format, createdAt, endedAt } = webhook;
  return (
    <DescriptionList
      items={[
        { label: t('webhooks.list.state'), value: <WebhookStateBadge state={state} /> },
        { label: t('webhooks.field.endpoint'), value: <Bdi latin>{endpoint}</Bdi> },
        { label: t('webhooks.list.format'), value: t(`webhooks.format.${format}`) },
        {
          label: t('webhooks.field.types'),
          value: (
            <ul>
              {types.map((type) => (
                <li key={type}>{t(`webhooks.type.${type}`)}</li>
              ))}
            </ul>
          ),
        },
        { label: t('webhooks.page.since'), value: <DateText value={createdAt} /> },
        ...(failingSince === null
          ? []
          : [
              {
                label: t('webhooks.page.failing'),
                value: (
                  <>
                    <DateText value={failingSince} style="dateTime" /> <code dir="ltr">{lastFault ?? ''}</code>
                  </>
                ),
              },
            ]),
        ...(endedAt === null
          ? []
          : [{ label: t('webhooks.page.ended'), value: <DateText value={endedAt} style="dateTime" /> }]),
      ]}
    />
  );
}

function Deliveries() {
  const { deliveries } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const columns = [
    { key: 'type', heading: t('webhooks.page.what'), cell: ({ type }: Delivery) => t(`webhooks.type.${type}`) },
    {
      key: 'at',
      heading: t('webhooks.page.when'),
      cell: ({ happenedAt }: Delivery) => <DateText value={happenedAt} style="dateTime" />,
    },
    { key: 'state', heading: t('webhooks.list.state'), cell: ({ state }: Delivery) => t(`webhooks.delivery.${state}`) },
    {
      key: 'tries',
      heading: t('webhooks.page.tries'),
      cell: ({ attempts, lastFault }: Delivery) => (
        <>
          {t('webhooks.page.count', { count: attempts })}
          {lastFault === null ? null : (
            <>
              {' '}
              <code dir="ltr">{lastFault}</code>
            </>
          )}
        </>
      ),
    },
  ];
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t('webhooks.page.deliveries')}</h2>
      <DataTable
        caption={t('webhooks.page.deliveries')}
        hidesCaption
        columns={columns}
        rows={deliveries}
        keyOf={({ deliveryId }) => deliveryId}
        empty={<EmptyState title={t('webhooks.page.none')} />}
      />
    </section>
  );
}

function Steps() {
  const { t, can } = usePage();
  return (
    <div className="actions">
      {can('account:create') ? (
        <>
          <CommandForm id="try" className="">
            <SubmitButton intent="try" kind="plain">
              {t('webhooks.page.try')}
            </SubmitButton>
          </CommandForm>
          <CommandForm id="secret" className="">
            <SubmitButton intent="secret" kind="plain">
              {t('webhooks.page.renew')}
            </SubmitButton>
          </CommandForm>
        </>
      ) : null}
      {can('account:disable') ? (
        <ConfirmDialog label={t('webhooks.page.end')} title={t('webhooks.page.end_title')} kind="danger">
          <CommandForm id="end">
            <p>{t('webhooks.page.end_text')}</p>
            <SubmitButton intent="end" kind="danger">
              {t('webhooks.page.end')}
            </SubmitButton>
          </CommandForm>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

/** Whether the other end takes its news, what it was told, and how it is ended. */
export default function WebhookPage() {
  const { webhook, programName } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const made = MadeWebhook.safeParse(useActionData<unknown>());
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/webhooks', label: t('webhooks.list.title') }]} />
      <PageTitle title={t('webhooks.page.title')} lead={<Bdi>{programName}</Bdi>} />
      <RefusalNotice title={t('webhooks.page.not_done')} shownForms={[]} />
      {made.success ? <SecretCard secret={made.data.secret} /> : null}
      <Facts />
      {webhook.endedAt === null ? <Steps /> : null}
      <Deliveries />
    </>
  );
}
