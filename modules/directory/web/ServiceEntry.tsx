import type { LocalizedText } from '@qantara/kernel';
import { LocalText, usePage } from '@qantara/ui';
import type { ReactNode } from 'react';
import type { Service } from '../contract/index.ts';
import { ageKey } from './age-key.ts';
import { Freshness } from './Freshness.tsx';
import { HoursTable } from './hours/HoursTable.tsx';
import { languageName } from './language-name.ts';
import { PhoneList } from './PhoneList.tsx';

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="entry-line">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Where({ service }: { service: Service }) {
  const { t } = usePage();
  const open = service.places.filter((place) => !place.isConfidential && (place.address ?? place.areaName) !== null);
  const hidden = service.places.some((place) => place.isConfidential);
  if (open.length === 0 && !hidden) return null;
  return (
    <Line label={t('directory.place.address')}>
      {open.map((place) => (
        <p key={place.locationId}>
          {place.address === null ? null : <LocalText value={place.address} quiet />}
          {place.address !== null && place.areaName !== null ? ' · ' : null}
          {place.areaName === null ? null : <LocalText value={place.areaName} quiet />}
        </p>
      ))}
      {hidden ? <p>{t('directory.place.confidential')}</p> : null}
    </Line>
  );
}

function Whom({ service }: { service: Service }) {
  const { t } = usePage();
  const key = ageKey(service);
  if (key === null && service.eligibility === null) return null;
  const ages =
    key === null ? null : t(`directory.age.${key}`, { from: service.minimumAge ?? 0, to: service.maximumAge ?? 0 });
  return (
    <Line label={t('directory.service.eligibility')}>
      {ages === null ? null : <p>{ages}</p>}
      {service.eligibility === null ? null : <LocalText value={service.eligibility} quiet />}
    </Line>
  );
}

/** A service as it stands on paper: everything that somebody needs who cannot touch a link. */
export function ServiceEntry({ service, now, note = null }: { service: Service; now: string; note?: string | null }) {
  const { t, locale, formats } = usePage();
  const text = (label: string, value: LocalizedText | null) =>
    value === null ? null : (
      <Line label={label}>
        <LocalText value={value} quiet />
      </Line>
    );
  const placePhones = service.places.flatMap(({ phones }) => phones);
  const phones = [...new Map([...service.phones, ...placePhones].map((phone) => [phone.number, phone])).values()];
  return (
    <article className="entry">
      <h3>
        <LocalText value={service.name} quiet />
      </h3>
      <p className="whose">
        <LocalText value={service.organisation.name} quiet />
      </p>
      {note === null ? null : (
        <p className="entry-note" dir="auto">
          {note}
        </p>
      )}
      {service.alert === null ? null : (
        <p className="entry-alert">
          <LocalText value={service.alert} quiet />
        </p>
      )}
      {service.description === null ? null : (
        <p>
          <LocalText value={service.description} quiet />
        </p>
      )}
      <PhoneList phones={phones} />
      <dl>
        <Where service={service} />
        {service.hours.length === 0 ? null : (
          <Line label={t('directory.hours.title')}>
            <HoursTable hours={service.hours} now={now} />
          </Line>
        )}
        <Whom service={service} />
        {text(t('directory.service.apply'), service.applicationProcess)}
        {text(t('directory.service.documents'), service.documents)}
        {text(t('directory.service.fees'), service.fees)}
        {service.languages.length === 0 ? null : (
          <Line label={t('directory.service.languages')}>
            {formats.list(service.languages.map((code) => languageName(code, locale)))}
          </Line>
        )}
        <Line label={t('directory.service.checked')}>
          <Freshness assuredAt={service.assuredAt} />
        </Line>
      </dl>
    </article>
  );
}
