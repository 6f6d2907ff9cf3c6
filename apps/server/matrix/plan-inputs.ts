import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** What is sent to the routes by which plans are written; of a plan that is not there, what would end it. */
export function ofPlans(itemId: string): Record<string, Input> {
  const name = { en: 'x' };
  const years = { startsOn: '2026-01-01', endsOn: '2030-01-01' };
  const words = { name, vision: name, reach: 'region', areaId: newId(), ...years };
  const planId = newId();
  const nowhere = { planId, version: 1 };
  const node = { levelCode: 'initiative', number: '9.9', title: name };
  return {
    'GET /public/plan': {},
    'GET /plan': {},
    'GET /public/plans': {},
    'GET /plans': {},
    'POST /plan/items/:itemId/progress': { itemId, version: 1, progress: 'under_way' },
    'POST /plans': { ...words, template: 'priorities' },
    'POST /plans/:planId': { ...words, ...nowhere },
    'POST /plans/:planId/publish': nowhere,
    'POST /plans/:planId/adopt': { ...nowhere, adoptedOn: '2026-01-01', resolution: '1' },
    'POST /plans/:planId/archive': nowhere,
    'POST /plans/:planId/next': { ...nowhere, ...years },
    'POST /plans/:planId/levels': { ...nowhere, code: 'pillar', rank: 1, kind: 'priority', name },
    'POST /plans/:planId/levels/remove': { ...nowhere, code: 'pillar' },
    'POST /plans/:planId/items': { ...node, planId },
    'POST /plan/items/:itemId': { ...node, itemId, version: 1 },
    'POST /plan/items/:itemId/remove': { itemId: newId(), version: 1 },
    'POST /plan/items/:itemId/targets': {
      itemId,
      version: 1,
      indicatorCode: 'x',
      targetKind: 'absolute',
      target: 1,
      dueOn: '2029-01-01',
    },
    'POST /plan/items/:itemId/targets/remove': { itemId, version: 1, targetId: newId() },
  };
}
