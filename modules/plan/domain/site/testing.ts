import type { Item, ItemId } from '../../contract/index.ts';

/** A piece of work that is under way, led and told of, unless it is said otherwise; its number names it. */
export function aNode(change: Partial<Item>): Item {
  const number = change.number ?? '1.1';
  return {
    itemId: `item-${number}` as ItemId,
    parentItemId: null,
    levelCode: 'initiative',
    kind: 'initiative',
    number,
    title: { en: `Work ${number}` },
    description: null,
    frameworkAreas: [],
    lever: null,
    leadOrganisationId: 'organisation',
    leadName: { en: 'Roof' },
    progress: 'under_way',
    shareDone: null,
    reportedAt: '2026-11-01T09:00:00.000Z',
    weight: 1,
    servesItemId: null,
    startsOn: null,
    dueOn: null,
    targets: [],
    rolledUp: { progress: null, coverage: 0 },
    isStale: false,
    version: 1,
    ...change,
  };
}
