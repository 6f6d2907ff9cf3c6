/** What another role, or a next version of the same, has more, has no more, and has still. */
export type RoleDifference = { added: string[]; removed: string[]; kept: string[] };

/** Compares two roles permission by permission. */
export function roleDifference(before: Iterable<string>, after: Iterable<string>): RoleDifference {
  const [one, other] = [new Set(before), new Set(after)];
  return {
    added: [...other].filter((permission) => !one.has(permission)),
    removed: [...one].filter((permission) => !other.has(permission)),
    kept: [...one].filter((permission) => other.has(permission)),
  };
}

/** From the widest to the narrowest: a wider scope holds what a narrower one does. */
const NARROWS = ['scope:organisation', 'scope:team', 'scope:self'];

function isNarrower(scope: string, before: ReadonlySet<string>): boolean {
  return NARROWS.some((wide, index) => before.has(wide) && NARROWS.indexOf(scope) >= index);
}

const withScope = (permissions: Iterable<string>): Set<string> => {
  const held = new Set(permissions);
  return [...held].some((permission) => permission.startsWith('scope:')) ? held : held.add('scope:organisation');
};

/**
 * Whether a change only takes away, so that one person is enough: nothing new, and no other records. An area is another matter: it
 * neither holds an organisation's records nor is held by them.
 */
export function onlyTakesAway(before: Iterable<string>, after: Iterable<string>): boolean {
  const had = withScope(before);
  return [...withScope(after)].every((permission) => had.has(permission) || isNarrower(permission, had));
}
