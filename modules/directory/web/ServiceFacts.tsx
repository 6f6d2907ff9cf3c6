import type { LocalizedText } from '@qantara/kernel';
import { Bdi, DescriptionList, LocalText, usePage, type Fact } from '@qantara/ui';
import type { Service } from '../contract/index.ts';
import { ageKey } from './age-key.ts';
import { Freshness } from './Freshness.tsx';
import { HoursTable } from './hours/HoursTable.tsx';
import { languageName } from './language-name.ts';

function Long({ value }: { value: LocalizedText }) {
  return (
    <span className="long-text">
      <LocalText value={value} />
    </span>
  );
}

function Areas({ service }: { service: Service }) {
  const { t, text, formats } = usePage();
  if (service.areas.length > 0) return <>{formats.list(service.areas.map(({ name }) => text(name).text))}</>;
  return service.areaNote === null ? <>{t('directory.area.region')}</> : <Long value={service.areaNote} />;
}

function whom(service: Service, t: ReturnType<typeof usePage>['t']): Fact[] {
  const key = ageKey(service);
  const ages =
    key === null ? null : t(`directory.age.${key}`, { from: service.minimumAge ?? 0, to: service.maximumAge ?? 0 });
  if (ages === null && service.eligibility === null) return [];
  const value = (
    <>
      {ages === null ? null : <p>{ages}</p>}
      {service.eligibility === null ? null : <Long value={service.eligibility} />}
    </>
  );
  return [{ label: t('directory.service.eligibility'), value }];
}

/** Everything that is known of a service, each thing under its name; what nobody said is left out, but when it was checked. */
export function ServiceFacts({ service, now }: { service: Service; now: string }) {
  const { t, locale, formats } = usePage();
  const long = (label: string, value: LocalizedText | null): Fact[] =>
    value === null ? [] : [{ label, value: <Long value={value} /> }];
  const items: Fact[] = [
    ...(service.hours.length === 0
      ? []
      : [{ label: t('directory.hours.title'), value: <HoursTable hours={service.hours} now={now} /> }]),
    ...whom(service, t),
    ...long(t('directory.service.apply'), service.applicationProcess),
    ...long(t('directory.service.documents'), service.documents),
    ...long(t('directory.service.fees'), service.fees),
    { label: t('directory.service.area'), value: <Areas service={service} /> },
    ...(service.languages.length === 0
      ? []
      : [
          {
            label: t('directory.service.languages'),
            value: formats.list(service.languages.map((code) => languageName(code, locale))),
          },
        ]),
    ...(service.email === null
      ? []
      : [
          {
            label: t('directory.service.email'),
            value: (
              <a className="latin" href={`mailto:${service.email}`}>
                <Bdi latin>{service.email}</Bdi>
              </a>
            ),
          },
        ]),
    ...(service.url === null
      ? []
      : [
          {
            label: t('directory.service.website'),
            value: (
              <a className="latin" href={service.url} rel="noreferrer">
                <Bdi latin>{service.url}</Bdi>
              </a>
            ),
          },
        ]),
    { label: t('directory.service.checked'), value: <Freshness assuredAt={service.assuredAt} /> },
  ];
  return <DescriptionList items={items} />;
}
