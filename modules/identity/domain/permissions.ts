/** Whose records somebody sees, from the narrowest to the widest. A role without one is taken to be its organisation's. */
export const SCOPES = ['self', 'team', 'organisation', 'territory'] as const;
export type Scope = (typeof SCOPES)[number];

/** Classes of record that not everybody with a person's record may open; an ordinary one needs no mark. */
const CLASSES = ['child_protection', 'violence', 'mediation', 'situation_table', 'restricted'];
const FIELD_GROUPS = ['contact', 'need', 'note'];
const PURPOSES = ['referral', 'follow_up', 'cohort'];

const withFamily = (family: string, names: readonly string[]): string[] => names.map((name) => `${family}:${name}`);

/** What narrows or widens the permissions of routes: families of marks, each with its members. */
export const MARKS = {
  scope: withFamily('scope', SCOPES),
  class: withFamily('class', CLASSES),
  field: withFamily('field', FIELD_GROUPS),
  purpose: withFamily('purpose', PURPOSES),
} as const;
export type MarkFamily = keyof typeof MARKS;

const ALL_MARKS: readonly string[] = Object.values(MARKS).flat();

/** The permissions of routes by area of work, in the order in which a role is told; a circle stands with the work that it is for. */
export const AREAS_OF_WORK = {
  people: [
    'circle:intake',
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
  ],
  referrals: [
    'worklist:read',
    'referral:read',
    'referral:send',
    'referral:cancel',
    'referral:answer',
    'referral:lead',
    'referral:export',
    'shortlist:write',
  ],
  directory: ['directory:curate', 'service:import', 'gap:read'],
  institutions: [
    'institution:read',
    'institution:oversee',
    'institution:register',
    'institution:license',
    'institution:inspect',
    'institution:correct',
  ],
  community: ['asset:read', 'asset:write', 'asset:import'],
  cohorts: ['cohort:read', 'cohort:join', 'cohort:write', 'cohort:measure'],
  forms: ['form:answer', 'form:write', 'sheet:print', 'embed:write'],
  agreements: ['agreement:read', 'agreement:write', 'governance:read', 'governance:write'],
  rules: ['calendar:write', 'deadline:write'],
  plan: [
    'plan:read',
    'indicator:read',
    'indicator:write',
    'indicator:approve',
    'plan:write',
    'policy:read',
    'policy:write',
    'observatory:write',
    'observatory:approve',
    'scorecard:read',
    'scorecard:compare',
  ],
  disclosure: ['disclosure:read', 'disclosure:write', 'disclosure:agree', 'quote:write', 'quote:release'],
  exchange: ['exchange:send', 'ministry:read', 'ministry:write'],
  oversight: [
    'circle:oversight',
    'oversight:read',
    'oversight:decide',
    'oversight:export',
    'oversight:agree',
    'oversight:retain',
    'consent_text:write',
  ],
  accounts: [
    'account:read',
    'account:create',
    'account:disable',
    'account:recover',
    'role:read',
    'role:ask',
    'role:agree',
    'team:write',
    'circle:explain',
    'access:explain',
  ],
  programs: ['fhir:use'],
  notices: ['notice:read', 'notice:configure'],
  own: ['session:read', 'credential:change', 'session:end'],
} as const satisfies Record<string, readonly string[]>;
export type AreaOfWork = keyof typeof AREAS_OF_WORK;

/** The areas of work, in their order. */
export const AREA_NAMES = Object.keys(AREAS_OF_WORK) as AreaOfWork[];

/** What lets somebody into records about people, or lets them act on one. */
export const ON_PEOPLE: readonly string[] = [...AREAS_OF_WORK.people, ...AREAS_OF_WORK.referrals];

/** What may be composed from: what shipped roles add, in the order of the areas, and every mark. */
export function composable(shipped: ReadonlySet<string>): readonly string[] {
  const ofRoutes = Object.values<readonly string[]>(AREAS_OF_WORK).flat();
  return [...ofRoutes.filter((permission) => shipped.has(permission)), ...ALL_MARKS];
}

/** The scope of a role: its organisation where it names none. */
export function scopeOf(permissions: Iterable<string>): Scope {
  const held = new Set(permissions);
  return SCOPES.find((scope) => held.has(`scope:${scope}`)) ?? 'organisation';
}

/** Whoever acts on people does so for an organisation: a referral has two, and neither may be nobody. */
export function needsOrganisation(permissions: Iterable<string>): boolean {
  return [...permissions].some((permission) => ON_PEOPLE.includes(permission));
}

/** Whose scope is a territory has one. */
export function needsArea(permissions: Iterable<string>): boolean {
  return scopeOf(permissions) === 'territory';
}

/** Without one who may do this, a region could give nobody an account any more. */
export const KEEPS_A_REGION = 'account:create';
