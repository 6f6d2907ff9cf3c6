const PLACES: Record<string, string> = {
  navigator: '/work',
  partner: '/work',
  planner: '/plan/manage',
  inspector: '/work/institutions',
  librarian: '/curation',
  administrator: '/admin/accounts',
};

/** Where a role begins its day; the path is without the language. */
export function placeOfWork(role: string): string {
  return PLACES[role] ?? '/account';
}
