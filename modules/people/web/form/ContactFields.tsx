import { Checkbox, CheckboxGroup, Fieldset, SelectField, TextField, usePage } from '@qantara/ui';
import { ContactKind, type ContactPoint } from '../../contract/index.ts';
import { dayName } from '../safe-contact/safe-hours-text.ts';

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WORDS = ['sayFirst', 'askFor', 'presentAs'] as const;

type Named = { name: (field: string) => string; contact: ContactPoint | undefined };

/** When it is safe and what to say. */
function SafetyFields({ name, contact }: Named) {
  const { t, locale } = usePage();
  return (
    <details open={contact !== undefined}>
      <summary>{t('people.form.more_safety')}</summary>
      <CheckboxGroup
        name={name('safeDays')}
        label={t('people.field.safeDays')}
        hint={t('people.form.days_hint')}
        options={DAYS.map((day) => ({ value: String(day), label: dayName(day, locale) }))}
        defaultValue={(contact?.safeDays ?? []).map(String)}
        inline
      />
      <TextField
        name={name('safeFrom')}
        label={t('people.field.safeFrom')}
        type="time"
        width="short"
        latin
        defaultValue={contact?.safeFrom}
      />
      <TextField
        name={name('safeUntil')}
        label={t('people.field.safeUntil')}
        type="time"
        width="short"
        latin
        defaultValue={contact?.safeUntil}
      />
      {WORDS.map((field) => (
        <TextField
          key={field}
          name={name(field)}
          label={t(`people.field.${field}`)}
          hint={t(`people.form.${field}_hint`)}
          defaultValue={contact?.[field]}
          maxLength={200}
          autoComplete="off"
        />
      ))}
      <Checkbox
        name={name('isShared')}
        label={t('people.field.isShared')}
        hint={t('people.form.shared_hint')}
        defaultChecked={contact?.isShared === true}
      />
      <TextField
        name={name('sharedWith')}
        label={t('people.field.sharedWith')}
        defaultValue={contact?.sharedWith}
        maxLength={200}
        autoComplete="off"
      />
      <Checkbox
        name={name('mayLeaveMessage')}
        label={t('people.field.mayLeaveMessage')}
        defaultChecked={contact?.mayLeaveMessage === true}
      />
      <Checkbox
        name={name('isDisguised')}
        label={t('people.field.isDisguised')}
        hint={t('people.form.disguised_hint')}
        defaultChecked={contact?.isDisguised === true}
      />
      <TextField
        name={name('note')}
        label={t('people.field.note')}
        hint={t('people.form.note_hint')}
        defaultValue={contact?.note}
        maxLength={500}
      />
    </details>
  );
}

/** One way to make contact, with everything that makes it safe. */
export function ContactFields({ index, contact }: { index: number; contact: ContactPoint | undefined }) {
  const { t, formats } = usePage();
  const name = (field: string) => `contactPoints.${index}.${field}`;
  return (
    <Fieldset legend={t('people.form.contact', { number: formats.number(index + 1) })}>
      <SelectField
        name={name('kind')}
        label={t('people.form.kind')}
        options={ContactKind.options.map((value) => ({ value, label: t(`people.contactKind.${value}`) }))}
        defaultValue={contact?.kind ?? 'phone'}
        required
      />
      <TextField
        name={name('value')}
        label={t('people.field.value')}
        width="medium"
        defaultValue={contact?.value}
        autoComplete="off"
      />
      <Checkbox
        name={name('isSafe')}
        label={t('people.field.isSafe')}
        hint={t('people.form.safe_hint')}
        defaultChecked={contact?.isSafe === true}
        required
      />
      <SafetyFields name={name} contact={contact} />
    </Fieldset>
  );
}
