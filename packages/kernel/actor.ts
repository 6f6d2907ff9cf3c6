/** Who is asking. Nobody in particular has no account, no organisation and no permission. */
export type Actor = {
  kind: 'anyone' | 'account' | 'resident';
  accountId: string | null;
  organisationId: string | null;
  /** The one person whose records a resident's code or personal account opens. */
  personId: string | null;
  role: string | null;
  permissions: ReadonlySet<string>;
  /** The teams that they work in, for a role whose scope is the team. */
  teamIds?: readonly string[];
  /** The area that they answer for, for a role whose scope is a territory. */
  areaId?: string | null;
  /** Where somebody acts for an organisation without its account: by a link that it was given, or by its word on the telephone. */
  by?: 'link' | 'telephone';
  /** What a program was granted, in the words of SMART App Launch 2 (`system/Task.rs`); people have none. */
  scopes?: readonly string[];
  /** The session that this request came with; a stranger may have one too, which only ties an answer to its browser. */
  sessionId?: string;
};

export const ANYONE: Actor = {
  kind: 'anyone',
  accountId: null,
  organisationId: null,
  personId: null,
  role: null,
  permissions: new Set(),
};

/** Whether the actor holds the permission that a route declares; `anyone` needs none. */
export function mayUse(actor: Actor, permission: string): boolean {
  return permission === 'anyone' || actor.permissions.has(permission);
}
