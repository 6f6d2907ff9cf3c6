import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** Inputs about the partnership's registers. */
function ofPartnership(partnerId: string): Record<string, Input> {
  const [issueId, cooperationId] = [newId(), newId()];
  const cooperation = {
    kind: 'national',
    partner: 'x',
    place: 'x',
    subject: { en: 'x' },
    organisationId: partnerId,
    startsOn: '2026-01-01',
    state: 'running',
  };
  const readiness = '/partnership/readiness';
  return {
    [`GET ${readiness}`]: {},
    [`GET ${readiness}/:organisationId`]: { organisationId: partnerId },
    [`POST ${readiness}/:organisationId`]: {
      organisationId: partnerId,
      dimension: 'staff',
      level: 2,
      evidence: 'x',
      assessedOn: '2026-01-01',
    },
    'GET /partnership/issues': {},
    'GET /partnership/issues/:issueId': { issueId },
    'POST /partnership/issues': {
      kind: 'data',
      title: 'x',
      wording: 'x',
      organisationIds: [partnerId],
      raisedOn: '2026-01-01',
    },
    'POST /partnership/issues/:issueId/words': { issueId, state: 'solved', words: 'x' },
    'GET /partnership/cooperations': {},
    'GET /partnership/cooperations/:cooperationId': { cooperationId },
    'POST /partnership/cooperations': cooperation,
    'POST /partnership/cooperations/:cooperationId': { ...cooperation, cooperationId, version: 1 },
    'GET /partnership/ties': {},
  };
}

/** Inputs about the partnership's bodies: of a body that this organisation has no part in. */
export function ofGovernance({ partnerId }: { partnerId: string }): Record<string, Input> {
  const [bodyId, meetingId, commitmentId] = [newId(), newId(), newId()];
  const text = { en: 'x' };
  const body = 'POST /governance/bodies/:bodyId';
  const meeting = 'POST /governance/meetings/:meetingId';
  const on = '2026-01-01';
  return {
    ...ofPartnership(partnerId),
    'GET /governance/bodies': {},
    'GET /governance/bodies/:bodyId': { bodyId },
    'GET /governance/choices': {},
    'GET /governance/bodies/:bodyId/meetings': { bodyId },
    'GET /governance/meetings/:meetingId': { meetingId },
    'GET /governance/meetings/:meetingId/calendar': { meetingId },
    'GET /governance/calendar/:bodyId/:key': { bodyId, key: 'x' },
    'GET /governance/commitments': {},
    'GET /governance/commitments/:commitmentId': { commitmentId },
    'POST /governance/bodies': { kind: 'table', name: text, purpose: text, organisationId: partnerId },
    [body]: { bodyId, version: 1, kind: 'table', name: text, purpose: text, organisationId: partnerId },
    [`${body}/close`]: { bodyId, version: 1, closedOn: on, reason: 'merged' },
    [`${body}/reopen`]: { bodyId, version: 1, reason: 'it meets again' },
    [`${body}/seats/:seatId`]: { bodyId, seatId: newId(), version: 1, standsFor: 'sector', name: text },
    [`${body}/seats/:seatId/close`]: { bodyId, seatId: newId(), version: 1, closedOn: on, reason: 'merged' },
    [`${body}/seats`]: { bodyId, standsFor: 'sector', name: text },
    [`${body}/holdings`]: {
      bodyId,
      seatIds: [newId()],
      organisationId: partnerId,
      sitterName: 'x',
      sitterFunction: 'x',
      startsOn: on,
    },
    [`${body}/holdings/:holdingId/end`]: { bodyId, holdingId: newId(), lastDay: on },
    [`${body}/feed`]: { bodyId },
    [`${body}/meetings`]: { bodyId, title: text, onDay: on, atTime: '10:00' },
    [`${meeting}/agenda`]: { meetingId, title: text },
    [`${meeting}/cancel`]: { meetingId },
    [`${meeting}/hold`]: { meetingId },
    [`${meeting}/decisions`]: { meetingId, wording: text },
    [`${meeting}/minutes`]: { meetingId, minutes: text, version: 1 },
    [`${meeting}/approve`]: { meetingId, version: 1 },
    [`${meeting}/publish`]: { meetingId },
    'POST /governance/commitments': { bodyId, organisationId: partnerId, wording: text, dueOn: on },
    'POST /governance/commitments/:commitmentId/words': { commitmentId, state: 'running', story: 'x' },
  };
}
