import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** What is sent to the routes by which texts of public policy are followed; of a text that is not there, what would end it. */
export function ofPolicies(): Record<string, Input> {
  const text = { en: 'x' };
  const words = {
    level: 'local',
    kind: 'by_law',
    title: text,
    body: text,
    changes: text,
    position: 'watching',
    links: [],
  };
  const policyId = newId();
  return {
    'GET /public/policies': {},
    'GET /policies': {},
    'GET /policies/:policyId': { policyId },
    'GET /policy-items': {},
    'POST /policies': { ...words, stage: 'idea', stageOn: '2026-01-01' },
    'POST /policies/:policyId': { ...words, policyId, version: 1 },
    'POST /policies/:policyId/stages': { policyId, version: 1, stage: 'draft', reachedOn: '2026-01-01' },
  };
}
