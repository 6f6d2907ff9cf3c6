import { Fieldset, PhoneField, TextField, usePage } from '@qantara/ui';

type Given = { phone: string | null | undefined; email: string | null | undefined; url: string | null | undefined };

/** How a service itself is reached. */
export function ReachFields({ phone, email, url }: Given) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('curation.edit.contact')}>
      <PhoneField name="phone" label={t('curation.field.phone')} defaultValue={phone ?? null} />
      <TextField
        name="email"
        label={t('curation.field.email')}
        width="medium"
        maxLength={254}
        defaultValue={email}
        latin
      />
      <TextField name="url" label={t('curation.field.url')} width="medium" maxLength={2000} defaultValue={url} latin />
    </Fieldset>
  );
}
