import { ChildAge, type AgeInterval, type Composition } from '../../contract/index.ts';

/** Of age from this birthday on: the Convention on the Rights of the Child, article 1. */
export const OF_AGE = 18;

const UNTIL: readonly (readonly [ChildAge, number])[] = [
  ['under_3', 3],
  ['from_3_to_5', 6],
  ['from_6_to_12', 13],
  ['from_13_to_17', OF_AGE],
];

/** Whether somebody is a child: yes, no, or null where the birth is not known well enough to say. */
export function isChild(age: AgeInterval | null): boolean | null {
  if (age === null) return null;
  if (age.most < OF_AGE) return true;
  return age.least >= OF_AGE ? false : null;
}

const bandOf = (years: number): ChildAge => UNTIL.find(([, end]) => years < end)?.[0] ?? 'not_known';

function childAge({ least, most }: AgeInterval): ChildAge {
  const band = bandOf(least);
  return band === bandOf(most) ? band : 'not_known';
}

/** How many live there, of age or not, and the children by age: for eligibility. Nobody whose age is not known is guessed at. */
export function compositionOf(ages: readonly (AgeInterval | null)[]): Composition {
  const children = ages.filter((age): age is AgeInterval => isChild(age) === true);
  const bands = children.map(childAge);
  return {
    size: ages.length,
    adults: ages.filter((age) => isChild(age) === false).length,
    children: children.length,
    childrenByAge: ChildAge.options.flatMap((age) => {
      const count = bands.filter((band) => band === age).length;
      return count === 0 ? [] : [{ age, count }];
    }),
    unknown: ages.filter((age) => isChild(age) === null).length,
  };
}
