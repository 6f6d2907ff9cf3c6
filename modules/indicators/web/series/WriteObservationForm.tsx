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
import type { Indicator, Observation } from '../../contract/index.ts';
import { lastDayOf } from '../../domain/index.ts';

const FIELDS = ['areaId', 'startsOn', 'cut', 'numerator', 'denominator', 'value', 'note', 'version', 'reason'];

const NOTHING = {
  areaId: '',
  startsOn: null,
  endsOn: null,
  cut: '',
  numerator: null,
  denominator: null,
  value: null,
  note: null,
  version: null,
};

/** What stands in the fields of a correction; of a count the number itself, of a figure without parts its value. */
function startOf(corrected: Observation | null) {
  if (corrected === null) return NOTHING;
  const { numerator, denominator, value } = corrected;
  const isWhole = numerator === null || denominator === null;
  return { ...corrected, endsOn: lastDayOf(corrected), value: isWhole ? value : null };
}

type WriteProps = {
  indicator: Indicator;
  areas: Area[];
  /** What is corrected; nothing where a value is new. */
  corrected: Observation | null;
};

/** What a source says of one place and period; over what was said before, with the reason. */
export function WriteObservationForm({ indicator, areas, corrected }: WriteProps) {
  const { t, text, locale } = usePage();
  const labels = Object.fromEntries(FIELDS.map((field) => [field, t(`indicators.field.${field}`)]));
  const isWords = indicator.unit === 'words';
  const start = startOf(corrected);
  const whole = areas
    .filter(({ kind }) => kind === 'region')
    .map(({ areaId, name }) => ({ value: areaId, label: text(name).text }));
  return (
    <CommandForm id="observation" labels={labels}>
      <SelectField
        name="areaId"
        label={t('indicators.field.areaId')}
        options={[...whole, ...areaChoices(areas, locale)]}
        emptyLabel={t('indicators.series.choose_place')}
        defaultValue={start.areaId}
        required
      />
      <DateField name="startsOn" label={t('indicators.field.startsOn')} defaultValue={start.startsOn} required />
      <DateField name="endsOn" label={t('indicators.field.lastDay')} defaultValue={start.endsOn} required />
      {isWords ? (
        <LocalizedTextField
          name="note"
          label={t('indicators.field.note')}
          defaultValue={start.note}
          rows={3}
          required
        />
      ) : (
        <>
          {indicator.unit === 'count' ? null : (
            <>
              <NumberField
                name="numerator"
                label={t('indicators.field.numerator')}
                defaultValue={start.numerator}
                decimals
              />
              <NumberField
                name="denominator"
                label={t('indicators.field.denominator')}
                defaultValue={start.denominator}
                decimals
              />
            </>
          )}
          <NumberField
            name="value"
            label={t('indicators.field.value')}
            hint={t(indicator.unit === 'count' ? 'indicators.series.count_hint' : 'indicators.series.value_hint')}
            defaultValue={start.value}
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
        defaultValue={start.cut}
        latin
      />
      {start.version === null ? null : (
        <>
          <input type="hidden" name="version" value={start.version} />
          <TextField
            name="reason"
            label={t('indicators.field.reason')}
            hint={t('indicators.series.reason_hint')}
            maxLength={500}
            required
          />
        </>
      )}
      <SubmitButton intent="write">{t('indicators.series.write')}</SubmitButton>
    </CommandForm>
  );
}
