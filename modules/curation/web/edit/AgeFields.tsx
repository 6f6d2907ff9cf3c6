import { Fieldset, NumberField, usePage } from '@qantara/ui';

/** For what ages a service is. */
export function AgeFields({ least = null, most = null }: { least?: number | null; most?: number | null }) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('curation.edit.for_whom')}>
      <NumberField name="minimum_age" label={t('curation.field.minimum_age')} defaultValue={least} />
      <NumberField name="maximum_age" label={t('curation.field.maximum_age')} defaultValue={most} />
    </Fieldset>
  );
}
