import { LOCALES } from '@qantara/kernel';
import type { Area } from '@qantara/territory/contract';
import { areaChoices } from '@qantara/territory/web';
import {
  CommandForm,
  LOCALE_NAMES,
  NumberField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  usePage,
} from '@qantara/ui';
import { Attribution, QuoteAgeGroup, QuoteRole } from '../contract/index.ts';

/** What somebody said, and the one thing that may be said of them. */
export function QuoteForm({ areas }: { areas: Area[] }) {
  const { t, locale } = usePage();
  const choices = (prefix: string, values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <section>
      <h2>{t('disclosure.quotes.propose')}</h2>
      <p>{t('disclosure.quotes.propose_text')}</p>
      <CommandForm id="propose">
        <TextArea
          name="words"
          label={t('disclosure.field.words')}
          hint={t('disclosure.quotes.words_hint')}
          rows={4}
          required
        />
        <RadioGroup
          name="language"
          label={t('disclosure.field.language')}
          options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
          defaultValue={locale}
          inline
          required
        />
        <RadioGroup
          name="attribution"
          label={t('disclosure.field.attribution')}
          hint={t('disclosure.quotes.attribution_hint')}
          options={choices('disclosure.attribution', Attribution.options)}
          defaultValue="none"
          required
        />
        <SelectField name="areaId" label={t('disclosure.field.areaId')} options={areaChoices(areas, locale)} />
        <SelectField
          name="ageGroup"
          label={t('disclosure.field.ageGroup')}
          options={choices('disclosure.age_group', QuoteAgeGroup.options)}
        />
        <SelectField
          name="role"
          label={t('disclosure.field.role')}
          options={choices('disclosure.role', QuoteRole.options)}
        />
        <NumberField name="groupSize" label={t('disclosure.field.groupSize')} hint={t('disclosure.quotes.size_hint')} />
        <SubmitButton intent="propose">{t('disclosure.quotes.send')}</SubmitButton>
      </CommandForm>
    </section>
  );
}
