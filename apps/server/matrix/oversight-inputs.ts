import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** Inputs of what a privacy officer reads and decides. */
export function ofOversight({ personId, glassId }: Record<'personId' | 'glassId', string>): Record<string, Input> {
  const [assentId, findingId] = [newId(), newId()];
  const reason = 'asked by the person';
  return {
    'GET /oversight/openings': {},
    'POST /oversight/people': { name: 'ours' },
    'GET /oversight/accounts': {},
    'GET /oversight/accounts/:accountId': { accountId: newId() },
    'GET /oversight/accounts/:accountId/access': { accountId: newId(), personId },
    'GET /oversight/access': {},
    'GET /oversight/emergencies': {},
    'POST /oversight/emergencies/:glassId/review': { glassId, verdict: 'justified', note: 'x' },
    'GET /oversight/checkpoints': {},
    'GET /oversight/consents': {},
    'GET /oversight/findings': {},
    'GET /oversight/findings/:findingId': { findingId },
    'POST /oversight/findings/:findingId/decide': { findingId, version: 1, decision: 'fine' },
    'GET /oversight/exports': {},
    'POST /oversight/exports': { reason },
    'POST /oversight/exports/:assentId/answer': { assentId, agrees: true },
    'POST /oversight/exports/:assentId/fetch': { assentId },
    'GET /oversight/retention': {},
    'POST /oversight/retention/trial': {},
    'POST /oversight/retention/ask': { reason },
    'POST /oversight/retention/:assentId/answer': { assentId, agrees: true },
    'POST /oversight/retention/:assentId/begin': { assentId },
    'POST /oversight/holds': { personId, reason },
    'POST /oversight/holds/:holdId/lift': { holdId: newId() },
  };
}
