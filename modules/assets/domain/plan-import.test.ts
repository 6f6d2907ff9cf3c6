import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { AssetKind } from '../contract/index.ts';
import { areaAt, faultOfPoint, frameOf } from './area-at.ts';
import { planImport, type KnownAsset } from './plan-import.ts';
import type { AssetDraft } from './read-feature.ts';

const aDraft: fc.Arbitrary<AssetDraft> = fc.record({
  key: fc.constantFrom('id:1', 'id:2', 'id:3', 'id:4', 'id:5'),
  kind: fc.constantFrom(...AssetKind.options),
  name: fc.record({ fr: fc.constantFrom('Jardin', 'Place') }),
  description: fc.constant(null),
  longitude: fc.constantFrom(10, 10.1),
  latitude: fc.constant(36),
  areaId: fc.constant(null),
  phone: fc.constant(null),
  email: fc.constant(null),
  website: fc.constant(null),
  showsContact: fc.boolean(),
  tags: fc.constant([]),
});
const someDrafts = fc.uniqueArray(aDraft, { selector: ({ key }) => key });

function known(drafts: AssetDraft[], end: KnownAsset['end'] = null): KnownAsset[] {
  return drafts.map((draft) => ({ assetId: draft.key, draft, end }));
}

test('the same file twice changes nothing', () => {
  fc.assert(
    fc.property(someDrafts, (drafts) => {
      const { added, changed, same, ended } = planImport(drafts, known(drafts), new Set());
      assert.deepEqual([added.length, changed.length, same.length, ended.length], [0, 0, drafts.length, 0]);
    }),
  );
});

test('after an import the source has what its file says, each once', () => {
  fc.assert(
    fc.property(someDrafts, someDrafts, (before, now) => {
      const plan = planImport(now, known(before), new Set());
      const left = new Map(before.map((draft) => [draft.key, draft]));
      for (const { draft } of plan.ended) left.delete(draft.key);
      for (const draft of [...plan.added, ...plan.changed.map((one) => one.draft)]) left.set(draft.key, draft);
      const byKey = (drafts: Iterable<AssetDraft>) => [...drafts].toSorted((a, b) => a.key.localeCompare(b.key));
      assert.equal(JSON.stringify(byKey(left.values())), JSON.stringify(byKey(now)));
    }),
  );
});

test('what staff withdrew stays withdrawn; what had gone from its source comes back; what was refused is not ended', () => {
  const [draft] = fc.sample(aDraft, 1);
  assert.ok(draft !== undefined);
  assert.equal(planImport([draft], known([draft], 'withdrawn'), new Set()).same.length, 1);
  assert.equal(planImport([draft], known([draft], 'gone'), new Set()).changed.length, 1);
  assert.equal(planImport([], known([draft]), new Set([draft.key])).ended.length, 0);
  assert.equal(planImport([], known([draft]), new Set()).ended.length, 1);
});

const SQUARE = {
  areaId: 'town',
  boundary: {
    type: 'Polygon',
    coordinates: [
      [
        [10, 36],
        [11, 36],
        [11, 37],
        [10, 37],
      ],
    ],
  },
};

test('a latitude and a longitude that were exchanged are told from a place that is elsewhere', () => {
  const frame = frameOf([SQUARE]);
  assert.equal(faultOfPoint([10.4, 36.1], frame), null);
  assert.equal(faultOfPoint([36.1, 10.4], frame), 'swapped');
  assert.equal(faultOfPoint([2.35, 48.85], frame), 'outside_region');
  assert.equal(faultOfPoint([10.4, 136.1], frame), 'out_of_range');
  assert.equal(faultOfPoint([2.35, 48.85], null), null);
  assert.equal(faultOfPoint([200, 10], null), 'out_of_range');
});

test('a point is in the area around it, and in none inside a hole', () => {
  assert.equal(areaAt([SQUARE], [10.5, 36.5]), 'town');
  assert.equal(areaAt([SQUARE], [12, 36.5]), null);
  const hole = [
    [10.4, 36.4],
    [10.6, 36.4],
    [10.6, 36.6],
    [10.4, 36.6],
  ];
  const holed = { ...SQUARE, boundary: { type: 'Polygon', coordinates: [...SQUARE.boundary.coordinates, hole] } };
  assert.equal(areaAt([holed], [10.5, 36.5]), null);
});
