import type { Actor } from '@qantara/kernel';
import type { Standing } from '../db/index.ts';

/** Those who take what comes from outside and that nobody looks after yet. */
export const INTAKE_CIRCLE = '00000000-0000-7000-8000-00000000001e';
/** Those who read who opened whose record, and no record. */
export const OVERSIGHT_CIRCLE = '00000000-0000-7000-8000-00000000003e';

/** Those who may ask by which ways an account comes to a record, and read none. */
export const EXPLAIN_CIRCLE = '00000000-0000-7000-8000-00000000004e';

const OF_PERMISSION: Readonly<Record<string, string>> = {
  'circle:intake': INTAKE_CIRCLE,
  'circle:oversight': OVERSIGHT_CIRCLE,
  'circle:explain': EXPLAIN_CIRCLE,
};

/** The widest that a role reaches within an organisation; one that says nothing has the organisation as its scope. */
function scopeOf({ organisationId, permissions, teamIds, areaId }: Actor): readonly (string | null)[] {
  if (permissions.has('scope:self')) return [];
  if (permissions.has('scope:team')) return teamIds ?? [];
  return [organisationId, ...(permissions.has('scope:territory') ? [areaId ?? null] : [])];
}

/** The circles that somebody belongs to: themselves, what their role's scope adds, and those that it brings. */
export function circlesOf(actor: Actor): string[] {
  const { accountId, personId, permissions } = actor;
  const own = [accountId, personId, ...scopeOf(actor)].filter((one) => one !== null);
  const ofRole = Object.entries(OF_PERMISSION).flatMap(([permission, circle]) =>
    permissions.has(permission) ? [circle] : [],
  );
  return [...own, ...ofRole];
}

/** Permissions that say which rows may be seen, not which routes may be called. */
const OF_ROWS = /^(?:class|field|purpose):/;

/** Which kinds of rows somebody may see of those whom a circle of theirs reaches; what is ordinary needs no permission. */
export function marksOf({ permissions }: Actor): string[] {
  return ['class:ordinary', ...[...permissions].filter((permission) => OF_ROWS.test(permission))];
}

/** In whose name the database answers this actor. */
export function standingOf(actor: Actor): Standing {
  return { role: 'qantara_app', circles: circlesOf(actor), marks: marksOf(actor) };
}
