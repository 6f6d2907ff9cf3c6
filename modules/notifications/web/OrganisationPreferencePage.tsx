import { textIn, type InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  LOCALE_CHOICES,
  Notice,
  PageTitle,
  PhoneField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, OrganisationChannel } from '../contract/index.ts';
import { QuietFields } from './QuietFields.tsx';

/** Where and how the organisation is told. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  needPermission(context, 'notice:read');
  const organisationId = params['organisationId'] ?? '';
  const kept = await apiOf(context, notificationsRoutes).getOrganisationPreference({ organisationId });
  return { kept, hasChanged: new URL(request.url).searchParams.has('saved') };
}

/** Says where and how. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const organisationId = params['organisationId'] ?? '';
    const given = values.toObject() as InputOf<typeof notificationsRoutes.saveOrganisationPreference>;
    const input = { ...given, organisationId };
    await apiOf(context, notificationsRoutes).saveOrganisationPreference(input, { commandId });
    return redirect(`/${params['locale']}/notices/organisations/${organisationId}?saved`);
  });
}

/** How an organisation gets its messages: its own staff and the administrator say so. */
export default function OrganisationPreferencePage() {
  const { kept, hasChanged } = useLoaderData<typeof loader>();
  const { t, locale } = usePage();
  const name = textIn(kept.name, locale).text;
  return (
    <>
      <Breadcrumbs items={[{ path: '/account/notices', label: t('notifications.preference.title') }]} />
      <PageTitle
        title={t('notifications.organisation.title', { name })}
        lead={<p>{t('notifications.organisation.lead')}</p>}
      />
      {hasChanged ? <Notice kind="success" title={t('notifications.preference.saved')} isNews /> : null}
      <CommandForm
        id="organisation-preference"
        labels={{ quietFrom: t('notifications.field.quietFrom'), quietUntil: t('notifications.field.quietUntil') }}
      >
        <input type="hidden" name="version" value={kept.version} />
        <RadioGroup
          name="channel"
          label={t('notifications.field.channel')}
          defaultValue={kept.channel}
          required
          options={OrganisationChannel.options.map((channel) => ({
            value: channel,
            label: t(`notifications.organisationChannel.${channel}`),
          }))}
        />
        <TextField
          name="email"
          type="email"
          label={t('notifications.field.email')}
          hint={t('notifications.organisation.email_hint')}
          defaultValue={kept.email}
        />
        <p className="hint">
          {t('notifications.organisation.published')}{' '}
          {kept.publishedEmail === null ? t('notifications.organisation.no_address') : <Bdi>{kept.publishedEmail}</Bdi>}
        </p>
        <PhoneField
          name="phone"
          label={t('notifications.field.phone')}
          hint={t('notifications.preference.phone_hint')}
          defaultValue={kept.phone}
        />
        <SelectField
          name="locale"
          label={t('notifications.field.locale')}
          defaultValue={kept.locale}
          required
          options={LOCALE_CHOICES}
        />
        <QuietFields kept={kept} hint={t('notifications.organisation.quiet_hint')} />
        <SubmitButton>{t('notifications.preference.save')}</SubmitButton>
      </CommandForm>
    </>
  );
}
