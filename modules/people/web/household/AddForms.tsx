import {
  Checkbox,
  CommandForm,
  NumberField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextField,
  usePage,
  FormDetails,
} from '@qantara/ui';
import { Gender, type PersonCard } from '../../contract/index.ts';
import { personLabel } from '../words/person-label.ts';
import { MemberFields } from './MemberFields.tsx';

type AreaName = (areaId: string | null) => string | null;

/** Whom the search found, to choose one; those who are in the household already are left out. */
export function FoundMembers({ people, areaName }: { people: PersonCard[]; areaName: AreaName }) {
  const { t, formats } = usePage();
  if (people.length === 0) return <p>{t('people.search.none')}</p>;
  const born = (year: number | null) =>
    year === null ? t('people.card.no_birth') : t('people.card.born', { year: String(year) });
  return (
    <section>
      <h2>{t('people.household.found_title')}</h2>
      <CommandForm id="add" action="?" labels={{ relation: t('people.field.relation') }}>
        <RadioGroup
          name="personId"
          label={t('people.field.member')}
          options={people.map((person) => ({
            value: person.personId,
            label: personLabel(person, areaName(person.areaId), { t, formats }),
            hint: `${born(person.birthYear)} · ${areaName(person.areaId) ?? t('people.card.no_area')}`,
          }))}
          required
        />
        <MemberFields />
        <Checkbox
          name="leavesOthers"
          label={t('people.field.leavesOthers')}
          hint={t('people.household.leaves_others_hint')}
        />
        <SubmitButton intent="add">{t('people.household.add')}</SubmitButton>
      </CommandForm>
    </section>
  );
}

/** Somebody who was looked for and is not there. */
export function NewMemberForm({ name }: { name: string }) {
  const { t } = usePage();
  return (
    <FormDetails className="confirm">
      <summary className="button plain">{t('people.household.new_person')}</summary>
      <section>
        <p>{t('people.household.new_person_text')}</p>
        <CommandForm id="new" action="?" labels={{ relation: t('people.field.relation') }}>
          <TextField
            name="displayName"
            label={t('people.field.displayName')}
            width="medium"
            autoComplete="off"
            defaultValue={name}
            required
          />
          <NumberField name="birthYear" label={t('people.field.birthYear')} />
          <NumberField name="estimatedAge" label={t('people.field.estimatedAge')} />
          <SelectField
            name="gender"
            label={t('people.field.gender')}
            options={Gender.options.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
            emptyLabel={t('people.household.not_said')}
          />
          <MemberFields />
          <SubmitButton intent="new" kind="plain">
            {t('people.household.add_new')}
          </SubmitButton>
        </CommandForm>
      </section>
    </FormDetails>
  );
}
