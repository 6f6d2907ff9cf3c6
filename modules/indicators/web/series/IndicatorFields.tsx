import { LocalizedTextField, SelectField, TextArea, usePage } from '@qantara/ui';
import type { Organisation } from '@qantara/organisations/contract';
import { Frequency, type Indicator } from '../../contract/index.ts';

const WAYS = ['up', 'down'] as const;

/** What the fields of a measure are called in the summary of errors. */
export function useIndicatorLabels(): Record<string, string> {
  const { t } = usePage();
  const fields = [
    'name',
    'definition',
    'source',
    'better',
    'frequency',
    'ownerOrganisationId',
    'namesElsewhere',
    'code',
    'kind',
    'unit',
    'counts',
    'factor',
    'recipe',
    'needCode',
  ];
  return Object.fromEntries(fields.map((field) => [field, t(`indicators.field.${field}`)]));
}

const NEW = {
  name: null,
  definition: null,
  source: null,
  better: 'up',
  frequency: 'year',
  ownerOrganisationId: null,
  namesElsewhere: [],
} as const;

/** What is said of any measure: its words, which way is better, how often its source speaks, whose it is. */
export function IndicatorFields({ start, organisations }: { start?: Indicator; organisations: Organisation[] }) {
  const { t, text } = usePage();
  const said = start ?? NEW;
  return (
    <>
      <div className="beside-texts">
        <LocalizedTextField name="name" label={t('indicators.field.name')} defaultValue={said.name} required />
        <LocalizedTextField
          name="definition"
          label={t('indicators.field.definition')}
          hint={t('indicators.edit.definition_hint')}
          defaultValue={said.definition}
          rows={3}
          required
        />
        <LocalizedTextField name="source" label={t('indicators.field.source')} defaultValue={said.source} required />
      </div>
      <SelectField
        name="better"
        label={t('indicators.field.better')}
        options={WAYS.map((value) => ({ value, label: t(`indicators.better.${value}`) }))}
        defaultValue={said.better}
        required
      />
      <SelectField
        name="frequency"
        label={t('indicators.field.frequency')}
        hint={t('indicators.edit.frequency_hint')}
        options={Frequency.options.map((value) => ({ value, label: t(`indicators.frequency.${value}`) }))}
        defaultValue={said.frequency}
        required
      />
      <SelectField
        name="ownerOrganisationId"
        label={t('indicators.field.ownerOrganisationId')}
        emptyLabel={t('indicators.edit.no_owner')}
        options={organisations.map(({ organisationId, name }) => ({ value: organisationId, label: text(name).text }))}
        defaultValue={said.ownerOrganisationId ?? ''}
      />
      <TextArea
        name="namesElsewhere"
        label={t('indicators.field.namesElsewhere')}
        hint={t('indicators.edit.names_hint')}
        rows={3}
        defaultValue={said.namesElsewhere.join('\n')}
      />
    </>
  );
}
