import { Refusal, type InputOf, type LocalizedText } from '@qantara/kernel';
import {
  answerForm,
  apiOf,
  Breadcrumbs,
  CommandForm,
  DateField,
  EmptyState,
  LocalizedTextField,
  LocalText,
  PageTitle,
  pageContext,
  RadioGroup,
  SelectField,
  SubmitButton,
  usePage,
} from '@qantara/ui';
import { needPermission } from '@qantara/identity/web';
import { AlertSeverity, directoryRoutes, type ServiceId } from '@qantara/directory/contract';
import { AlertList } from '@qantara/directory/web';
import { territoryRoutes } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router';
import { curationRoutes } from '../contract/index.ts';
import curationCss from './curation.css?url';

export function links() {
  return [{ rel: 'stylesheet', href: curationCss }];
}

/** The alerts that stand, and what a new one can be about. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  needPermission(context, 'directory:curate');
  const serviceId = (new URL(request.url).searchParams.get('serviceId') ?? '') as ServiceId | '';
  const directory = apiOf(context, directoryRoutes);
  const { alerts } = await directory.listAlerts({});
  const { areas } = await apiOf(context, territoryRoutes).listAreas({});
  const about = serviceId === '' ? null : await directory.getService({ serviceId });
  const { locale } = context.get(pageContext);
  return {
    alerts,
    areas: areaChoices(areas, locale),
    about: about === null ? null : { serviceId: about.serviceId, name: about.name },
  };
}

/** Publishes an alert, or takes one down. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return answerForm(request, async (values, commandId) => {
    const api = apiOf(context, curationRoutes);
    const intent = values.text('intent');
    if (intent === 'end') await api.endAlert({ alertId: values.text('alertId') ?? '' }, { commandId });
    else if (intent === 'publish')
      await api.publishAlert(values.toObject() as InputOf<typeof curationRoutes.publishAlert>, { commandId });
    else throw new Refusal('invalid_input');
    return redirect(`/${params['locale']}/curation/alerts`);
  });
}

type About = { serviceId: string; name: LocalizedText } | null;

function PublishForm({ about, areas }: { about: About; areas: { value: string; label: string }[] }) {
  const { t } = usePage();
  return (
    <CommandForm id="publish">
      {about === null ? (
        <SelectField
          name="areaId"
          label={t('curation.alerts.where')}
          hint={t('curation.alerts.where_hint')}
          options={areas}
          emptyLabel={t('directory.alert.region')}
        />
      ) : (
        <>
          <input type="hidden" name="serviceId" value={about.serviceId} />
          <p>
            {t('curation.alerts.about')}{' '}
            <strong>
              <LocalText value={about.name} quiet />
            </strong>
          </p>
        </>
      )}
      <RadioGroup
        name="severity"
        label={t('curation.field.severity')}
        options={AlertSeverity.options.map((value) => ({
          value,
          label: t(`directory.alert_severity.${value}`),
          hint: t(`curation.alert_severity_hint.${value}`),
        }))}
        required
      />
      <LocalizedTextField
        name="text"
        label={t('curation.field.text')}
        hint={t('curation.alerts.text_hint')}
        rows={3}
        required
      />
      <DateField name="endsOn" label={t('curation.field.endsOn')} hint={t('curation.alerts.ends_hint')} required />
      <SubmitButton intent="publish">{t('curation.alerts.publish')}</SubmitButton>
    </CommandForm>
  );
}

/** What people are told now, ending it, and telling them something new. */
export default function AlertsPage() {
  const { alerts, areas, about } = useLoaderData<typeof loader>();
  const { t } = usePage();
  return (
    <>
      <Breadcrumbs items={[{ label: t('curation.freshness.title'), path: '/curation' }]} />
      <PageTitle title={t('curation.alerts.title')} lead={<p>{t('curation.alerts.lead')}</p>} />
      {alerts.length === 0 ? <EmptyState title={t('curation.alerts.none')} /> : null}
      {alerts.map((alert) => (
        <div key={alert.alertId} className="standing-alert">
          <AlertList alerts={[alert]} />
          <CommandForm id={`end-${alert.alertId}`} action="?" className="one-button">
            <input type="hidden" name="alertId" value={alert.alertId} />
            <SubmitButton kind="plain" intent="end">
              {t('curation.alerts.end')}
            </SubmitButton>
          </CommandForm>
        </div>
      ))}
      <h2>{t('curation.alerts.new')}</h2>
      <PublishForm about={about} areas={areas} />
    </>
  );
}
