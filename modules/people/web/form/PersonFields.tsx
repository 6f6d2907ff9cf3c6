import {
  Checkbox,
  CheckboxGroup,
  Fieldset,
  NumberField,
  RadioGroup,
  SelectField,
  TextField,
  usePage,
} from '@qantara/ui';
import { ConsentManner, Gender, NoContactReason, type Person } from '../../contract/index.ts';
import { languageChoices } from '../words/language-name.ts';
import { ContactFields } from './ContactFields.tsx';

/** As many as anyone was seen to have; a person with more has one too many. */
const FEWEST_CONTACTS = 3;

function BirthFields({ person }: { person: Person | null }) {
  const { t } = usePage();
  const birth = person?.birth;
  return (
    <Fieldset legend={t('people.form.birth')} hint={t('people.form.birth_hint')}>
      <NumberField name="birthYear" label={t('people.field.birthYear')} defaultValue={birth?.year} />
      <NumberField name="birthMonth" label={t('people.field.birthMonth')} defaultValue={birth?.month} />
      <NumberField name="birthDay" label={t('people.field.birthDay')} defaultValue={birth?.day} />
      <NumberField
        name="estimatedAge"
        label={t('people.field.estimatedAge')}
        hint={t('people.form.guess_hint')}
        defaultValue={birth?.estimatedAge}
      />
    </Fieldset>
  );
}

function GenderFields({ person }: { person: Person | null }) {
  const { t } = usePage();
  return (
    <>
      <SelectField
        name="gender"
        label={t('people.field.gender')}
        options={Gender.options.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
        emptyLabel={t('people.form.not_said')}
        defaultValue={person?.gender}
      />
      <TextField
        name="genderWords"
        label={t('people.field.genderWords')}
        width="medium"
        defaultValue={person?.genderWords}
        maxLength={100}
        autoComplete="off"
      />
    </>
  );
}

function LanguageFields({ person }: { person: Person | null }) {
  const { t } = usePage();
  return (
    <>
      <CheckboxGroup
        name="languages"
        label={t('people.field.languages')}
        options={languageChoices(person?.languages ?? [], t)}
        defaultValue={person?.languages ?? []}
        inline
      />
      <Checkbox
        name="needsInterpreter"
        label={t('people.field.needsInterpreter')}
        defaultChecked={person?.needsInterpreter === true}
      />
    </>
  );
}

function MayContactFields({ person }: { person: Person | null }) {
  const { t } = usePage();
  return (
    <>
      <Checkbox
        name="mayContact"
        label={t('people.field.mayContact')}
        hint={t('people.form.contact_hint')}
        defaultChecked={person?.mayContact ?? true}
        required
      />
      <SelectField
        name="noContactReason"
        label={t('people.field.noContactReason')}
        options={NoContactReason.options.map((value) => ({ value, label: t(`people.noContact.${value}`) }))}
        emptyLabel={t('people.form.may_be_contacted')}
        defaultValue={person?.noContactReason}
      />
      <Checkbox
        name="isRestricted"
        label={t('people.field.isRestricted')}
        hint={t('people.form.restricted_hint')}
        defaultChecked={person?.isRestricted === true}
      />
    </>
  );
}

/** The usual name, and how somebody who had been anonymous agreed that it is noted. */
function NameFields({ person }: { person: Person | null }) {
  const { t } = usePage();
  return (
    <>
      <TextField
        name="displayName"
        label={t('people.field.displayName')}
        width="medium"
        defaultValue={person?.names.find(({ kind }) => kind === 'usual')?.words}
        autoComplete="off"
        maxLength={200}
      />
      {person !== null && person.names.length === 0 ? (
        <RadioGroup
          name="agreedHow"
          label={t('people.field.agreedHow')}
          hint={t('people.form.agreed_hint')}
          options={ConsentManner.options.map((value) => ({ value, label: t(`people.givenHow.${value}`) }))}
          inline
        />
      ) : null}
    </>
  );
}

/** What is noted of a person: nothing of it must be, but a name or a way to make contact. */
export function PersonFields({ person, areas }: { person: Person | null; areas: { value: string; label: string }[] }) {
  const { t } = usePage();
  const contacts = Math.max(FEWEST_CONTACTS, (person?.contactPoints.length ?? 0) + 1);
  return (
    <>
      <NameFields person={person} />
      <BirthFields person={person} />
      <GenderFields person={person} />
      <LanguageFields person={person} />
      <SelectField
        name="areaId"
        label={t('field.areaId')}
        options={areas}
        emptyLabel={t('people.form.area_unknown')}
        defaultValue={person?.areaId}
      />
      <MayContactFields person={person} />
      {Array.from({ length: contacts }, (_, index) => (
        <ContactFields key={index} index={index} contact={person?.contactPoints[index]} />
      ))}
    </>
  );
}
