import { Fieldset, SelectField, usePage } from '@qantara/ui';
import { ServiceStatus } from '@qantara/directory/contract';
import type { EditedService } from '../../contract/index.ts';
import { AgeFields } from './AgeFields.tsx';
import { ReachFields } from './ReachFields.tsx';
import { RoomFields } from './RoomFields.tsx';

/** What of a service is no text: how it is reached, for what ages, whether it is given, whether there is room. */
export function FactFields({ service }: { service: EditedService }) {
  const { t } = usePage();
  return (
    <>
      <ReachFields phone={service.phone} email={service.email} url={service.url} />
      <AgeFields least={service.minimum_age} most={service.maximum_age} />
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
        <RoomFields capacity={service.capacity} cadenceMonths={service.cadenceMonths} />
      </Fieldset>
    </>
  );
}
