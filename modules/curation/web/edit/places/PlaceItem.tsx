import { CommandForm, ConfirmDialog, LocalText, Phone, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import { Link } from 'react-router';
import type { PlaceChoice } from '../../../contract/index.ts';

function PlaceName({ place }: { place: PlaceChoice }) {
  const { t } = usePage();
  if (place.isConfidential) return <>{t('curation.place.confidential')}</>;
  const { name, address } = place;
  if (name === null && address === null) return <>{t('curation.place.nameless')}</>;
  return <LocalText value={name ?? address} quiet />;
}

/** What tells a place from the others: of a confidential one its telephone number. */
export function PlaceLines({ place }: { place: PlaceChoice }) {
  const { t } = usePage();
  return (
    <>
      {place.isConfidential ? <StatusBadge tone="waiting" label={t('curation.place.is_confidential')} /> : null}
      {place.name === null || place.address === null ? null : (
        <p>
          <LocalText value={place.address} quiet />
        </p>
      )}
      {place.phone === null ? null : (
        <p>
          <Phone number={place.phone} />
        </p>
      )}
      <p className="hint">{t('curation.place.services', { count: place.services })}</p>
    </>
  );
}

/** One place of a service, and what can be done about it. */
export function PlaceItem({
  place,
  serviceId,
  suggestionId,
}: {
  place: PlaceChoice;
  serviceId: string;
  suggestionId: string | null;
}) {
  const { t, href } = usePage();
  const { locationId, isConfidential } = place;
  const of = suggestionId === null ? '' : `?suggestionId=${suggestionId}`;
  return (
    <li className="kept">
      <h3>
        <PlaceName place={place} />
      </h3>
      <PlaceLines place={place} />
      <p className="actions">
        <Link to={href(`/curation/services/${serviceId}/places/${locationId}${of}`)}>
          {t('curation.place.edit')}{' '}
          <span className="vh">
            <PlaceName place={place} />
          </span>
        </Link>
        {isConfidential ? (
          <Link to={href(`/curation/services/${serviceId}/hours?place=${locationId}`)}>
            {t('curation.hidden.hours_write')}
          </Link>
        ) : null}
      </p>
      <ConfirmDialog label={t('curation.place.unlink')} title={t('curation.place.unlink_title')}>
        <p>{t('curation.place.unlink_text')}</p>
        <CommandForm id={`unlink-${locationId}`} action="?" className="one-button">
          <input type="hidden" name="locationId" value={locationId} />
          <SubmitButton intent="unlink" kind="danger">
            {t('curation.place.unlink')}
          </SubmitButton>
        </CommandForm>
      </ConfirmDialog>
    </li>
  );
}

/** A place of the organisation at which this service is not given. */
export function OtherPlace({ place }: { place: PlaceChoice }) {
  const { t } = usePage();
  const { locationId } = place;
  return (
    <li className="kept">
      <h3>
        <PlaceName place={place} />
      </h3>
      <PlaceLines place={place} />
      <div className="actions">
        <CommandForm id={`link-${locationId}`} action="?" className="one-button">
          <input type="hidden" name="locationId" value={locationId} />
          <SubmitButton intent="link" kind="plain">
            {t('curation.place.link')}
          </SubmitButton>
        </CommandForm>
        {place.services > 0 ? null : (
          <ConfirmDialog label={t('curation.place.end')} title={t('curation.place.end_title')}>
            <p>{t('curation.place.end_text')}</p>
            <CommandForm id={`end-${locationId}`} action="?" className="one-button">
              <input type="hidden" name="locationId" value={locationId} />
              <SubmitButton intent="end" kind="danger">
                {t('curation.place.end')}
              </SubmitButton>
            </CommandForm>
          </ConfirmDialog>
        )}
      </div>
    </li>
  );
}
