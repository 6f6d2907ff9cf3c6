import type { Organisation } from '@qantara/organisations/contract';
import { organisationChoices } from '@qantara/organisations/web';
import { CheckboxGroup, DateField, LocalizedTextField, RadioGroup, usePage } from '@qantara/ui';
import { AgreementKind, DataCategory, SharingPurpose, type Agreement } from '../contract/index.ts';

type AgreementFieldsProps = { organisations: Pick<Organisation, 'organisationId' | 'name'>[]; given?: Begun };

type Begun = Pick<Agreement, 'purposes' | 'categories' | 'summary' | 'lastDay' | 'parties'> & {
  kind: Agreement['kind'] | undefined;
  title: Agreement['title'] | null;
  startsOn: string | null;
};

const BLANK: Begun = {
  kind: undefined,
  title: null,
  summary: null,
  purposes: [],
  categories: [],
  startsOn: null,
  lastDay: null,
  parties: [],
};

/** What organisations agree to: what it is, what may pass for what, on which days and between whom. */
export function AgreementFields({ organisations, given = BLANK }: AgreementFieldsProps) {
  const { t, locale } = usePage();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <>
      <RadioGroup
        name="kind"
        label={t('agreements.field.kind')}
        options={choices('agreements.kind', AgreementKind.options)}
        defaultValue={given.kind}
        required
      />
      <LocalizedTextField name="title" label={t('agreements.field.title')} defaultValue={given.title} required />
      <LocalizedTextField
        name="summary"
        label={t('agreements.field.summary')}
        hint={t('agreements.summary_hint')}
        rows={3}
        defaultValue={given.summary}
      />
      <CheckboxGroup
        name="purposes"
        label={t('agreements.field.purposes')}
        options={choices('agreements.purpose', SharingPurpose.options)}
        defaultValue={given.purposes}
        required
      />
      <CheckboxGroup
        name="categories"
        label={t('agreements.field.categories')}
        hint={t('agreements.categories_hint')}
        options={choices('agreements.category', DataCategory.options)}
        defaultValue={given.categories}
        required
      />
      <DateField name="startsOn" label={t('agreements.field.startsOn')} defaultValue={given.startsOn} required />
      <DateField
        name="lastDay"
        label={t('agreements.field.lastDay')}
        hint={t('agreements.last_day_hint')}
        defaultValue={given.lastDay}
      />
      <CheckboxGroup
        name="organisationIds"
        label={t('agreements.field.organisationIds')}
        hint={t('agreements.parties_hint')}
        options={organisationChoices(organisations, locale)}
        defaultValue={given.parties.map(({ organisationId }) => organisationId)}
        required
      />
    </>
  );
}
