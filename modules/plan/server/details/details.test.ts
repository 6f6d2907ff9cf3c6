import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inSystem, openCountedRegion, type CountedRegion } from '@qantara/indicators/testing';
import { withTables } from '@qantara/platform';
import { ItemDetails } from '../../contract/index.ts';
import { bareDetails } from '../../domain/index.ts';
import { planModule, readItemDetails, saveItem, savePlan, writeItemDetails } from '../index.ts';
import type { PlanTables } from '../tables.gen.ts';

let region: CountedRegion;

before(async () => {
  region = await openCountedRegion([planModule]);
});
after(() => region.database.close());

test('what a node says is read as it was written, and written whole', async () => {
  await inSystem(region.executor, async (ctx) => {
    const facts = { name: { en: 'Plan' }, vision: { en: 'Well' }, startsOn: '2026-01-01', endsOn: '2030-01-01' };
    const planId = await savePlan(ctx, { ...facts, isPublic: true, areaId: region.areas.region });
    const bare = { parentItemId: null, description: null, frameworkAreas: [], lever: null, leadOrganisationId: null };
    const dates = { progress: null, startsOn: null, dueOn: null };
    const node = { ...bare, ...dates, planId, levelCode: 'initiative', title: { en: 'Node' } };
    const itemId = await saveItem(ctx, { ...node, number: '1' });
    const otherId = await saveItem(ctx, { ...node, number: '2' });
    const details = ItemDetails.parse({
      populations: ['women'],
      areaIds: [region.areas.harbour],
      factors: ['risk_poverty', 'protective_work'],
      partners: [{ organisationId: region.organisationId, promise: { en: 'Two rooms' } }, { state: 'open' }],
      milestones: [
        { dueOn: '2026-05-01', words: { en: 'Keys' }, doneOn: '' },
        { dueOn: '', words: { en: '' } },
      ],
      budget: [{ words: { en: 'Rent' }, source: 'donor', currency: 'MAD', planned: '1000', spent: '' }],
      evidence: [{ words: { en: 'A study' }, kind: 'study', link: 'https://example.org/a' }],
      logic: { inputs: [{ en: 'Rooms' }, { en: '' }] },
    });
    assert.equal(details.partners.length, 1);
    assert.equal(details.milestones.length, 1);
    assert.deepEqual(details.logic.inputs, [{ en: 'Rooms' }]);
    await writeItemDetails(ctx, itemId, details);
    const { db } = withTables<PlanTables>(ctx);
    const read = await readItemDetails(db, [itemId, otherId]);
    assert.deepEqual(read.get(itemId), details);
    assert.deepEqual(read.get(otherId), bareDetails());
    await writeItemDetails(ctx, itemId, bareDetails());
    assert.deepEqual((await readItemDetails(db, [itemId])).get(itemId), bareDetails());
  });
});

test('an address that is not https is refused', () => {
  const given = { evidence: [{ words: { en: 'A' }, kind: 'study', link: 'javascript:alert(1)' }] };
  assert.equal(ItemDetails.safeParse(given).success, false);
});
