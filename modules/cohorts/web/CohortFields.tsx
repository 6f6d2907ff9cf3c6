import { textIn } from '@qantara/kernel';
import type { Organisation } from '@qantara/organisations/contract';
import { Gender, NamedLanguage } from '@qantara/people/contract';
import { languageName } from '@qantara/people/web';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  Checkbox,
  CheckboxGroup,
  DateField,
  Fieldset,
  LocalizedTextField,
  NumberField,
  RadioGroup,
  SelectField,
  usePage,
} from '@qantara/ui';
import { CohortKind, type Cohort, type Criteria } from '../contract/index.ts';
import { beginOf, figure, type Begin } from './begin-of.ts';

export type Choices = {
  areas: Area[];
  needs: { needCode: string; name: Cohort['name'] }[];
  organisations: Organisation[];
};
type Given = { cohort: Cohort | null; choices: Choices };

function WhoFits({ criteria, choices }: { criteria: Criteria; choices: Choices }) {
  const { t, locale, text } = usePage();
  return (
    <Fieldset legend={t('cohorts.criteria')} hint={t('cohorts.criteria_hint')}>
      <NumberField name="ageFrom" label={t('cohorts.field.ageFrom')} defaultValue={figure(criteria.ageFrom)} />
      <NumberField name="ageTo" label={t('cohorts.field.ageTo')} defaultValue={figure(criteria.ageTo)} />
      <CheckboxGroup
        name="needCodes"
        label={t('cohorts.field.needCodes')}
        hint={t('cohorts.needs_hint')}
        options={choices.needs.map(({ needCode, name }) => ({ value: needCode, label: text(name).text }))}
        defaultValue={criteria.needCodes}
        inline
      />
      <CheckboxGroup
        name="languages"
        label={t('cohorts.field.languages')}
        options={NamedLanguage.options.map((value) => ({ value, label: languageName(value, t) }))}
        defaultValue={criteria.languages}
        inline
      />
      <CheckboxGroup
        name="genders"
        label={t('cohorts.field.genders')}
        hint={t('cohorts.genders_hint')}
        options={Gender.options.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
        defaultValue={criteria.genders}
        inline
      />
      <NumberField
        name="childUnder"
        label={t('cohorts.field.childUnder')}
        hint={t('cohorts.child_hint')}
        defaultValue={figure(criteria.childUnder)}
      />
      <details className="more-fields" open={criteria.areaIds.length > 0}>
        <summary>{t('cohorts.field.areaIds')}</summary>
        <CheckboxGroup
          name="areaIds"
          label={t('cohorts.field.areaIds')}
          hint={t('cohorts.areas_hint')}
          options={areaChoices(choices.areas, locale)}
          defaultValue={criteria.areaIds}
        />
      </details>
    </Fieldset>
  );
}

/** What it is called and what it is for, in three languages. */
function About({ begin }: { begin: Begin }) {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('cohorts.field.kind')}
        options={CohortKind.options.map((value) => ({
          value,
          label: t(`cohorts.kind.${value}`),
          hint: t(`cohorts.kind_means.${value}`),
        }))}
        defaultValue={begin.kind}
        required
      />
      <LocalizedTextField name="name" label={t('cohorts.field.name')} defaultValue={begin.name ?? null} required />
      <LocalizedTextField
        name="purpose"
        label={t('cohorts.field.purpose')}
        hint={t('cohorts.purpose_hint')}
        rows={3}
        defaultValue={begin.purpose ?? null}
        required
      />
      <LocalizedTextField
        name="description"
        label={t('cohorts.field.description')}
        rows={3}
        defaultValue={begin.description ?? null}
      />
    </>
  );
}

/** From when to when, and for how many. */
function Running({ begin }: { begin: Begin }) {
  const { t } = usePage();
  return (
    <>
      <DateField name="startsOn" label={t('cohorts.field.startsOn')} defaultValue={begin.startsOn ?? null} required />
      <DateField name="lastDay" label={t('cohorts.field.lastDay')} defaultValue={begin.lastDay ?? null} />
      <NumberField
        name="capacity"
        label={t('cohorts.field.capacity')}
        hint={t('cohorts.capacity_hint')}
        defaultValue={begin.capacity}
      />
      <Checkbox
        name="hasComparison"
        label={t('cohorts.field.hasComparison')}
        hint={t('cohorts.comparison_hint')}
        defaultChecked={begin.hasComparison}
      />
    </>
  );
}

/** What a cohort is, who runs it, and who fits. */
export function CohortFields({ cohort, choices }: Given) {
  const { t, locale } = usePage();
  const begin = beginOf(cohort);
  return (
    <>
      <About begin={begin} />
      {cohort === null ? (
        <SelectField
          name="organisationId"
          label={t('cohorts.field.organisationId')}
          hint={t('cohorts.runner_hint')}
          options={choices.organisations.map(({ organisationId, name }) => ({
            value: organisationId,
            label: textIn(name, locale).text,
          }))}
          required
        />
      ) : (
        <input type="hidden" name="organisationId" value={cohort.organisationId} />
      )}
      <Running begin={begin} />
      <WhoFits criteria={begin.criteria} choices={choices} />
    </>
  );
}
