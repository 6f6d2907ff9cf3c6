import { Capacity } from '@qantara/directory/contract';
import { NumberField, SelectField, usePage } from '@qantara/ui';

/** Whether there is room, and how often somebody looks whether all this is still true. */
export function RoomFields({ capacity, cadenceMonths }: { capacity: Capacity; cadenceMonths: number }) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="capacity"
        label={t('curation.field.capacity')}
        options={Capacity.options.map((value) => ({ value, label: t(`directory.capacity.${value}`) }))}
        defaultValue={capacity}
        required
      />
      <NumberField
        name="cadenceMonths"
        label={t('curation.field.cadenceMonths')}
        hint={t('curation.edit.cadence_hint')}
        suffix={t('curation.edit.months')}
        defaultValue={cadenceMonths}
        required
      />
    </>
  );
}
