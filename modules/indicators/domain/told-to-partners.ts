import type { Actor } from '@qantara/kernel';
import type { Recipe } from '../contract/index.ts';

/** Whoever answers for a partner and does not compare partners: they know the people behind their own figures by name. */
export function isPartner({ permissions }: Pick<Actor, 'permissions'>): boolean {
  return permissions.has('referral:answer') && !permissions.has('scorecard:compare');
}

/**
 * What people say of the help is told to a partner of many at once and never of a few: a mark beside one referral would name who
 * gave it. A whole year, no filter, suppressed, and no record behind it.
 */
export function isWordOfPeople(recipe: Recipe | null): boolean {
  return recipe === 'good_help_rate';
}
