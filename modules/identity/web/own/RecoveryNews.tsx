import { Bdi, CommandForm, DateText, Notice, SubmitButton, usePage } from '@qantara/ui';
import type { OwnAccount } from '../../contract/index.ts';

/** Tells an owner that others are giving their account back, and lets them stop it: they have lost nothing. */
export function RecoveryNews({ recovery, livingLink }: Pick<OwnAccount, 'recovery' | 'livingLink'>) {
  const { t } = usePage();
  const isLink = livingLink?.purpose === 'recovery';
  if (recovery === null && !isLink) return null;
  return (
    <Notice kind="danger" title={t('identity.recovery.own_title')}>
      {recovery === null ? (
        <p>{t('identity.recovery.own_link')}</p>
      ) : (
        <p>
          {t('identity.recovery.asked_by')} <Bdi>{recovery.requestedBy}</Bdi>,{' '}
          <DateText value={recovery.requestedAt} style="dateTime" />
        </p>
      )}
      <p>{t('identity.recovery.own_text')}</p>
      <CommandForm id="cancel-recovery" className="">
        <SubmitButton intent="cancel-recovery" kind="danger">
          {t('identity.recovery.stop')}
        </SubmitButton>
      </CommandForm>
    </Notice>
  );
}
