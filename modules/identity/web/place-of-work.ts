import { Role } from '../contract/index.ts';

/** Every role has one: a new role without a place to begin does not compile. */
const PLACES: Record<Role, string> = {
  navigator: '/work',
  partner: '/work',
  planner: '/plan/manage',
  inspector: '/work/institutions',
  librarian: '/curation',
  privacy_officer: '/oversight',
  administrator: '/admin/accounts',
};

/** Where a role begins its day; the path is without the language. Who has not given the second factor has none yet. */
export function placeOfWork(role: string): string {
  const known = Role.safeParse(role);
  return known.success ? PLACES[known.data] : '/account';
}
