import {
  CommandForm,
  DateField,
  LocalizedTextField,
  NumberField,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
} from '@qantara/ui';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import type { Indicator } from '../../contract/index.ts';

const FIELDS = [
  'areaId',
  'startsOn',
  'lastDay',
  'cut',
  'numerator',
  'denominator',
  'value',
  'note',
  'version',
  'reason',
];

/** What a source says of one place and period; over what was said before, with the reason. */
export function WriteObservationForm({ indicator, areas }: { indicator: Indicator; areas: Area[] }) {
  const { t, locale } = usePage();
  const labels = Object.fromEntries(FIELDS.map((field) => [field, t(`indicators.field.${field}`)]));
  const isWords = indicator.unit === 'words';
  return (
    <CommandForm id="observation" labels={labels}>
      <SelectField
        name="areaId"
        label={t('indicators.field.areaId')}
        options={areaChoices(areas, locale)}
        emptyLabel={t('indicators.series.choose_place')}
        required
      />
      <DateField name="startsOn" label={t('indicators.field.startsOn')} required />
      <DateField name="lastDay" label={t('indicators.field.lastDay')} required />
      {isWords ? (
        <LocalizedTextField name="note" label={t('indicators.field.note')} rows={3} required />
      ) : (
        <>
          {indicator.unit === 'count' ? null : (
            <>
              <NumberField name="numerator" label={t('indicators.field.numerator')} decimals />
              <NumberField name="denominator" label={t('indicators.field.denominator')} decimals />
            </>
          )}
          <NumberField
            name="value"
            label={t('indicators.field.value')}
            hint={t(indicator.unit === 'count' ? 'indicators.series.count_hint' : 'indicators.series.value_hint')}
            decimals
          />
        </>
      )}
      <TextField
        name="cut"
        label={t('indicators.field.cut')}
        hint={t('indicators.series.cut_hint')}
        width="medium"
        maxLength={200}
        latin
      />
      <NumberField name="version" label={t('indicators.field.version')} hint={t('indicators.series.version_hint')} />
      <TextField
        name="reason"
        label={t('indicators.field.reason')}
        hint={t('indicators.series.reason_hint')}
        maxLength={500}
      />
      <SubmitButton intent="write">{t('indicators.series.write')}</SubmitButton>
    </CommandForm>
  );
}
