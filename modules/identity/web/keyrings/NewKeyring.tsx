import {
  ButtonLink,
  CommandForm,
  Notice,
  PageTitle,
  PasswordField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import { KeyringSignIn } from './KeyringSignIn.tsx';

const GOOD_FOR = ['good_paper', 'good_several', 'good_long'] as const;

/** What a personal account is good for, what is dangerous in it, and how to make one or to use the one that is there. */
export function NewKeyring() {
  const { t, href } = usePage();
  return (
    <>
      <PageTitle title={t('identity.keyring.new_title')} lead={<p>{t('identity.keyring.new_lead')}</p>} />
      <ul>
        {GOOD_FOR.map((key) => (
          <li key={key}>{t(`identity.keyring.${key}`)}</li>
        ))}
      </ul>
      <Notice kind="warning" title={t('identity.keyring.danger_title')}>
        <p>{t('identity.keyring.danger')}</p>
        <p>{t('identity.keyring.danger_save')}</p>
      </Notice>
      <CommandForm id="create">
        <TextField
          name="signInName"
          label={t('identity.field.signInName')}
          hint={t('identity.keyring.name_hint')}
          width="medium"
          autoComplete="username"
          maxLength={120}
          required
        />
        <PasswordField
          name="password"
          label={t('identity.field.password')}
          hint={t('identity.password.hint')}
          isNew
          required
        />
        <p className="hint">{t('identity.keyring.forgotten')}</p>
        <div className="actions">
          <SubmitButton intent="create">{t('identity.keyring.create')}</SubmitButton>
          <ButtonLink to={href('/follow')}>{t('identity.keyring.no_thanks')}</ButtonLink>
        </div>
      </CommandForm>
      <h2>{t('identity.keyring.have_title')}</h2>
      <p>{t('identity.keyring.have')}</p>
      <KeyringSignIn id="join" intent="join" label={t('identity.keyring.join')} />
    </>
  );
}
