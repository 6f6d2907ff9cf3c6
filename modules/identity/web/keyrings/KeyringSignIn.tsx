import { Bdi, CommandForm, PasswordField, SubmitButton, TextField, usePage } from '@qantara/ui';

/** The personal account of the sample region, which visitors may try. */
const SAMPLE_NAME = 'noura';

type KeyringSignInProps = { id: string; intent: string; label: string };

/** The name and the password of a personal account, and one button. */
export function KeyringSignIn({ id, intent, label }: KeyringSignInProps) {
  const { t, isSample } = usePage();
  return (
    <CommandForm id={id}>
      <TextField
        name="signInName"
        label={t('identity.field.signInName')}
        width="medium"
        autoComplete="username"
        maxLength={120}
        required
      />
      <PasswordField name="password" label={t('identity.field.password')} required />
      {isSample && intent === 'account' ? (
        <p className="hint">
          {t('identity.keyring.sample')} <Bdi latin>{SAMPLE_NAME}</Bdi>
        </p>
      ) : null}
      <SubmitButton intent={intent}>{label}</SubmitButton>
    </CommandForm>
  );
}
