import type { Role } from '../contract/index.ts';
import { RoleTemplate } from '../contract/index.ts';
import { composable } from './permissions.ts';

/** Before the second factor is given, a session can do nothing but give it or end. */
export const UNCONFIRMED: readonly string[] = ['session:confirm', 'session:end'];

/** Before somebody has agreed to a first role, and after one was retired: one's own account, which says so. */
export const OF_NO_ROLE: readonly string[] = ['session:end', 'session:read', 'credential:change'];

/** What everybody at work may do, whatever their role. */
export const EVERYONE: readonly string[] = [
  ...OF_NO_ROLE,
  'plan:read',
  'indicator:read',
  'notice:read',
  'governance:read',
  'policy:read',
];

/** Whose work with people knows no class: all groups of fields, to send people on and to ask afterwards. */
const WITH_PEOPLE = [
  'fhir:use',
  'scope:organisation',
  'field:contact',
  'field:need',
  'field:note',
  'purpose:referral',
  'purpose:follow_up',
  'purpose:cohort',
  'cohort:read',
];

const NAVIGATOR = [
  ...WITH_PEOPLE,
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
  'consent:override',
  'screening:read',
  'screening:record',
  'attachment:read',
  'attachment:write',
  'form:answer',
  'sheet:print',
  'referral:read',
  'referral:send',
  'referral:cancel',
  'referral:lead',
  'referral:export',
  'shortlist:write',
  'cohort:join',
  'asset:read',
  'asset:write',
];

const PARTNER = [
  ...WITH_PEOPLE,
  'worklist:read',
  'agreement:read',
  'referral:read',
  'referral:answer',
  'referral:export',
  'institution:read',
  'institution:correct',
  'scorecard:read',
];

const OF_TEMPLATE: Record<RoleTemplate, readonly string[]> = {
  navigator: NAVIGATOR,
  protection_officer: [...NAVIGATOR, 'class:child_protection', 'class:violence'],
  partner: PARTNER,
  shelter_partner: [...PARTNER, 'class:violence'],
  planner: [
    'fhir:use',
    'form:write',
    'sheet:print',
    'embed:write',
    'cohort:read',
    'cohort:write',
    'cohort:measure',
    'agreement:read',
    'agreement:write',
    'governance:write',
    'gap:read',
    'scorecard:read',
    'scorecard:compare',
    'plan:write',
    'policy:write',
    'observatory:write',
    'observatory:approve',
    'disclosure:read',
    'disclosure:write',
    'quote:write',
    'quote:release',
    'exchange:send',
    'ministry:read',
    'ministry:write',
    'indicator:write',
    'indicator:approve',
    'calendar:write',
    'deadline:write',
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
  librarian: ['fhir:use', 'service:import', 'directory:curate', 'gap:read'],
  privacy_officer: [
    'circle:oversight',
    'circle:explain',
    'access:explain',
    'oversight:read',
    'oversight:decide',
    'oversight:export',
    'oversight:agree',
    'oversight:retain',
    'consent_text:write',
    'disclosure:read',
    'disclosure:agree',
    'quote:write',
    'quote:release',
    'role:read',
    'role:agree',
  ],
  administrator: [
    'exchange:send',
    'ministry:read',
    'ministry:write',
    'disclosure:read',
    'disclosure:agree',
    'notice:configure',
    'form:write',
    'sheet:print',
    'embed:write',
    'cohort:read',
    'cohort:write',
    'cohort:measure',
    'agreement:read',
    'agreement:write',
    'governance:write',
    'account:read',
    'account:create',
    'account:disable',
    'consent_text:write',
    'oversight:agree',
    'circle:explain',
    'access:explain',
    'account:recover',
    'role:read',
    'role:ask',
    'role:agree',
    'team:write',
    'indicator:write',
    'indicator:approve',
    'observatory:write',
    'observatory:approve',
    'calendar:write',
    'deadline:write',
    'service:import',
    'directory:curate',
    'gap:read',
    'scorecard:read',
    'scorecard:compare',
    'institution:read',
    'institution:oversee',
    'institution:register',
    'asset:read',
    'asset:write',
    'asset:import',
  ],
};

/** What a code or a personal account opens: one's own request, and the word on whether help came. */
export const OF_RESIDENT: readonly string[] = ['session:end', 'request:follow', 'request:confirm'];

/** What a shipped role adds to what everybody may do. */
export function ownPermissionsOf(template: RoleTemplate): readonly string[] {
  return OF_TEMPLATE[template];
}

/** Everything that a shipped role may do. The record itself is judged by its module's policy. */
export function permissionsOf(template: RoleTemplate): ReadonlySet<string> {
  return new Set([...EVERYONE, ...OF_TEMPLATE[template]]);
}

const OF_TEMPLATES: ReadonlySet<string> = new Set(Object.values(OF_TEMPLATE).flat());

/** What a composed role may hold: what some shipped role adds, and every mark. */
export const COMPOSABLE: readonly string[] = composable(OF_TEMPLATES);

/** Every permission that some role holds or may be composed to hold; a route that asks for another one could be called by nobody. */
export function knownPermissions(): ReadonlySet<string> {
  return new Set([...UNCONFIRMED, ...OF_RESIDENT, ...EVERYONE, ...COMPOSABLE]);
}

/** A role as it is kept: its permissions are there where it was composed here. */
export type KeptRole = { code: Role; permissions: readonly string[] | null; isRetired: boolean };

/** What a kept role adds to what everybody may do; nothing where this release does not ship it any more. */
export function ownPermissions({ code, permissions }: Omit<KeptRole, 'isRetired'>): readonly string[] {
  if (permissions !== null) return permissions.filter((permission) => COMPOSABLE.includes(permission));
  const template = RoleTemplate.safeParse(code);
  return template.success ? OF_TEMPLATE[template.data] : [];
}

/** Everything that whoever holds a role may do now: without one, and with one that was retired, their own account alone. */
export function permissionsHeld(role: KeptRole | null): ReadonlySet<string> {
  if (role === null || role.isRetired) return new Set(OF_NO_ROLE);
  return new Set([...EVERYONE, ...ownPermissions(role)]);
}
