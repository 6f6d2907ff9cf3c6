import { Bdi, CommandForm, ConfirmDialog, DateText, SubmitButton, usePage } from '@qantara/ui';
import type { ManagedAccount } from '../../contract/index.ts';

function Cancel() {
  const { t } = usePage();
  return (
    <CommandForm id="cancel-recovery" className="">
      <SubmitButton intent="cancel-recovery" kind="plain">
        {t('identity.recovery.stop')}
      </SubmitButton>
    </CommandForm>
  );
}

function Asked({ recovery }: { recovery: NonNullable<ManagedAccount['recovery']> }) {
  const { t } = usePage();
  return (
    <>
      <p>
        {t('identity.recovery.asked_by')} <Bdi>{recovery.requestedBy}</Bdi>,{' '}
        <DateText value={recovery.requestedAt} style="dateTime" />
      </p>
      <p>{t(recovery.isOwnRequest ? 'identity.recovery.wait' : 'identity.recovery.agree_text')}</p>
      <div className="actions">
        {recovery.isOwnRequest ? null : (
          <ConfirmDialog label={t('identity.recovery.agree')} title={t('identity.recovery.agree_title')} kind="action">
            <CommandForm id="agree">
              <p>{t('identity.recovery.sure')}</p>
              <SubmitButton intent="agree">{t('identity.recovery.agree')}</SubmitButton>
            </CommandForm>
          </ConfirmDialog>
        )}
        <Cancel />
      </div>
    </>
  );
}

/** Giving an account back to its owner: one administrator asks, another agrees. */
export function AccountRecovery({ managed }: { managed: ManagedAccount }) {
  const { t } = usePage();
  const { recovery, livingLink } = managed;
  return (
    <section aria-labelledby="recovery">
      <h2 id="recovery">{t('identity.recovery.title')}</h2>
      {recovery === null ? null : <Asked recovery={recovery} />}
      {livingLink?.purpose === 'recovery' ? (
        <>
          <p>
            {t('identity.recovery.link_lives')} <DateText value={livingLink.expiresAt} style="dateTime" />
          </p>
          <Cancel />
        </>
      ) : null}
      {recovery === null && livingLink?.purpose !== 'recovery' ? (
        <>
          <p>{t('identity.recovery.text')}</p>
          <ConfirmDialog
            label={t('identity.recovery.start')}
            title={t('identity.recovery.start_title', { name: managed.account.displayName })}
          >
            <CommandForm id="recover">
              <p>{t('identity.recovery.sure')}</p>
              <SubmitButton intent="recover">{t('identity.recovery.start')}</SubmitButton>
            </CommandForm>
          </ConfirmDialog>
        </>
      ) : null}
    </section>
  );
}
