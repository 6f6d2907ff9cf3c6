import type { Actor } from '@qantara/kernel';

export type PersonAction = 'read' | 'write' | 'consent';

const NEEDED: Record<PersonAction, string> = { read: 'person:read', write: 'person:write', consent: 'consent:record' };

/**
 * Whether the actor may do this with this record: staff of the organisation that looks after it. A request that came
 * from outside and that nobody has taken yet is open to every navigator, or it would reach no one.
 */
export function mayWithPerson(
  actor: Actor,
  action: PersonAction,
  person: { stewardOrganisationId: string | null },
): boolean {
  if (actor.kind !== 'account' || !actor.permissions.has(NEEDED[action])) return false;
  return person.stewardOrganisationId === null || person.stewardOrganisationId === actor.organisationId;
}
