/** Where the day begins, by the first of these that somebody may do: so that a composed role has a place too. */
const PLACES: readonly { may: string; path: string }[] = [
  { may: 'worklist:read', path: '/work' },
  { may: 'account:read', path: '/admin/accounts' },
  { may: 'oversight:read', path: '/oversight' },
  { may: 'role:agree', path: '/role-requests' },
  { may: 'plan:write', path: '/plan/manage' },
  { may: 'institution:inspect', path: '/work/institutions' },
  { may: 'directory:curate', path: '/curation' },
  { may: 'institution:read', path: '/work/institutions' },
  { may: 'asset:read', path: '/work/assets' },
  { may: 'agreement:read', path: '/work/agreements' },
];

/** Where somebody with these permissions begins their day, without the language; who has none of this begins with their own account. */
export function placeOfWork(permissions: readonly string[]): string {
  return PLACES.find(({ may }) => permissions.includes(may))?.path ?? '/account';
}
