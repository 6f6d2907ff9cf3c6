import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** What is sent to the routes of the observatory; of a report that is not there, what would change it. */
export function ofObservatory(): Record<string, Input> {
  const step = { reportId: newId(), version: 1 };
  return {
    'GET /public/observatory': {},
    'GET /public/observatory/:templateCode/:period': { templateCode: 'access', period: '2024' },
    'GET /observatory': {},
    'GET /observatory/:reportId': { reportId: step.reportId },
    'POST /observatory': { templateCode: 'access', period: '2024' },
    'POST /observatory/:reportId/gather': step,
    'POST /observatory/:reportId/words': { ...step, section: 'known', words: { en: 'x' } },
    'POST /observatory/:reportId/approve': step,
    'POST /observatory/:reportId/publish': step,
    'POST /observatory/:reportId/editions': { reportId: step.reportId, reason: { en: 'it was wrong' } },
    'POST /observatory/:reportId/reason': { ...step, reason: { en: 'it was wrong' } },
    'POST /observatory/:reportId/discard': step,
  };
}
