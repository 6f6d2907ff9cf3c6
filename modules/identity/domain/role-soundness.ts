import { AREAS_OF_WORK, MARKS, ON_PEOPLE } from './permissions.ts';
import { COMPOSABLE } from './roles.ts';

/** Why a role cannot be composed so; each is a refusal with its words. */
export type RoleFault =
  | 'role_without_work'
  | 'role_permission_unknown'
  | 'role_one_scope'
  | 'role_asks_and_agrees'
  | 'role_accounts_and_records'
  | 'role_oversight_and_records'
  | 'role_oversight_and_accounts'
  | 'role_needs_other';

const ASKS_FOR_ROLES = ['role:ask', 'account:create'];
const KEEPS_ACCOUNTS = [...ASKS_FOR_ROLES, 'account:disable', 'account:recover', 'role:agree', 'team:write'];
/** A second word, and the words by which consent is asked for, watch nobody. */
const WATCHES_NOBODY: readonly string[] = ['oversight:agree', 'consent_text:write'];
const WATCHES = AREAS_OF_WORK.oversight.filter((permission) => !WATCHES_NOBODY.includes(permission));
const HANDLES_ACCOUNTS = KEEPS_ACCOUNTS.filter((permission) => permission !== 'role:agree');

/** Separation of duties: nobody holds one of the first together with one of the second. */
const APART: readonly { fault: RoleFault; one: readonly string[]; other: readonly string[] }[] = [
  { fault: 'role_asks_and_agrees', one: ASKS_FOR_ROLES, other: ['role:agree'] },
  { fault: 'role_asks_and_agrees', one: ['oversight:export', 'oversight:retain'], other: ['oversight:agree'] },
  { fault: 'role_accounts_and_records', one: KEEPS_ACCOUNTS, other: ON_PEOPLE },
  { fault: 'role_oversight_and_records', one: AREAS_OF_WORK.oversight, other: ON_PEOPLE },
  { fault: 'role_oversight_and_accounts', one: WATCHES, other: HANDLES_ACCOUNTS },
];

const READS_PEOPLE = ['person:read', 'referral:read'];

type Group = readonly string[];

/** What is of no use, or misleads, without one of each of these groups. */
const NEEDS: Readonly<Record<string, readonly Group[]>> = {
  'person:read': [['person:search', 'worklist:read']],
  'person:write': [['person:read']],
  'person:classify': [['person:read']],
  'person:break_glass': [['person:read']],
  'consent:record': [['person:read']],
  'consent:withdraw': [['person:read']],
  'consent:override': [['person:read']],
  'screening:record': [['screening:read']],
  'attachment:read': [['person:read']],
  'attachment:write': [['attachment:read']],
  'form:answer': [['person:read']],
  'referral:send': [['person:read']],
  'referral:cancel': [['referral:read']],
  'referral:answer': [['referral:read']],
  'referral:lead': [['referral:send'], ['worklist:read']],
  'shortlist:write': [['person:read']],
  'cohort:join': [['person:read'], ['cohort:read']],
  'cohort:write': [['cohort:read']],
  'cohort:measure': [['cohort:read']],
  'access:explain': [['circle:explain']],
  'circle:explain': [['access:explain']],
  'circle:intake': [['screening:read']],
  'circle:oversight': [['oversight:read']],
  'oversight:read': [['circle:oversight']],
  'oversight:decide': [['oversight:read']],
  'oversight:export': [['oversight:read']],
  'account:create': [['account:read'], ['role:read']],
  'account:disable': [['account:read']],
  'account:recover': [['account:read']],
  'team:write': [['account:read']],
  'role:ask': [['account:read'], ['role:read']],
  'role:agree': [['role:read']],
  ...Object.fromEntries([...MARKS.class, ...MARKS.field, ...MARKS.purpose].map((mark) => [mark, [READS_PEOPLE]])),
};

const holdsAny = (held: ReadonlySet<string>, some: readonly string[]): boolean => some.some((one) => held.has(one));

/** A permission that rests on others of which none is held. */
export type MissingNeed = { permission: string; needs: Group };

/** Everything in a role that rests on something that is missing. */
export function missingNeeds(permissions: readonly string[]): MissingNeed[] {
  const held = new Set(permissions);
  return permissions.flatMap((permission) => {
    const unmet = (NEEDS[permission] ?? []).filter((needs) => !holdsAny(held, needs));
    return unmet.map((needs) => ({ permission, needs }));
  });
}

/**
 * What keeps a role from being composed so, in the order in which it is told: duties that must stay apart (who asks does not agree; who
 * keeps accounts reads no records; who watches the openings neither opens records nor keeps accounts), and what would not work.
 */
export function roleFaults(permissions: readonly string[]): RoleFault[] {
  const held = new Set(permissions);
  const marks = new Set(Object.values(MARKS).flat());
  const faults: RoleFault[] = [];
  if (permissions.every((permission) => marks.has(permission))) faults.push('role_without_work');
  if (permissions.some((permission) => !COMPOSABLE.includes(permission))) faults.push('role_permission_unknown');
  if (MARKS.scope.filter((scope) => held.has(scope)).length !== 1) faults.push('role_one_scope');
  for (const { fault, one, other } of APART) if (holdsAny(held, one) && holdsAny(held, other)) faults.push(fault);
  if (missingNeeds(permissions).length > 0) faults.push('role_needs_other');
  return [...new Set(faults)];
}

/** Whether a program may hold a role: whoever gives and watches access is a person. */
export function maySuitProgram(permissions: readonly string[]): boolean {
  const forPeople = [...KEEPS_ACCOUNTS, ...AREAS_OF_WORK.oversight];
  return !permissions.some((permission) => forPeople.includes(permission));
}
