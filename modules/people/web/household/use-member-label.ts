import type { Translate } from '@qantara/kernel';
import { usePage } from '@qantara/ui';
import type { AgeInterval, HouseholdMember } from '../../contract/index.ts';
import { personLabel } from '../words/person-label.ts';

/** An age as far as it is known. */
export function ageText(age: AgeInterval | null, t: Translate): string {
  if (age === null) return t('people.household.age_unknown');
  const { least, most } = age;
  return least === most ? t('people.household.age', { age: most }) : t('people.household.age_between', { least, most });
}

/** How a member is called on a page, by name or by what stands for it. */
export function useMemberLabel(): (member: HouseholdMember) => string {
  const { t, formats } = usePage();
  return (member) => personLabel(member, null, { t, formats });
}
