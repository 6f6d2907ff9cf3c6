import type { InputOf } from '@qantara/kernel';
import { identityRoutes } from '@qantara/identity/contract';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  ButtonLink,
  CheckboxGroup,
  CommandForm,
  PageTitle,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  type PageHandle,
} from '@qantara/ui';
import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { MadeWebhook, NewsType, webhooksRoutes } from '../contract/index.ts';
import { SecretCard } from './SecretCard.tsx';

export const handle: PageHandle = { formId: 'webhook' };

/** The programs that are open. */
export async function loader({ context }: LoaderFunctionArgs) {
  needPermission(context, 'account:create');
  const { programs } = await apiOf(context, identityRoutes).listPrograms({});
  return { programs: programs.filter(({ closedAt }) => closedAt === null) };
}

/** Makes it, and shows its secret this once. */
export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const given = values.toObject() as InputOf<typeof webhooksRoutes.makeWebhook>;
    return apiOf(context, webhooksRoutes).makeWebhook(given, { commandId });
  });
}

/** Which program is told, where, and of what. */
export default function NewWebhookPage() {
  const { programs } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  const made = MadeWebhook.safeParse(useActionData<unknown>());
  if (made.success)
    return (
      <>
        <PageTitle title={t('webhooks.new.made')} />
        <SecretCard secret={made.data.secret} />
        <p className="actions">
          <ButtonLink to={href(`/admin/webhooks/${made.data.webhook.webhookId}`)}>{t('webhooks.new.see')}</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <Breadcrumbs items={[{ path: '/admin/webhooks', label: t('webhooks.list.title') }]} />
      <PageTitle title={t('webhooks.list.add')} lead={<p>{t('webhooks.new.lead')}</p>} />
      <CommandForm
        id="webhook"
        labels={{
          programId: t('webhooks.field.programId'),
          endpoint: t('webhooks.field.endpoint'),
          types: t('webhooks.field.types'),
        }}
      >
        <SelectField
          name="programId"
          label={t('webhooks.field.programId')}
          hint={t('webhooks.new.program_hint')}
          options={programs.map(({ programId, name }) => ({ value: programId, label: name }))}
          required
        />
        <TextField
          name="endpoint"
          type="url"
          label={t('webhooks.field.endpoint')}
          hint={t('webhooks.new.endpoint_hint')}
          required
        />
        <CheckboxGroup
          name="types"
          label={t('webhooks.field.types')}
          options={NewsType.options.map((value) => ({ value, label: t(`webhooks.type.${value}`) }))}
          required
        />
        <SubmitButton>{t('webhooks.new.go')}</SubmitButton>
      </CommandForm>
    </>
  );
}
