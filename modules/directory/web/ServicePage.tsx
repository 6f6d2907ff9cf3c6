import { apiOf, Breadcrumbs, ButtonLink, LocalText, Notice, PageTitle, usePage } from '@qantara/ui';
import { Link, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { directoryRoutes, type Alert, type Service, type ServiceId } from '../contract/index.ts';
import { AlertList } from './AlertList.tsx';
import { CapacityBadge } from './CapacityBadge.tsx';
import { PhoneList } from './PhoneList.tsx';
import { ServiceFacts } from './ServiceFacts.tsx';
import { ServicePlaces } from './ServicePlaces.tsx';
import { ServiceUpkeep } from './ServiceUpkeep.tsx';
import servicesCss from './services.css?url';
import { ShareService } from './ShareService.tsx';

/** The look of services, and of their printed page. */
export function links() {
  return [{ rel: 'stylesheet', href: servicesCss }];
}

type Context = LoaderFunctionArgs['context'];

/** What is to be known now of the service, of the areas where it is, and of the whole region. */
async function alertsOf(context: Context, { serviceId, places }: Service): Promise<Alert[]> {
  const api = apiOf(context, directoryRoutes);
  const found = new Map<string, Alert>();
  const areaIds = [...new Set(places.flatMap(({ areaId }) => areaId ?? []))];
  for (const asked of [{ serviceId }, ...areaIds.map((areaId) => ({ areaId }))])
    for (const alert of (await api.listAlerts(asked)).alerts) found.set(alert.alertId, alert);
  return [...found.values()];
}

/** The service, and the address by which it can be passed on. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const serviceId = (params['serviceId'] ?? '') as ServiceId;
  const service = await apiOf(context, directoryRoutes).getService({ serviceId });
  const { origin, pathname } = new URL(request.url);
  const alerts = await alertsOf(context, service);
  return { service, alerts, address: `${origin}${pathname}`, now: new Date().toISOString() };
}

function phonesOf({ phones, organisation }: Service): Service['phones'] {
  if (phones.length > 0 || organisation.phone === null) return phones;
  return [{ number: organisation.phone, kind: 'voice', description: organisation.name, languages: [] }];
}

function Warnings({ service }: { service: Service }) {
  const { t } = usePage();
  return (
    <>
      {service.status === 'active' ? null : (
        <Notice kind="warning" title={t(`directory.status.${service.status.replace(' ', '_')}`)} />
      )}
      {service.alert === null ? null : (
        <Notice kind="warning">
          <p>
            <LocalText value={service.alert} />
          </p>
        </Notice>
      )}
    </>
  );
}

/** One service: whom to call first, then everything else, as one page that prints as one. */
export default function ServicePage() {
  const { service, alerts, address, now } = useLoaderData<typeof loader>();
  const { t, text, href } = usePage();
  const name = text(service.name).text;
  return (
    <>
      <Breadcrumbs items={[{ label: t('directory.search.title'), path: '/services' }]} />
      <PageTitle
        title={name}
        eyebrow={<LocalText value={service.organisation.name} quiet />}
        lead={<CapacityBadge capacity={service.capacity} saidAt={service.capacityAt} />}
      />
      <AlertList alerts={alerts} />
      <Warnings service={service} />
      <PhoneList phones={phonesOf(service)} />
      {service.description === null ? null : (
        <p className="long-text">
          <LocalText value={service.description} />
        </p>
      )}
      <ServiceFacts service={service} now={now} />
      <ServicePlaces places={service.places} />
      {service.needs.length === 0 ? null : (
        <section className="needs" aria-labelledby="others">
          <h2 id="others">{t('directory.service.others')}</h2>
          <ul>
            {service.needs.map(({ needCode, name: needName }) => (
              <li key={needCode}>
                <Link to={href(`/services?needCode=${needCode}`)}>
                  <LocalText value={needName} quiet />
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="actions">
        <ButtonLink to={href('/ask')} kind="action">
          {t('directory.service.ask')}
        </ButtonLink>
      </p>
      <ServiceUpkeep service={service} />
      <ShareService name={name} address={address} />
    </>
  );
}
