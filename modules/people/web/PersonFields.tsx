import { LOCALES } from '@qantara/kernel';
import {
  Checkbox,
  CheckboxGroup,
  Fieldset,
  LOCALE_NAMES,
  NumberField,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { ContactKind, type ContactPoint, type Person } from '../contract/index.ts';

/** As many as anyone was seen to have; a person with more has one too many. */
const CONTACTS = [0, 1, 2] as const;

type Given = Pick<Person, 'displayName' | 'birthYear' | 'languages' | 'areaId' | 'mayContact' | 'contactPoints'> | null;

function ContactFields({ index, contact }: { index: number; contact: ContactPoint | undefined }) {
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
      <TextField name={name('value')} label={t('people.field.value')} width="medium" defaultValue={contact?.value} />
      <Checkbox
        name={name('isSafe')}
        label={t('people.field.isSafe')}
        hint={t('people.form.safe_hint')}
        defaultChecked={contact?.isSafe === true}
        required
      />
      <TextField
        name={name('note')}
        label={t('people.field.note')}
        hint={t('people.form.note_hint')}
        defaultValue={contact?.note}
        maxLength={500}
      />
    </Fieldset>
  );
}

/** What is noted of a person: nothing of it must be, but a name or a way to make contact. */
export function PersonFields({ person, areas }: { person: Given; areas: { value: string; label: string }[] }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="displayName"
        label={t('people.field.displayName')}
        width="medium"
        defaultValue={person?.displayName}
        autoComplete="off"
        maxLength={200}
      />
      <NumberField
        name="birthYear"
        label={t('people.field.birthYear')}
        hint={t('people.form.birth_hint')}
        defaultValue={person?.birthYear}
      />
      <CheckboxGroup
        name="languages"
        label={t('people.field.languages')}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        defaultValue={person?.languages ?? []}
        inline
      />
      <SelectField
        name="areaId"
        label={t('field.areaId')}
        options={areas}
        emptyLabel={t('people.form.area_unknown')}
        defaultValue={person?.areaId}
      />
      <Checkbox
        name="mayContact"
        label={t('people.field.mayContact')}
        hint={t('people.form.contact_hint')}
        defaultChecked={person?.mayContact ?? true}
        required
      />
      {CONTACTS.map((index) => (
        <ContactFields key={index} index={index} contact={person?.contactPoints[index]} />
      ))}
    </>
  );
}
