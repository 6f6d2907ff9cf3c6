import { newId } from '@qantara/kernel';

type Input = Record<string, unknown>;

/** What is sent to the routes of one node, of its owner's word, and of what a plan lacks. */
function ofNodes(itemId: string, planId: string): Record<string, Input> {
  const token = 'x'.repeat(43);
  return {
    'GET /public/plan/node': { number: '1.1' },
    'GET /public/plan/late': {},
    'GET /public/plan/who': {},
    'GET /public/plan/changes': {},
    'GET /public/plan/places': {},
    'GET /public/plan/years': {},
    'GET /plan/items/:itemId/details': { itemId },
    'POST /plan/items/:itemId/details': { itemId, version: 1, section: 'logic' },
    'POST /plan/items/:itemId/links': { itemId, locale: 'en' },
    'POST /plan/items/:itemId/links/:linkId/revoke': { itemId, linkId: newId() },
    'GET /plan/my-nodes': {},
    'POST /plan/items/:itemId/news': { itemId, version: 1, progress: 'under_way', storyLocale: 'en' },
    'POST /plan/owner-links/look': { token },
    'POST /plan/owner-links/news': { token, version: 1, progress: 'under_way', storyLocale: 'en' },
    'GET /plan/check': {},
    'GET /plan/items/:itemId/targets/:targetId/reviews': { itemId, targetId: newId() },
    'POST /plan/items/:itemId/targets/:targetId/reviews': {
      itemId,
      targetId: newId(),
      heldOn: '2026-01-01',
      forecast: [{ year: 2026, value: 1 }],
      story: 'x',
      nextSteps: 'x',
      locale: 'en',
    },
    'POST /plans/:planId/check': { planId, code: 'way_of_working', isMet: true },
    'POST /plans/:planId/consultations': { planId, population: 'women', heldOn: '2026-01-01', way: 'meeting' },
    'POST /plans/:planId/consultations/remove': { planId, consultationId: newId() },
  };
}

/** What is sent to the routes by which plans are written; of a plan that is not there, what would end it. */
export function ofPlans(itemId: string): Record<string, Input> {
  const name = { en: 'x' };
  const years = { startsOn: '2026-01-01', endsOn: '2030-01-01' };
  const words = { name, vision: name, reach: 'region', areaId: newId(), ...years };
  const planId = newId();
  const importId = newId();
  const nowhere = { planId, version: 1 };
  const node = { levelCode: 'initiative', number: '9.9', title: name };
  return {
    'GET /public/plan': {},
    ...ofNodes(itemId, planId),
    'GET /plan': {},
    'GET /public/plans': {},
    'GET /plans': {},
    'GET /plan/file': { format: 'json' },
    'GET /public/plan/file': { format: 'json' },
    'GET /plan-imports': {},
    'GET /plan-imports/:importId': { importId },
    'POST /plan-imports': { files: [{ fileName: 'plan.json', content: Buffer.from('{}').toString('base64') }] },
    'POST /plan-imports/:importId/choices': { importId },
    'POST /plan-imports/:importId/write': { importId },
    'POST /plan-imports/:importId/discard': { importId },
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
