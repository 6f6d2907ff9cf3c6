import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withTables, type AnyCtx } from '@qantara/platform';
import { saveLocation, saveService } from '../index.ts';
import { editRecord } from '../records/edit-record.ts';
import { anOrganisation, aService, inSystem, openTestRegion, type Region } from '../testing.ts';
import type { DirectoryTables } from '../tables.gen.ts';

let region: Region;
let organisationId: string;

before(async () => {
  region = await openTestRegion();
  organisationId = await inSystem(region, (ctx) => anOrganisation(ctx, { en: 'Kitchen' }));
});

after(() => region.database.close());

async function rowOf(ctx: AnyCtx, serviceId: string) {
  return withTables<DirectoryTables>(ctx)
    .db.selectFrom('directory.service')
    .select(['may_be_free', 'may_have_access', 'may_be_remote', 'open_week', 'need_codes', 'area_ids'])
    .where('service_id', '=', serviceId)
    .executeTakeFirstOrThrow();
}

/** The half hours that are set, as `weekday:first-last`. */
function halvesOf(week: string): string[] {
  return [...week.matchAll(/1+/g)].map(({ index, 0: run }) => {
    const day = Math.floor(index / 48);
    return `${String(day + 1)}:${String(index % 48)}-${String((index % 48) + run.length - 1)}`;
  });
}

const hoursOf = (weekday: number, opensAt: string, closesAt: string) => ({ weekday, opensAt, closesAt });

test('the row of a service says in which half hours of a week it can be open, past midnight and past Sunday', async () => {
  const hours = [hoursOf(1, '09:15', '12:10'), hoursOf(3, '20:00', '00:00'), hoursOf(7, '22:00', '02:00')];
  const row = await inSystem(region, async (ctx) => rowOf(ctx, await aService(ctx, { organisationId, hours })));
  assert.deepEqual(halvesOf(row.open_week), ['1:0-3', '1:18-24', '3:40-47', '7:44-47']);
});

test('a rule that goes by the day of the month may fall on any weekday', async () => {
  const week = await inSystem(region, async (ctx) => {
    const recordId = await aService(ctx, { organisationId });
    const schedule = [{ id: recordId, freq: 'MONTHLY', bymonthday: '15', opens_at: '10:00', closes_at: '11:00' }];
    await editRecord(ctx, { object: 'service', recordId, fields: {}, parts: { schedule } as never });
    return (await rowOf(ctx, recordId)).open_week;
  });
  assert.deepEqual(halvesOf(week), ['1:20-21', '2:20-21', '3:20-21', '4:20-21', '5:20-21', '6:20-21', '7:20-21']);
});

test('what a service costs, where it serves and what it answers stand in its row as soon as they are written', async () => {
  await inSystem(region, async (ctx) => {
    const { harbour, hills } = region.areas;
    const service = { organisationId, needCodes: ['housing', 'food'], areaIds: [hills, harbour] };
    const recordId = await saveService(ctx, { ...service, name: { en: 'Meals' }, fees: { en: 'Free of charge' } });
    const row = await rowOf(ctx, recordId);
    assert.deepEqual(row.need_codes, ['food', 'housing']);
    assert.deepEqual(row.area_ids, [hills, harbour].toSorted());
    assert.equal(row.may_be_free, true);
    await editRecord(ctx, {
      object: 'service',
      recordId,
      fields: { fees_description: { en: '20 a meal' } },
      parts: {},
    });
    assert.equal((await rowOf(ctx, recordId)).may_be_free, false);
  });
});

test('what is said of a place later reaches the services that are there, and a hidden place says nothing', async () => {
  await inSystem(region, async (ctx) => {
    const hall = { organisationId, name: { en: 'Hall' }, source: 'test', sourceId: 'hall' };
    const locationId = await saveLocation(ctx, hall);
    const serviceId = await aService(ctx, { organisationId, locationIds: [locationId] });
    assert.equal((await rowOf(ctx, serviceId)).may_have_access, false);
    await saveLocation(ctx, { ...hall, accessibility: { en: 'A ramp at the door' } });
    assert.equal((await rowOf(ctx, serviceId)).may_have_access, true);
    await saveLocation(ctx, { ...hall, accessibility: { en: 'A ramp at the door' }, isConfidential: true });
    assert.equal((await rowOf(ctx, serviceId)).may_have_access, false);
  });
});
