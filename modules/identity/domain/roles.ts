import type { Role } from '../contract/index.ts';

/** Before the second factor is given, a session can do nothing but give it or end. */
export const UNCONFIRMED: readonly string[] = ['session:confirm', 'session:end'];

const EVERYONE = ['session:end', 'session:read', 'credential:change', 'plan:read', 'indicator:read'];

/** Which rows a role that reads people's records sees of those whom it reaches: all groups of fields, for these purposes. */
const OF_READERS = [
  'scope:organisation',
  'field:contact',
  'field:need',
  'field:note',
  'purpose:referral',
  'purpose:follow_up',
  'purpose:cohort',
  'cohort:read',
];

const OF_ROLE: Record<Role, readonly string[]> = {
  navigator: [
    ...OF_READERS,
    'circle:intake',
    'agreement:read',
    'worklist:read',
    'person:search',
    'person:read',
    'person:write',
    'person:classify',
    'person:break_glass',
    'consent:record',
    'consent:withdraw',
    'screening:read',
    'screening:record',
    'referral:read',
    'referral:send',
    'referral:cancel',
    'shortlist:write',
    'cohort:join',
    'asset:read',
    'asset:write',
  ],
  partner: [
    ...OF_READERS,
    'worklist:read',
    'agreement:read',
    'referral:read',
    'referral:answer',
    'institution:read',
    'institution:correct',
  ],
  planner: [
    'cohort:read',
    'cohort:write',
    'agreement:read',
    'agreement:write',
    'gap:read',
    'plan:write',
    'institution:read',
    'institution:oversee',
    'asset:read',
    'asset:write',
    'asset:import',
  ],
  inspector: [
    'institution:read',
    'institution:oversee',
    'institution:register',
    'institution:license',
    'institution:inspect',
    'institution:correct',
  ],
  librarian: ['service:import', 'directory:curate', 'gap:read'],
  privacy_officer: [
    'circle:oversight',
    'oversight:read',
    'oversight:decide',
    'oversight:export',
    'oversight:agree',
    'oversight:retain',
  ],
  administrator: [
    'cohort:read',
    'cohort:write',
    'agreement:read',
    'agreement:write',
    'account:read',
    'account:create',
    'account:disable',
    'oversight:agree',
    'account:recover',
    'service:import',
    'directory:curate',
    'gap:read',
    'institution:read',
    'institution:oversee',
    'institution:register',
    'asset:read',
    'asset:write',
    'asset:import',
  ],
};

/** What a code opens: one's own request, and the word on whether help came. */
export const OF_RESIDENT: readonly string[] = ['session:end', 'request:follow', 'request:confirm'];

/** Everything that a role may do. The record itself is judged by its module's policy. */
export function permissionsOf(role: Role): ReadonlySet<string> {
  return new Set([...EVERYONE, ...OF_ROLE[role]]);
}

/** Every permission that some role holds; a route that asks for another one could be called by nobody. */
export function knownPermissions(): ReadonlySet<string> {
  return new Set([...UNCONFIRMED, ...OF_RESIDENT, ...EVERYONE, ...Object.values(OF_ROLE).flat()]);
}
