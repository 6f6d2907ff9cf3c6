import { ButtonLink, CommandForm, DateText, PageTitle, SubmitButton, usePage } from '@qantara/ui';
import { KeyringSignIn } from './KeyringSignIn.tsx';

/** The request that a code opened is in a personal account: how to open that, and how to take the request out of it. */
export function KeptElsewhere({ since }: { since: string }) {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle
        title={t('identity.keyring.kept_title')}
        lead={
          <p>
            {t('identity.keyring.kept_since')} <DateText value={since} />
          </p>
        }
      />
      <KeyringSignIn id="keyring" intent="open" label={t('identity.keyring.open')} />
      <h2>{t('identity.keyring.lost_title')}</h2>
      <p>{t('identity.keyring.lost')}</p>
      <CommandForm id="leave">
        <div className="actions">
          <SubmitButton intent="leave" kind="plain">
            {t('identity.keyring.take_out')}
          </SubmitButton>
          <ButtonLink to={href('/follow')}>{t('identity.keyring.back')}</ButtonLink>
        </div>
      </CommandForm>
    </>
  );
}
