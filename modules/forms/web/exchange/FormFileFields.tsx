import { FileField, LOCALE_CHOICES, SelectField, usePage } from '@qantara/ui';

/** A file of a form, and in which language its words are where it does not say so itself. */
export function FormFileFields() {
  const { t, locale } = usePage();
  return (
    <>
      <FileField
        name="content"
        label={t('forms.field.content')}
        hint={t('forms.import.file_hint')}
        accept=".xlsx,.zip,.json"
        required
      />
      <SelectField
        name="language"
        label={t('forms.field.language')}
        hint={t('forms.import.language_hint')}
        options={LOCALE_CHOICES}
        defaultValue={locale}
        required
      />
    </>
  );
}
