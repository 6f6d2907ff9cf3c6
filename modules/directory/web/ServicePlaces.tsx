import { DescriptionList, LocalText, usePage, type Fact } from '@qantara/ui';
import type { Place } from '../contract/index.ts';
import { PhoneList } from './PhoneList.tsx';

function factsOf(place: Place, t: (key: string) => string): Fact[] {
  const address = (
    <>
      {place.address === null ? null : <LocalText value={place.address} quiet />}
      {place.address !== null && place.areaName !== null ? ' · ' : null}
      {place.areaName === null ? null : <LocalText value={place.areaName} quiet />}
    </>
  );
  const facts: (Fact | null)[] = [
    place.address === null && place.areaName === null ? null : { label: t('directory.place.address'), value: address },
    place.description === null
      ? null
      : { label: t('directory.place.description'), value: <LocalText value={place.description} /> },
    place.transport === null
      ? null
      : { label: t('directory.place.transport'), value: <LocalText value={place.transport} /> },
    place.accessibility === null
      ? null
      : { label: t('directory.place.accessibility'), value: <LocalText value={place.accessibility} /> },
  ];
  return facts.filter((fact) => fact !== null);
}

function OnePlace({ place }: { place: Place }) {
  const { t } = usePage();
  const facts = factsOf(place, t);
  return (
    <>
      {place.name === null ? null : (
        <h3>
          <LocalText value={place.name} quiet />
        </h3>
      )}
      {place.isConfidential ? <p>{t('directory.place.confidential')}</p> : null}
      {facts.length === 0 ? null : <DescriptionList dense items={facts} />}
      <PhoneList phones={place.phones} />
    </>
  );
}

/** Where a service is given; of a confidential place only that its address is given on the telephone. */
export function ServicePlaces({ places }: { places: Place[] }) {
  const { t } = usePage();
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('directory.place.title')}</h2>
      {places.map((place) => (
        <OnePlace key={place.locationId} place={place} />
      ))}
    </section>
  );
}
