import { newId } from '@qantara/kernel';
import { DateText, EmptyState, LocalText, Notice, StatusBadge, usePage } from '@qantara/ui';
import { decideEntry, type OpenDevice, type ShownEntry } from '@qantara/ui/offline';
import type { TakenAnswers } from '../contract/index.ts';
import type { Contact, DeviceContents } from './device-work.ts';

const TONES = { ready: 'active', waiting: 'attention', sent: 'done' } as const;

type Props = {
  device: OpenDevice;
  contents: DeviceContents;
  entries: ShownEntry[];
  contact: Contact | null;
  waiting: number;
  onChanged: () => void;
};

/** What a command that waits needs of its author: to try it again, to keep it without the person, or to let it go. */
function Decisions({ device, entry, onChanged }: Pick<Props, 'device' | 'onChanged'> & { entry: ShownEntry }) {
  const { t } = usePage();
  const { packed, commandId } = entry;
  if (packed === null) return null;
  const input = packed.input as TakenAnswers;
  const again = (personId: string | null) => {
    const changed = { ...packed, input: { ...input, personId } };
    const decided = { again: changed, commandId: newId(), now: new Date() };
    void decideEntry(device, commandId, decided).then(onChanged);
  };
  const drop = () => {
    if (confirm(t('offline.outbox.drop_sure'))) void decideEntry(device, commandId, 'drop').then(onChanged);
  };
  return (
    <div className="actions">
      <button type="button" className="button plain" onClick={() => again(input.personId)}>
        {t('offline.outbox.again')}
      </button>
      {input.personId === null ? null : (
        <button type="button" className="button plain" onClick={() => again(null)}>
          {t('offline.outbox.without_person')}
        </button>
      )}
      <button type="button" className="button plain" onClick={drop}>
        {t('offline.outbox.drop')}
      </button>
    </div>
  );
}

function ContactNotice({ contact, isWaiting }: { contact: Contact | null; isWaiting: boolean }) {
  const { t, href } = usePage();
  if (contact === null || (contact === 'done' && !isWaiting)) return null;
  return (
    <Notice kind={contact === 'done' ? 'warning' : 'info'} isNews>
      <p>{t(contact === 'done' ? 'offline.contact.waiting' : `offline.contact.${contact}`)}</p>
      {contact === 'sign_in' ? (
        <p>
          <a href={href('/sign-in')}>{t('offline.contact.to_sign_in')}</a>
        </p>
      ) : null}
    </Notice>
  );
}

/** What has arrived and could not be applied is decided at the server, from any device. */
function WaitingNotice({ waiting }: { waiting: number }) {
  const { t, href } = usePage();
  if (waiting === 0) return null;
  return (
    <Notice kind="warning">
      <p>{t('offline.contact.here', { count: waiting })}</p>
      <p>
        <a href={href('/work/offline/waiting')}>{t('offline.contact.decide')}</a>
      </p>
    </Notice>
  );
}

/** Everything that is on its way, and what waits for its author. */
export function Outbox({ device, contents, entries, contact, waiting, onChanged }: Props) {
  const { t } = usePage();
  const titles = new Map(contents.forms.map(({ value }) => [value.code, value.title]));
  const isWaiting = entries.some(({ state }) => state === 'waiting');
  return (
    <section>
      <h2>{t('offline.outbox.title')}</h2>
      <ContactNotice contact={contact} isWaiting={isWaiting} />
      <WaitingNotice waiting={waiting} />
      {entries.length === 0 ? <EmptyState title={t('offline.outbox.empty')} /> : null}
      <ul className="plain-list">
        {entries.map((entry) => {
          const form = entry.packed?.about['form'] ?? '';
          return (
            <li key={entry.commandId} data-entry={entry.state}>
              <StatusBadge tone={TONES[entry.state]} label={t(`offline.state.${entry.state}`)} />{' '}
              <DateText value={entry.at} style="dateTime" />{' '}
              {entry.packed === null ? null : <LocalText value={titles.get(form) ?? { en: form }} />}
              {entry.code === null ? null : <p>{t(`refusal.${entry.code}`)}</p>}
              {entry.state === 'waiting' ? <Decisions device={device} entry={entry} onChanged={onChanged} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
