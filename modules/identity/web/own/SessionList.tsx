import { CommandForm, DataTable, DateText, StatusBadge, SubmitButton, usePage } from '@qantara/ui';
import type { Session } from '../../contract/index.ts';

function EndButton({ session }: { session: Session }) {
  const { t } = usePage();
  return (
    <CommandForm id={`end-${session.sessionId}`} className="">
      <input type="hidden" name="sessionId" value={session.sessionId} />
      <SubmitButton intent="end-session" kind="plain">
        {t('identity.sessions.end')}
      </SubmitButton>
    </CommandForm>
  );
}

/** The browsers that are signed in to one account: enough of each to recognise one's own. */
export function SessionList({ sessions, mayEnd }: { sessions: readonly Session[]; mayEnd: boolean }) {
  const { t } = usePage();
  const columns = [
    {
      key: 'browser',
      heading: t('identity.sessions.browser'),
      cell: ({ browser, device, isThis }: Session) => (
        <>
          {t('identity.sessions.browser_on', {
            browser: t(`identity.browser.${browser}`),
            device: t(`identity.device.${device}`),
          })}{' '}
          {isThis ? <StatusBadge tone="active" label={t('identity.sessions.this')} /> : null}
        </>
      ),
    },
    {
      key: 'started',
      heading: t('identity.sessions.started'),
      cell: ({ startedAt }: Session) => <DateText value={startedAt} style="dateTime" />,
    },
    {
      key: 'seen',
      heading: t('identity.sessions.seen'),
      cell: ({ lastSeen }: Session) => t(`identity.last_seen.${lastSeen}`),
    },
    { key: 'way', heading: t('identity.sessions.way'), cell: ({ way }: Session) => t(`identity.way.${way}`) },
    ...(mayEnd
      ? [
          {
            key: 'end',
            heading: t('identity.accounts.next_steps'),
            cell: (session: Session) => (session.isThis ? null : <EndButton session={session} />),
          },
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('identity.sessions.title')}
      hidesCaption
      columns={columns}
      rows={sessions}
      keyOf={({ sessionId }) => sessionId}
      empty={<p>{t('identity.sessions.none')}</p>}
    />
  );
}
