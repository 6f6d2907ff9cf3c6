import { textIn } from '@qantara/kernel';
import {
  CheckboxGroup,
  Fieldset,
  PhoneField,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
  type TypedValues,
} from '@qantara/ui';
import { SafeContact } from '../contract/index.ts';
import type { AskedNeed } from './asked-needs.ts';
import { FIELDS_OF, type AskStep } from './ask-steps.ts';

/** Ways in which a stranger can be reached from an office. */
const CONTACT_KINDS = ['phone', 'message', 'email'] as const;

/** What earlier and later steps were told, kept in the page and nowhere else. */
export function CarriedFields({ typed, step }: { typed: TypedValues; step: AskStep }) {
  const shown = new Set([...FIELDS_OF[step], 'step', 'commandId', 'locale']);
  const carried = Object.entries(typed).filter(([name]) => !shown.has(name));
  return carried.flatMap(([name, value]) =>
    [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={one} />),
  );
}

/** What is hard now, in the names and the questions of the region. */
export function NeedsFields({ needs }: { needs: AskedNeed[] }) {
  const { t, locale } = usePage();
  return (
    <CheckboxGroup
      name="needs"
      label={t('screening.ask.needs_label')}
      options={needs.map(({ needCode, name, question }) => ({
        value: needCode,
        label: textIn(name, locale).text,
        hint: question === null ? undefined : textIn(question, locale).text,
      }))}
      required
    />
  );
}

/** Of what is hard, what help is wanted with: nothing is ticked beforehand. */
export function WantsFields({ needs, marked }: { needs: AskedNeed[]; marked: readonly string[] }) {
  const { t, locale } = usePage();
  const options = needs
    .filter(({ needCode }) => marked.includes(needCode))
    .map(({ needCode, name }) => ({ value: needCode, label: textIn(name, locale).text }));
  return <CheckboxGroup name="wants" label={t('screening.ask.wants_label')} options={options} required />;
}

/** Whether and how to answer, safely; name and area may stay empty. */
export function ContactFields({ areas }: { areas: { value: string; label: string }[] }) {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="safeContact"
        label={t('screening.field.safeContact')}
        options={SafeContact.options.map((value) => ({
          value,
          label: t(`screening.safeContact.${value}`),
          hint: value === 'no_contact' ? t('screening.ask.no_contact_hint') : undefined,
        }))}
        required
      />
      <Fieldset legend={t('screening.ask.reach_legend')}>
        <RadioGroup
          name="contactKind"
          label={t('screening.field.contactKind')}
          options={CONTACT_KINDS.map((value) => ({ value, label: t(`people.contactKind.${value}`) }))}
          inline
        />
        <PhoneField name="contactValue" label={t('screening.field.contactValue')} />
        <TextField
          name="contactNote"
          label={t('screening.field.contactNote')}
          hint={t('screening.ask.note_hint')}
          maxLength={500}
        />
      </Fieldset>
      <TextField
        name="displayName"
        label={t('screening.field.displayName')}
        hint={t('screening.ask.name_hint')}
        width="medium"
        autoComplete="off"
        maxLength={200}
      />
      <SelectField
        name="areaId"
        label={t('screening.ask.area')}
        options={areas}
        emptyLabel={t('screening.ask.area_none')}
      />
    </>
  );
}
