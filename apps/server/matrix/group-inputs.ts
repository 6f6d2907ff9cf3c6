type Input = Record<string, unknown>;
type Groups = Record<
  'personId' | 'partnerId' | 'householdId' | 'householdMembershipId' | 'cohortId' | 'cohortMembershipId',
  string
>;

const TEXT = { en: 'x' };

/** Inputs about households, and about the groups that people join. */
export function ofGroups(ids: Groups): Record<string, Input> {
  const { personId, householdId, cohortId, cohortMembershipId, partnerId } = ids;
  const membershipId = ids.householdMembershipId;
  const cohort = { kind: 'pilot_group', name: TEXT, purpose: TEXT, organisationId: partnerId, startsOn: '2026-01-01' };
  const household = '/households/:householdId';
  const asMember = { householdId, relation: 'relative' };
  return {
    'GET /people/:personId/households': { personId },
    [`GET ${household}`]: { householdId },
    'POST /households': { personId, relation: 'head' },
    [`POST ${household}/members`]: { ...asMember, personId },
    [`POST ${household}/new-members`]: { ...asMember, displayName: 'Someone' },
    [`POST ${household}/members/:membershipId`]: { ...asMember, membershipId },
    [`POST ${household}/leave`]: { householdId, membershipIds: [membershipId], on: '2026-01-01', to: 'elsewhere' },
    'GET /cohorts': {},
    'GET /cohorts/:cohortId': { cohortId },
    'POST /cohorts': cohort,
    'POST /cohorts/:cohortId': { ...cohort, cohortId, version: 99 },
    'GET /cohorts/:cohortId/members': { cohortId },
    'GET /cohorts/:cohortId/proposals': { cohortId },
    'POST /cohorts/:cohortId/members': { cohortId, personId },
    'POST /cohorts/:cohortId/members/:membershipId/leave': { cohortId, membershipId: cohortMembershipId },
    'GET /people/:personId/cohorts': { personId },
  };
}

/** Of these, those about one person's record. */
export const GROUPS_ABOUT_A_PERSON = [
  'GET /people/:personId/households',
  'GET /households/:householdId',
  'POST /households',
  ...['/members', '/new-members', '/members/:membershipId', '/leave'].map(
    (step) => `POST /households/:householdId${step}`,
  ),
  'POST /cohorts/:cohortId/members',
  'POST /cohorts/:cohortId/members/:membershipId/leave',
  'GET /people/:personId/cohorts',
];
