import type { Actor } from '@qantara/kernel';
import type { HouseholdId, HouseholdRelation, PersonId } from '@qantara/people/contract';
import type { SamplePerson } from '../load-people.ts';
import type { Course } from '../load-referrals.ts';
import { seeds } from '../read-seed.ts';

const HOUSEHOLDS = 14;
const DAY = 24 * 3600_000;

type Given = { course: Course; people: SamplePerson[]; navigator: Actor };
type Added = { membershipId: string; personId: PersonId };

/** Somebody new in the household, with the family's name and an age. */
async function addRelative(
  { course, navigator }: Given,
  of: { householdId: HouseholdId; family: string; isArabic: boolean },
  as: { relation: HouseholdRelation; age: number | null },
): Promise<Added> {
  const { told, chance, now } = course;
  const first = chance.pick(seeds.names()[of.isArabic ? 'arabic' : 'latin'].first);
  const { membershipId, personId } = await told.people({ actor: navigator, now }).addPersonToHousehold({
    householdId: of.householdId,
    displayName: `${first} ${of.family}`,
    birthYear: as.age === null ? null : now.getUTCFullYear() - as.age,
    languages: [of.isArabic ? 'ar' : 'fr'],
    relation: as.relation,
    isHome: true,
  });
  return { membershipId, personId };
}

const familyOf = (name: string | null): string => (name ?? '').split(' ').slice(1).join(' ');

/** One household around somebody who was met: a partner, children, now and then a parent or somebody whose age is not known. */
async function loadOne(given: Given, person: SamplePerson) {
  const { told, chance, now } = given.course;
  const people = told.people({ actor: given.navigator, now: new Date(now.getTime() - 20 * DAY) });
  const personId = person.personId as PersonId;
  const { person: known } = await people.getPerson({ personId });
  const { householdId } = await people.startHousehold({ personId, relation: 'head', isHome: true });
  const of = { householdId, family: familyOf(known.displayName), isArabic: person.locale === 'ar' };
  const partner = await addRelative(given, of, {
    relation: 'partner',
    age: chance.isLucky(0.7) ? Math.floor(chance.between(24, 60)) : null,
  });
  const children: Added[] = [];
  for (let count = Number(chance.weigh({ 1: 40, 2: 40, 3: 20 })); count > 0; count -= 1)
    children.push(await addRelative(given, of, { relation: 'child', age: Math.floor(chance.between(1, 17)) }));
  if (chance.isLucky(0.3)) await addRelative(given, of, { relation: 'parent', age: 78 });
  return { householdId, partner, children };
}

/**
 * Households of people who were met. In the first a member's record is protected; from the second one left with a child and without a
 * link; a child of the third lives with somebody of the fourth too.
 */
export async function loadHouseholds(given: Given): Promise<void> {
  const { told, now } = given.course;
  const made = [];
  for (const person of given.people.slice(-HOUSEHOLDS)) made.push(await loadOne(given, person));
  const [first, second, third, fourth] = made;
  const permissions = new Set([...given.navigator.permissions, 'class:violence']);
  const officer = told.people({ actor: { ...given.navigator, permissions }, now });
  const ours = told.people({ actor: given.navigator, now });
  if (first !== undefined)
    await officer.protectPerson({
      personId: first.partner.personId,
      recordClass: 'violence',
      reason: 'Her former husband looks for her',
    });
  const leavers = second === undefined ? [] : [second.partner, ...second.children.slice(0, 1)];
  if (second !== undefined)
    await ours.leaveHousehold({
      householdId: second.householdId,
      membershipIds: leavers.map(({ membershipId }) => membershipId),
      on: now.toISOString().slice(0, 10),
      to: 'own_household',
      keepsLink: false,
    });
  const child = third?.children[0];
  if (child !== undefined && fourth !== undefined)
    await ours.addMember({ householdId: fourth.householdId, personId: child.personId, relation: 'in_care' });
}
