import type { Actor } from '@qantara/kernel';
import type { Standing } from '../db/index.ts';

/** Those who take what comes from outside and that nobody looks after yet. */
export const INTAKE_CIRCLE = '00000000-0000-7000-8000-00000000001e';
/** Those who may know of everybody in the region. */
export const REGION_CIRCLE = '00000000-0000-7000-8000-00000000002e';

const OF_PERMISSION: Readonly<Record<string, string>> = {
  'circle:intake': INTAKE_CIRCLE,
  'circle:region': REGION_CIRCLE,
};

/** The circles that somebody belongs to: themselves, their organisation, and those that their role brings. */
export function circlesOf({ accountId, organisationId, personId, permissions }: Actor): string[] {
  const own = [accountId, organisationId, personId].filter((one) => one !== null);
  const ofRole = Object.entries(OF_PERMISSION).flatMap(([permission, circle]) =>
    permissions.has(permission) ? [circle] : [],
  );
  return [...own, ...ofRole];
}

/** In whose name the database answers this actor. */
export function standingOf(actor: Actor): Standing {
  return { role: 'qantara_app', circles: circlesOf(actor) };
}
