import { Bdi, Notice, usePage } from '@qantara/ui';
import type { ImportNotes } from '../contract/index.ts';

/** Before anything is decided: places that anybody would be told, with services for people who may be in danger. */
export function OpenPlacesNotice({ places }: { places: ImportNotes['maybeConfidential'] }) {
  const { t } = usePage();
  if (places.length === 0) return null;
  return (
    <Notice kind="warning" title={t('hsds.import.maybe_confidential_title')}>
      <p>{t('hsds.import.maybe_confidential', { count: places.length })}</p>
      <ul>
        {places.map(({ locationId, place, services }) => (
          <li key={locationId}>
            <strong>
              <Bdi>{services.join(' · ')}</Bdi>
            </strong>{' '}
            – <Bdi>{place}</Bdi>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
