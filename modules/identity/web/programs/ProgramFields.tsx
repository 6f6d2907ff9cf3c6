import { TextArea, TextField, usePage } from '@qantara/ui';

/** By what a program proves itself: its public keys, or where it publishes them. */
export function ProofFields() {
  const { t } = usePage();
  return (
    <>
      <TextArea name="keys" label={t('identity.field.keys')} hint={t('identity.programs.keys_hint')} rows={6} />
      <TextField
        name="keysAddress"
        type="url"
        label={t('identity.field.keysAddress')}
        hint={t('identity.programs.address_hint')}
      />
    </>
  );
}

/** What it may ask for at most. */
export function ScopesField({ scopes }: { scopes: readonly string[] }) {
  const { t } = usePage();
  return (
    <TextArea
      name="scopes"
      label={t('identity.field.scopes')}
      hint={t('identity.programs.scopes_hint')}
      rows={3}
      defaultValue={scopes.join('\n')}
      required
    />
  );
}
