import { CommandForm, DateText, LocalText, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { Service } from '@qantara/directory/contract';
import { CapacityBadge, ServiceFacts } from '@qantara/directory/web';
import { Link } from 'react-router';
import type { KeptEntry } from '../../contract/index.ts';
import { StandingBadge } from './StandingBadge.tsx';

const ROOM = ['open', 'waiting_list', 'full', 'assessment_first'] as const;

function RoomForm({ entry }: { entry: KeptEntry }) {
  const { t } = usePage();
  const { serviceId, capacity, capacityAt } = entry;
  return (
    <CommandForm id={`room-${serviceId}`} action="?" className="room">
      <input type="hidden" name="serviceId" value={serviceId} />
      <fieldset className="field">
        <legend>{t('curation.keep.room')}</legend>
        <p className="room-now">
          <CapacityBadge capacity={capacity} saidAt={capacityAt} />
        </p>
        <div className="actions">
          {ROOM.map((one) => (
            <SubmitButton key={one} kind="plain" intent={one}>
              {t(`directory.capacity.${one}`)}
            </SubmitButton>
          ))}
        </div>
      </fieldset>
    </CommandForm>
  );
}

function When({ entry }: { entry: KeptEntry }) {
  const { t } = usePage();
  return (
    <p className="hint">
      {entry.assuredAt === null ? (
        t('curation.keep.never')
      ) : (
        <>
          {t('curation.keep.confirmed')} <DateText value={entry.assuredAt} />
        </>
      )}
      {entry.dueOn === null ? null : (
        <>
          {' · '}
          {t('curation.keep.due')} <DateText value={entry.dueOn} />
        </>
      )}
    </p>
  );
}

function Said({ said, dueOn }: { said: string | null; dueOn: string | null }) {
  const { t, formats } = usePage();
  if (said === 'room') return <Notice kind="success" title={t('curation.keep.room_said')} isNews />;
  if (said !== 'confirmed') return null;
  return (
    <Notice kind="success" title={t('curation.keep.thanks')} isNews>
      {dueOn === null ? null : <p>{t('curation.keep.next', { day: formats.date(dueOn) })}</p>}
    </Notice>
  );
}

type Item = {
  entry: KeptEntry;
  service: Service | null;
  /** Where one says what changed. */
  changePath: string;
  now: string;
  said: string | null;
};

/** One entry of an organisation: what it says, one tap to say that it is true, its room, and the way to say otherwise. */
export function KeptEntryItem({ entry, service, changePath, now, said }: Item) {
  const { t, href } = usePage();
  const { serviceId, name, standing } = entry;
  return (
    <li className="kept" id={`entry-${serviceId}`}>
      <h2>
        <LocalText value={name} quiet />
      </h2>
      <p>
        <StandingBadge standing={standing} />
      </p>
      <When entry={entry} />
      <Said said={said} dueOn={entry.dueOn} />
      {service === null ? (
        <p>
          <Link to={href(`/services/${serviceId}`)}>{t('curation.keep.read')}</Link>
        </p>
      ) : (
        <details>
          <summary>{t('curation.keep.read')}</summary>
          {service.description === null ? null : (
            <p className="long-text">
              <LocalText value={service.description} />
            </p>
          )}
          <ServiceFacts service={service} now={now} />
        </details>
      )}
      <div className="actions">
        <CommandForm id={`confirm-${serviceId}`} action="?" className="one-button">
          <input type="hidden" name="serviceIds[]" value={serviceId} />
          <input type="hidden" name="of" value={serviceId} />
          <SubmitButton kind={standing === 'fresh' ? 'plain' : 'action'} intent="confirm">
            {t('curation.keep.confirm')}
          </SubmitButton>
        </CommandForm>
        <Link to={href(changePath)}>{t('curation.keep.changed')}</Link>
      </div>
      <RoomForm entry={entry} />
    </li>
  );
}
