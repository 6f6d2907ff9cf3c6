import { clientFor, Refusal } from '@qantara/kernel';
import { browserInvoke, LocalForm, Notice, PasswordField, SubmitButton, usePage, type FormValues } from '@qantara/ui';
import { openByPhrase, setNewPhrase, setUpDevice, type DeviceDatabase, type OpenDevice } from '@qantara/ui/offline';
import { useState } from 'react';
import { offlineRoutes } from '../contract/index.ts';

const api = clientFor(offlineRoutes, browserInvoke);
/** As long as an attacker who has the device cannot try out in years, at a tenth of a second a guess. */
const SHORTEST_PHRASE = 12;

type Trouble = 'too_short' | 'wrong' | 'no_network' | 'sign_in' | 'not_yours';
type Gate = { database: DeviceDatabase; isSetUp: boolean; onOpen: (device: OpenDevice) => void };

function troubleOf(fault: unknown): Trouble {
  if (!(fault instanceof Refusal)) return 'no_network';
  return fault.code === 'not_signed_in' || fault.code === 'not_allowed' ? 'sign_in' : 'not_yours';
}

async function begin(database: DeviceDatabase, phrase: string): Promise<OpenDevice> {
  const device = await setUpDevice(await api.addDevice({}), { database, phrase });
  // A browser may throw away what it keeps; asked, most do not.
  await navigator.storage?.persist?.().catch(() => false);
  return device;
}

/** What the server keeps opens the copy of whoever is signed in; of several owners, theirs. */
async function forget(database: DeviceDatabase, phrase: string): Promise<OpenDevice | Trouble> {
  let trouble: Trouble = 'not_yours';
  for (const ring of await database.keyRings.toArray()) {
    try {
      const { key } = await api.openDevice({ deviceId: ring.deviceId });
      const opened = await setNewPhrase({ deviceId: ring.deviceId, secret: ring.secret, key }, { database, phrase });
      if (opened !== undefined) return opened;
    } catch (fault) {
      trouble = troubleOf(fault);
    }
  }
  return trouble;
}

const isOpened = (came: OpenDevice | Trouble): came is OpenDevice => typeof came === 'object';

/** Opening what this device keeps, setting it up, or a new phrase for who forgot theirs. */
export function DeviceGate({ database, isSetUp, onOpen }: Gate) {
  const { t, href } = usePage();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [way, setWay] = useState<'unlock' | 'begin' | 'forget'>(isSetUp ? 'unlock' : 'begin');
  const go = async (values: FormValues): Promise<OpenDevice | Trouble> => {
    const phrase = values.text('phrase') ?? '';
    if (way === 'unlock') return (await openByPhrase({ database, phrase })) ?? 'wrong';
    if (phrase.length < SHORTEST_PHRASE) return 'too_short';
    return way === 'begin' ? begin(database, phrase) : forget(database, phrase);
  };
  const onSend = (values: FormValues) => {
    void go(values)
      .catch(troubleOf)
      .then((came) => (isOpened(came) ? onOpen(came) : setTrouble(came)));
  };
  return (
    <section>
      <h2>{t(`offline.gate.${way}_title`)}</h2>
      <p>{t(`offline.gate.${way}_text`)}</p>
      {trouble === null ? null : (
        <Notice kind="warning" isNews>
          <p>{t(`offline.trouble.${trouble}`, { least: SHORTEST_PHRASE })}</p>
          {trouble === 'sign_in' ? <a href={href('/sign-in')}>{t('offline.contact.to_sign_in')}</a> : null}
        </Notice>
      )}
      <LocalForm id={way} key={way} begin={{}} onSend={onSend}>
        <PasswordField
          name="phrase"
          label={t('offline.gate.phrase')}
          hint={way === 'unlock' ? undefined : t('offline.gate.phrase_hint', { least: SHORTEST_PHRASE })}
          isNew={way !== 'unlock'}
          required
        />
        <SubmitButton>{t(`offline.gate.${way}`)}</SubmitButton>
      </LocalForm>
      {isSetUp ? (
        <p className="actions">
          {(['unlock', 'forget', 'begin'] as const)
            .filter((one) => one !== way)
            .map((one) => (
              <button
                key={one}
                type="button"
                className="button plain"
                onClick={() => {
                  setTrouble(null);
                  setWay(one);
                }}
              >
                {t(`offline.gate.to_${one}`)}
              </button>
            ))}
        </p>
      ) : null}
    </section>
  );
}
