import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveService } from '@qantara/directory/server';
import type { NeedGap } from '../../contract/index.ts';
import {
  actorWith,
  aReferral,
  callRoute,
  inSystem,
  openCountedRegion,
  type CountedRegion,
  type NewFact,
} from '../testing.ts';

const READER = actorWith(null, 'gap:read');
const YEAR = { startsOn: '2025-01-01', endsOn: '2026-01-01' };
const IN_MAY = '2025-05-05T09:00:00Z';

let region: CountedRegion;
const sent = (fact: Partial<NewFact>) => aReferral(region, { sentAt: IN_MAY, areaId: region.areas.oldTown, ...fact });

before(async () => {
  region = await openCountedRegion();
  const { harbour, hills } = region.areas;
  await inSystem(region.executor, async (ctx) => {
    const { organisationId } = region;
    const service = { organisationId, name: { en: 'Meals' }, needCodes: ['food'], status: 'active' as const };
    await saveService(ctx, { ...service, areaIds: [harbour], capacity: 'open' });
    await saveService(ctx, { ...service, areaIds: [harbour], capacity: 'full' });
    return true;
  });
  await sent({ status: 'rejected', reasonCode: 'at_capacity' });
  await sent({ status: 'failed', reasonCode: 'not_eligible' });
  await sent({ status: 'cancelled', reasonCode: 'no_answer' });
  await sent({ status: 'requested', dueAt: '2025-05-08T09:00:00Z' });
  await sent({ status: 'on-hold', reasonCode: 'wait_listed' });
  await sent({ status: 'completed' });
  await sent({ status: 'cancelled', reasonCode: 'no_longer_needed' });
  await sent({ status: 'rejected', reasonCode: 'at_capacity', areaId: hills });
  await sent({ status: 'rejected', reasonCode: 'at_capacity', sentAt: '2025-12-31T23:30:00Z' });
  await region.database.pool.query({
    text: `insert into directory.search_gap (week, need_code, area_id, filters, words, searches) values ('2025-05-05', 'food', $1, '{}', '', 4)`,
    values: [region.areas.oldTown],
  });
});
after(() => region.database.close());

async function gaps(more: object = {}): Promise<NeedGap[]> {
  const answer = await callRoute<{ gaps: NeedGap[] }>(region, 'GET /need-gaps', {
    input: { ...YEAR, ...more },
    actor: READER,
  });
  assert.equal(answer.code, null);
  return answer.value?.gaps ?? [];
}

test('what was needed and not got is counted by its reason, where the person lived; help, and a change of mind, are no gap', async () => {
  const found = (await gaps()).find(({ areaId }) => areaId === region.areas.oldTown);
  assert.deepEqual(found?.unmet, { noRoom: 1, notForThem: 1, noAnswer: 2, waiting: 1, searches: 4 });
  assert.deepEqual([found?.sent, found?.unmetTotal], [7, 9]);
});

test('a service that serves a town counts in its neighbourhoods, by what it says of its room', async () => {
  const found = (await gaps()).find(({ areaId }) => areaId === region.areas.oldTown);
  assert.deepEqual(found?.supply, { services: 2, open: 1, waitingList: 0, full: 1, unknown: 0 });
  const hills = (await gaps()).find(({ areaId }) => areaId === region.areas.hills);
  assert.equal(hills?.supply.services, 0);
});

test('a town is asked for with all in it, and a period is the region’s own days', async () => {
  assert.deepEqual(
    (await gaps({ areaId: region.areas.harbour })).map(({ areaId }) => areaId),
    [region.areas.oldTown],
  );
  assert.deepEqual(await gaps({ needCode: 'housing' }), []);
  assert.deepEqual(await gaps({ startsOn: '2024-01-01', endsOn: '2025-01-01' }), []);
});

test('whoever may not read gaps is not answered', async () => {
  const answer = await callRoute(region, 'GET /need-gaps', { input: YEAR, actor: actorWith(null, 'indicator:read') });
  assert.equal(answer.code, 'not_allowed');
});
