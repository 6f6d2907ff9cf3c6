import { Checkbox, DateField, RadioGroup, usePage } from '@qantara/ui';
import { HouseholdRelation, type HouseholdMember } from '../../contract/index.ts';

type Known = Pick<HouseholdMember, 'relation' | 'startedOn' | 'isHome'>;

/** What somebody is to a household, since when, and whether they live there now. */
export function MemberFields({ member }: { member?: Known }) {
  const { t } = usePage();
  return (
    <>
      <RadioGroup
        name="relation"
        label={t('people.field.relation')}
        options={HouseholdRelation.options.map((value) => ({ value, label: t(`people.relation.${value}`) }))}
        defaultValue={member?.relation}
        inline
        required
      />
      <DateField
        name="startedOn"
        label={t('people.field.startedOn')}
        hint={t('people.household.started_hint')}
        defaultValue={member?.startedOn ?? null}
      />
      <Checkbox
        name="isHome"
        label={t('people.field.isHome')}
        hint={t('people.household.home_hint')}
        defaultChecked={member?.isHome ?? true}
      />
    </>
  );
}
