import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { withTables } from '@qantara/platform';
import type { FoundServices, Service, ServiceId } from '../../contract/index.ts';
import { letterPairsOf } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { anOrganisation, aService, callRoute, inSystem, openTestRegion, type Region } from '../testing.ts';

let region: Region;
const ids: Record<string, ServiceId> = {};

before(async () => {
  region = await openTestRegion();
  await inSystem(region, async (ctx) => {
    const hope = await anOrganisation(ctx, { ar: 'جمعية الأمل' });
    const hospital = await anOrganisation(ctx, { fr: 'Hôpital Ibn Sina' });
    ids['meals'] = (await aService(ctx, {
      organisationId: hope,
      name: { ar: 'وجبات ساخنة للأسر', fr: 'Repas chauds' },
      needCodes: ['food'],
      capacity: 'open',
      capacityAt: new Date(),
      assuredAt: new Date(),
    })) as ServiceId;
    ids['care'] = (await aService(ctx, {
      organisationId: hospital,
      name: { fr: 'Consultations gratuites' },
      description: { fr: 'Une infirmière vous reçoit sans rendez-vous.' },
      needCodes: ['disability'],
      areaIds: [region.areas.harbour],
    })) as ServiceId;
    ids['twin'] = (await aService(ctx, {
      organisationId: hospital,
      name: { fr: 'Consultations jumelles' },
      needCodes: ['disability'],
    })) as ServiceId;
    const { db } = withTables<DirectoryTables>(ctx);
    await db
      .updateTable('directory.service')
      .set({ merged_into: ids['care'] })
      .where('service_id', '=', ids['twin'] ?? '')
      .execute();
  });
});
after(() => region.database.close());

async function search(input: Record<string, string>): Promise<FoundServices> {
  const { value, code } = await callRoute(region, 'GET /services', { input });
  assert.equal(code, null);
  return value as FoundServices;
}

const found = async (input: Record<string, string>) => (await search(input)).items.map(({ serviceId }) => serviceId);
const because = async (input: Record<string, string>) => (await search(input)).items[0]?.because ?? [];

test('an organisation is found by its name in the other script, however that is spelt', async () => {
  for (const words of ['الأمل', 'الامل', 'Amal', 'El Amal', 'Al-Amal', 'AMEL', 'association amal repas'])
    assert.ok((await found({ words })).includes(ids['meals'] as ServiceId), words);
  for (const words of ['ابن سينا', 'إبن سينا', 'Ibn Sina', 'hopital ibn sina'])
    assert.ok((await found({ words })).includes(ids['care'] as ServiceId), words);
});

test('a mistyped word of every script is read as what was meant, and the answer says so in words that people write', async () => {
  const french = await search({ words: 'infirmirèe' });
  assert.equal(french.reading, 'corrected');
  assert.equal(french.correctedWords, 'infirmière');
  const arabic = await search({ words: 'ساخبة' });
  assert.equal(arabic.reading, 'corrected');
  assert.equal(arabic.correctedWords, 'ساخنة');
  assert.deepEqual(
    arabic.items.map(({ serviceId }) => serviceId),
    [ids['meals']],
  );
});

test('each service says why it is there', async () => {
  assert.deepEqual(await because({ words: 'repas' }), ['name', 'room', 'checked']);
  assert.deepEqual(await because({ words: 'amal' }), ['organisation_sound', 'room', 'checked']);
  assert.deepEqual(await because({ words: 'infirmière' }), ['text']);
  assert.deepEqual(await because({ words: 'infirmirèe' }), ['text', 'corrected']);
  assert.deepEqual(await because({ words: 'infirmière qqxxz piscine' }), ['text', 'some_words']);
  assert.deepEqual(await because({ needCode: 'disability', areaId: region.areas.harbour }), ['need', 'area']);
  assert.deepEqual(await because({ needCode: 'food', areaId: region.areas.hills }), [
    'need',
    'region',
    'room',
    'checked',
  ]);
});

test('a record that was merged into another is never found, and its address shows the other', async () => {
  assert.deepEqual(await found({ words: 'consultations' }), [ids['care']]);
  assert.deepEqual(await found({ words: 'jumelles', needCode: 'disability' }), []);
  const { value } = await callRoute(region, 'GET /services/:serviceId', { input: { serviceId: ids['twin'] } });
  assert.equal((value as Service).serviceId, ids['care']);
});

test('a page beyond the last says how many there are, and is no search that found nothing', async () => {
  const beyond = await search({ needCode: 'food', page: '9' });
  assert.deepEqual([beyond.items.length, beyond.total, beyond.wider.length], [0, 1, 0]);
});

test('the database cuts words into letters side by side as the rule does', async () => {
  for (const word of ['food', 'مساعد', 'a', 'aaaa', 'épi']) {
    const { rows } = await region.database.pool.query<{ pairs: string[] }>(
      'select directory.letter_pairs($1) as pairs',
      [word],
    );
    assert.deepEqual(rows[0]?.pairs.toSorted(), letterPairsOf(word).toSorted());
  }
});
