import type { AgeInterval, DataCategory, Gender } from '@qantara/people/contract';
import type { Criteria, CriterionAttribute, Fit } from '../contract/index.ts';

/** What is known of somebody, as far as criteria ask; null is what is not known. */
export type Facts = {
  age: AgeInterval | null;
  /** The area where they live and those around it. */
  areaIds: readonly string[];
  languages: readonly string[];
  gender: Gender | null;
  /** The needs found the last time that they were asked; null where they never were. */
  needs: readonly string[] | null;
  /** Of the others in their households; null where no household is noted, or an age in it is not known. */
  agesAtHome: readonly (AgeInterval | null)[] | null;
};

/** What a consent must cover so that these criteria may be asked of somebody's record: who they are, and with a need, what they need. */
export function categoriesOf({ needCodes }: Pick<Criteria, 'needCodes'>): DataCategory[] {
  return needCodes.length === 0 ? ['identity'] : ['identity', 'need'];
}

type Holds = boolean | null;

function agesHold({ ageFrom, ageTo }: Criteria, { age }: Facts): Holds {
  if (ageFrom === null && ageTo === null) return true;
  if (age === null) return null;
  const [from, to] = [ageFrom ?? 0, ageTo ?? Infinity];
  if (from <= age.least && age.most <= to) return true;
  return age.most < from || to < age.least ? false : null;
}

/** One of a list must be among those known; an empty list asks nothing. */
function oneOf(wanted: readonly string[], known: readonly string[] | null): Holds {
  if (wanted.length === 0) return true;
  if (known === null) return null;
  return wanted.some((one) => known.includes(one));
}

const orUnknown = (known: readonly string[]): readonly string[] | null => (known.length === 0 ? null : known);

function childHolds({ childUnder }: Criteria, { agesAtHome }: Facts): Holds {
  if (childUnder === null) return true;
  if (agesAtHome === null) return null;
  if (agesAtHome.some((age) => age !== null && age.most < childUnder)) return true;
  return agesAtHome.some((age) => age === null || age.least < childUnder) ? null : false;
}

/** Each criterion by itself: whether it holds of this person, or null where that is not known. */
export function holdsOf(criteria: Criteria, facts: Facts): Record<CriterionAttribute, Holds> {
  return {
    age: agesHold(criteria, facts),
    area: oneOf(criteria.areaIds, orUnknown(facts.areaIds)),
    language: oneOf(criteria.languages, orUnknown(facts.languages)),
    gender: oneOf(criteria.genders, facts.gender === null ? null : [facts.gender]),
    need: oneOf(criteria.needCodes, facts.needs),
    household: childHolds(criteria, facts),
  };
}

/** Whether somebody fits: all must hold. One that does not is enough for no; what is not known is never guessed. */
export function fitOf(criteria: Criteria, facts: Facts): Fit {
  const all = Object.values(holdsOf(criteria, facts));
  if (all.includes(false)) return 'no';
  return all.includes(null) ? 'unknown' : 'fits';
}
