import { clientFor } from '@qantara/kernel';
import { browserInvoke, LoadingState, PageTitle, usePage, type PageHandle } from '@qantara/ui';
import type { OpenDevice } from '@qantara/ui/offline';
import { useState } from 'react';
import { offlineRoutes } from '../contract/index.ts';
import { AnswerOffline } from './AnswerOffline.tsx';
import { Begin } from './Begin.tsx';
import { DeviceGate } from './DeviceGate.tsx';
import type { Draft } from './device-work.ts';
import { Outbox } from './Outbox.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { useDevice, type DeviceState } from './use-device.ts';
import offlineCss from './offline.css?url';

export const handle: PageHandle = { script: true };

export function links() {
  return [{ rel: 'stylesheet', href: offlineCss }];
}

function EndDevice({ device, onEnded }: { device: OpenDevice; onEnded: () => void }) {
  const { t } = usePage();
  const end = () => {
    if (!confirm(t('offline.end.sure'))) return;
    void clientFor(offlineRoutes, browserInvoke)
      .endDevice({ deviceId: device.deviceId })
      .then(onEnded, () => undefined);
  };
  return (
    <section>
      <h2>{t('offline.end.title')}</h2>
      <p>{t('offline.end.text')}</p>
      <button type="button" className="button plain" onClick={end}>
        {t('offline.end.go')}
      </button>
    </section>
  );
}

function Opened({ state, device }: { state: DeviceState; device: OpenDevice }) {
  const { t } = usePage();
  const { contents, entries, contact, waiting, refresh, lock } = state;
  const [begun, setBegun] = useState<{ id: string; draft: Draft } | null>(null);
  const changed = () => void refresh();
  if (contents === null) return <LoadingState />;
  if (begun !== null)
    return (
      <AnswerOffline
        key={begun.id}
        device={device}
        draftId={begun.id}
        draft={begun.draft}
        areas={contents.areas}
        onDone={() => {
          setBegun(null);
          changed();
        }}
      />
    );
  return (
    <>
      <Begin device={device} contents={contents} onBegun={(id, draft) => setBegun({ id, draft })} />
      <Outbox
        device={device}
        contents={contents}
        entries={entries}
        contact={contact}
        waiting={waiting}
        onChanged={changed}
      />
      <TakeAlong device={device} contents={contents} onChanged={changed} />
      <p className="actions">
        <button type="button" className="button plain" onClick={lock}>
          {t('offline.gate.lock')}
        </button>
      </p>
      <EndDevice device={device} onEnded={changed} />
    </>
  );
}

/** Forms to take along where there is no network: the same page with it and without. Nobody is named on it until it is opened. */
export default function OfflinePage() {
  const { t } = usePage();
  const state = useDevice();
  const { database, isSetUp, device, open } = state;
  const isReady = database !== null && isSetUp !== null;
  return (
    <>
      <PageTitle title={t('offline.page.title')} lead={<p>{t('offline.page.lead')}</p>} />
      <noscript>
        <p>{t('offline.page.needs_script')}</p>
      </noscript>
      {isReady && device === null ? (
        <DeviceGate key={String(isSetUp)} database={database} isSetUp={isSetUp} onOpen={open} />
      ) : null}
      {device === null ? null : <Opened state={state} device={device} />}
    </>
  );
}
