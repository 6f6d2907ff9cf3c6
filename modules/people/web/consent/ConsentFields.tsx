import { type Locale } from '@qantara/kernel';
import { CheckboxGroup, LOCALE_CHOICES, RadioGroup, SelectField, TextField, usePage } from '@qantara/ui';
import { ConsentManner, DataCategory, RefusalReason, SaidBy, SharingDirection } from '../../contract/index.ts';

const MONTHS = [1, 3, 6, 12, 24] as const;

type Choices = { value: string; label: string }[];

/** Which partners, and which data. */
export function SharedFields({ partners }: { partners: Choices }) {
  const { t } = usePage();
  return (
    <>
      <CheckboxGroup
        name="recipients"
        label={t('people.field.recipients')}
        hint={partners.length === 0 ? t('people.consent.no_recipients') : t('people.consent.recipients_hint')}
        options={partners}
        required
      />
      <CheckboxGroup
        name="categories"
        label={t('people.field.categories')}
        options={DataCategory.options.map((value) => ({
          value,
          label: t(`people.category.${value}`),
          hint: t(`people.category_means.${value}`),
        }))}
        defaultValue={['identity', 'need']}
        required
      />
    </>
  );
}

/** How it was said, in which language it was read, and for how long it holds. */
export function MannerFields({ language }: { language: Locale }) {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="direction"
        label={t('people.field.direction')}
        options={SharingDirection.options.map((value) => ({ value, label: t(`people.direction.${value}`) }))}
        defaultValue="both"
      />
      <SelectField
        name="months"
        label={t('people.field.months')}
        options={MONTHS.map((count) => ({ value: String(count), label: t('people.consent.months', { count }) }))}
        defaultValue="6"
        required
      />
      <SelectField
        name="locale"
        label={t('people.field.locale')}
        options={LOCALE_CHOICES}
        defaultValue={language}
        required
      />
      <RadioGroup
        name="givenHow"
        label={t('people.field.givenHow')}
        options={ConsentManner.exclude(['proxy']).options.map((value) => ({
          value,
          label: t(`people.givenHow.${value}`),
        }))}
        required
      />
    </>
  );
}

/** Who said no, and why, where they said. */
export function RefusalFields() {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="saidBy"
        label={t('people.field.saidBy')}
        options={SaidBy.options.map((value) => ({ value, label: t(`people.saidBy.${value}`) }))}
        defaultValue="person"
      />
      <SelectField
        name="reasonCode"
        label={t('people.refusal.why')}
        emptyLabel={t('people.refusal.not_said')}
        options={RefusalReason.options.map((value) => ({ value, label: t(`people.refusalReason.${value}`) }))}
      />
      <TextField name="reason" label={t('people.refusal.reason')} hint={t('people.refusal.reason_hint')} />
    </>
  );
}
