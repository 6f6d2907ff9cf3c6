import { Fieldset, NumberField, PhoneField, SelectField, TextField, usePage } from '@qantara/ui';
import { Capacity, ServiceStatus } from '@qantara/directory/contract';
import type { EditedService } from '../../contract/index.ts';

function ContactFields({ service }: { service: EditedService }) {
  const { t } = usePage();
  return (
    <Fieldset legend={t('curation.edit.contact')}>
      <PhoneField name="phone" label={t('curation.field.phone')} defaultValue={service.phone} />
      <TextField
        name="email"
        label={t('curation.field.email')}
        width="medium"
        maxLength={254}
        defaultValue={service.email}
        latin
      />
      <TextField
        name="url"
        label={t('curation.field.url')}
        width="medium"
        maxLength={2000}
        defaultValue={service.url}
        latin
      />
    </Fieldset>
  );
}

/** What of a service is no text: how it is reached, for what ages, whether it is given, whether there is room. */
export function FactFields({ service }: { service: EditedService }) {
  const { t } = usePage();
  return (
    <>
      <ContactFields service={service} />
      <Fieldset legend={t('curation.edit.for_whom')}>
        <NumberField name="minimum_age" label={t('curation.field.minimum_age')} defaultValue={service.minimum_age} />
        <NumberField name="maximum_age" label={t('curation.field.maximum_age')} defaultValue={service.maximum_age} />
      </Fieldset>
      <Fieldset legend={t('curation.edit.state')}>
        <SelectField
          name="status"
          label={t('curation.field.status')}
          options={ServiceStatus.options.map((value) => ({
            value,
            label: t(`curation.status.${value.replace(' ', '_')}`),
          }))}
          defaultValue={service.status}
          required
        />
        <SelectField
          name="capacity"
          label={t('curation.field.capacity')}
          options={Capacity.options.map((value) => ({ value, label: t(`directory.capacity.${value}`) }))}
          defaultValue={service.capacity}
          required
        />
        <NumberField
          name="cadenceMonths"
          label={t('curation.field.cadenceMonths')}
          hint={t('curation.edit.cadence_hint')}
          suffix={t('curation.edit.months')}
          defaultValue={service.cadenceMonths}
          required
        />
      </Fieldset>
    </>
  );
}
