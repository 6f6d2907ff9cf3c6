import { newId } from '@qantara/kernel';

const OF_REQUEST = { requestId: newId() };
const OF_TEAM = { teamId: newId() };
const OF_MEMBER = { ...OF_TEAM, accountId: newId() };
const reason = 'begins on Monday';

const ROLE = {
  name: { en: 'Reader of gaps' },
  description: { en: 'Reads what nobody offers' },
  permissions: ['scope:organisation', 'gap:read'],
  reason,
};

/** Roles, who asks for them and who agrees, and teams. */
export function ofRoles(organisationId: string): Record<string, Record<string, unknown>> {
  return {
    'GET /roles': {},
    'GET /roles/:role': { role: 'navigator' },
    'POST /roles': { ...ROLE, template: 'librarian' },
    'POST /roles/:role': { ...ROLE, role: 'navigator', version: 1 },
    'POST /roles/:role/retire': { role: 'navigator' },
    'POST /accounts/:accountId/role': { accountId: newId(), role: 'planner', reason },
    'GET /role-requests': {},
    'GET /role-requests/waiting': {},
    'POST /role-requests/:requestId/agree': OF_REQUEST,
    'POST /role-requests/:requestId/refuse': { ...OF_REQUEST, note: 'not needed' },
    'POST /role-requests/:requestId/withdraw': OF_REQUEST,
    'GET /teams': {},
    'GET /teams/:teamId': OF_TEAM,
    'POST /teams': { organisationId, name: { en: 'Night' } },
    'POST /teams/:teamId': { ...OF_TEAM, name: { en: 'Day' } },
    'POST /teams/:teamId/members': OF_MEMBER,
    'POST /teams/:teamId/members/:accountId/remove': OF_MEMBER,
    'POST /teams/:teamId/close': OF_TEAM,
  };
}
