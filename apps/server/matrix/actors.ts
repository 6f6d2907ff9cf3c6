import { ANYONE, type Actor } from '@qantara/kernel';
import { OF_NO_ROLE, OF_RESIDENT, permissionsHeld, permissionsOf, UNCONFIRMED } from '@qantara/identity/domain';
import { RoleTemplate } from '@qantara/identity/contract';

/** One that a region composed: it reads people of its team and notes what they need, and sends nobody anywhere. */
const COMPOSED = {
  code: 'reception_helper',
  permissions: [
    'scope:team',
    'field:need',
    'circle:intake',
    'worklist:read',
    'person:search',
    'person:read',
    'screening:read',
    'screening:record',
  ],
  isRetired: false,
};

export const ROLES = [
  'anyone',
  'unconfirmed',
  'waiting',
  'resident',
  ...RoleTemplate.options,
  'reception_helper',
] as const;
export type RoleName = (typeof ROLES)[number];

export type Place = { organisationId: string; accountId: string; personId: string; teamId?: string };

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
  if (role === 'waiting') return { ...account, permissions: new Set(OF_NO_ROLE) };
  const teamIds = place.teamId === undefined ? [] : [place.teamId];
  if (role === 'reception_helper') return { ...account, role, teamIds, permissions: permissionsHeld(COMPOSED) };
  return { ...account, role, permissions: permissionsOf(role) };
}
