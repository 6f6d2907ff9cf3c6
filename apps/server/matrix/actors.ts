import { ANYONE, type Actor } from '@qantara/kernel';
import { OF_RESIDENT, permissionsOf, UNCONFIRMED } from '@qantara/identity/domain';
import { RoleTemplate } from '@qantara/identity/contract';

export const ROLES = ['anyone', 'unconfirmed', 'resident', ...RoleTemplate.options] as const;
export type RoleName = (typeof ROLES)[number];

export type Place = { organisationId: string; accountId: string; personId: string };

/** An actor of each role, at one organisation or as one person. */
export function actorAs(role: RoleName, place: Place): Actor {
  const account = {
    ...ANYONE,
    kind: 'account' as const,
    accountId: place.accountId,
    organisationId: place.organisationId,
  };
  if (role === 'anyone') return ANYONE;
  if (role === 'unconfirmed') return { ...account, permissions: new Set(UNCONFIRMED) };
  if (role === 'resident')
    return { ...ANYONE, kind: 'resident', personId: place.personId, role, permissions: new Set(OF_RESIDENT) };
  return { ...account, role, permissions: permissionsOf(role) };
}
