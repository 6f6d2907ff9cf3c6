import type { InputOf } from '@qantara/kernel';
import { needPermission } from '@qantara/identity/web';
import {
  answerForm,
  apiOf,
  Bdi,
  Breadcrumbs,
  CommandForm,
  DateText,
  Fieldset,
  LOCALE_CHOICES,
  Notice,
  NumberField,
  PageTitle,
  PhoneField,
  SelectField,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { Link, redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { notificationsRoutes, NoticeTopic, StaffChannel } from '../contract/index.ts';
import { QuietFields } from './QuietFields.tsx';

/** How the reader wants to be told. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'notice:read');
  const hasChanged = new URL(request.url).searchParams.has('saved');
  return { kept: await apiOf(context, notificationsRoutes).getPreference({}), hasChanged };
}

/** Says how. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const input = values.toObject() as InputOf<typeof notificationsRoutes.savePreference>;
    await apiOf(context, notificationsRoutes).savePreference(input, { commandId });
    return redirect(`/${params['locale']}/account/notices?saved`);
  });
}

function ChannelFields() {
  const { kept } = useLoaderData<typeof loader>();
  const { t } = usePage();
  const isOpen = { app: true, email: kept.isMailOpen, sms: kept.isSmsOpen };
  return (
    <Fieldset legend={t('notifications.preference.channels')} hint={t('notifications.preference.channels_hint')}>
      {NoticeTopic.options.map((topic) => (
        <SelectField
          key={topic}
          name={topic}
          label={t(`notifications.topic.${topic}`)}
          defaultValue={kept.channels[topic]}
          required
          options={StaffChannel.options
            .filter((channel) => isOpen[channel] || kept.channels[topic] === channel)
            .map((channel) => ({ value: channel, label: t(`notifications.staffChannel.${channel}`) }))}
        />
      ))}
    </Fieldset>
  );
}

/** By which way, in which language and at which hours somebody of the staff is told. */
export default function PreferencePage() {
  const { kept, hasChanged } = useLoaderData<typeof loader>();
  const { t, href } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ path: '/work/notices', label: t('notifications.own.title') }]} />
      <PageTitle title={t('notifications.preference.title')} lead={<p>{t('notifications.preference.lead')}</p>} />
      {hasChanged ? <Notice kind="success" title={t('notifications.preference.saved')} isNews /> : null}
      <CommandForm
        id="preference"
        labels={{
          ...Object.fromEntries(NoticeTopic.options.map((topic) => [topic, t(`notifications.topic.${topic}`)])),
          quietFrom: t('notifications.field.quietFrom'),
          quietUntil: t('notifications.field.quietUntil'),
        }}
      >
        <input type="hidden" name="version" value={kept.version} />
        <ChannelFields />
        <p className="hint">
          {t('notifications.preference.mail_goes_to')} <Bdi>{kept.email}</Bdi>
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
          emptyLabel={t('notifications.preference.own_language')}
          options={LOCALE_CHOICES}
        />
        <QuietFields kept={kept} hint={t('notifications.preference.quiet_hint')} />
        <NumberField
          name="dutyHours"
          label={t('notifications.field.dutyHours')}
          hint={t('notifications.preference.duty_hint')}
          defaultValue={0}
        />
        {kept.onDutyUntil === null ? null : (
          <p>
            {t('notifications.preference.on_duty_until')} <DateText value={kept.onDutyUntil} style="dateTime" />
          </p>
        )}
        <SubmitButton>{t('notifications.preference.save')}</SubmitButton>
      </CommandForm>
      {kept.organisationId === null ? null : (
        <p>
          <Link to={href(`/notices/organisations/${kept.organisationId}`)}>{t('notifications.organisation.link')}</Link>
        </p>
      )}
    </>
  );
}
