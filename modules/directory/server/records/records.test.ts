import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Content, HomeObject } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { anOrganisation, inSystem, openTestRegion, type Region } from '../testing.ts';
import { listConflicts } from './conflict-store.ts';
import { decideConflict, rankSources } from './decide-conflict.ts';
import { editRecord } from './edit-record.ts';
import { mergeRecords, undoMerge } from './merge-records.ts';
import { loadRecords } from './record-view.ts';
import { endRecords, previewRecords, resolveRecordIds, stateRecords } from './state-records.ts';

let region: Region;
let organisationId: string;

before(async () => {
  region = await openTestRegion();
  organisationId = await inSystem(region, (ctx) => anOrganisation(ctx, { en: 'Kitchen' }));
});

after(() => region.database.close());

const work = <T>(run: (ctx: AnyCtx) => Promise<T>): Promise<T> => inSystem(region, run);

async function say(source: string, sourceRecordId: string, said: Content & { object?: HomeObject }) {
  const { object = 'service', ...content } = said;
  return work(async (ctx) => {
    const ids = await resolveRecordIds(ctx, { source, object, sourceRecordIds: [sourceRecordId] });
    const recordId = ids.get(sourceRecordId) ?? '';
    const stated = await stateRecords(ctx, source, [{ object, sourceRecordId, recordId, content, isEdit: false }]);
    return { recordId, stated };
  });
}

function aServiceNamed(name: LocalizedText, more: Record<string, unknown> = {}): Content {
  return { fields: { organization_id: organisationId, name, status: 'active', ...more }, parts: {} };
}

async function read(recordId: string) {
  const records = await work((ctx) => loadRecords(ctx, 'service', [recordId]));
  return records.get(recordId)?.fields;
}

test('the source that comes first counts field by field, and what only another says is kept', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Soup' }));
  await say('second', id, aServiceNamed({ en: 'Broth', fr: 'Soupe' }, { url: 'https://example.org' }));
  const fields = await read(id);
  assert.deepEqual(fields?.name, { en: 'Soup', fr: 'Soupe' });
  assert.equal(fields?.url, 'https://example.org');
});

test('where sources contradict one another a person sees it, decides, and the word holds when they say it again', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Beds' }));
  await say('second', id, aServiceNamed({ en: 'Twelve beds' }));
  const conflicts = await work((ctx) => listConflicts(withTables<DirectoryTables>(ctx).db, { page: 1, perPage: 50 }));
  const own = conflicts.filter((one) => one.record_id === id);
  assert.deepEqual(
    own.map(({ field, said }) => [field, said.map(({ source }) => source)]),
    [['name.en', ['first', 'second']]],
  );
  await work((ctx) => decideConflict(ctx, { recordId: id, field: 'name.en', source: 'second' }));
  assert.equal((await read(id))?.name?.en, 'Twelve beds');
  await say('first', id, aServiceNamed({ en: 'Ten beds' }));
  assert.equal((await read(id))?.name?.en, 'Twelve beds');
});

test('when the order of sources changes, records read by the new order', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Old' }));
  await say('second', id, aServiceNamed({ en: 'New' }));
  await work((ctx) => rankSources(ctx, ['second', 'first']));
  assert.equal((await read(id))?.name?.en, 'New');
  await work((ctx) => rankSources(ctx, ['first', 'second']));
  assert.equal((await read(id))?.name?.en, 'Old');
  await assert.rejects(
    work((ctx) => rankSources(ctx, ['first'])),
    { code: 'source_not_found' },
  );
});

test('what is said here holds against every source, and taken back lets the source be heard', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Wrong' }, { email: 'old@example.org' }));
  await work((ctx) => editRecord(ctx, { object: 'service', recordId: id, fields: { name: { en: 'Right' } } }));
  await say('first', id, aServiceNamed({ en: 'Wrong again' }, { email: 'new@example.org' }));
  assert.deepEqual([(await read(id))?.name?.en, (await read(id))?.email], ['Right', 'new@example.org']);
  await work((ctx) => editRecord(ctx, { object: 'service', recordId: id, fields: { name: null } }));
  assert.equal((await read(id))?.name?.en, 'Wrong again');
});

test('a text that is emptied here stays empty, whatever its source says, until that is taken back', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Meals', fr: 'Repas' }, { url: 'https://example.org' }));
  const emptied = { name: { fr: '' }, url: '' };
  await work((ctx) => editRecord(ctx, { object: 'service', recordId: id, fields: emptied }));
  assert.deepEqual([(await read(id))?.name, (await read(id))?.url], [{ en: 'Meals' }, undefined]);
  await say('first', id, aServiceNamed({ en: 'Meals', fr: 'Repas chauds' }, { url: 'https://example.com' }));
  assert.deepEqual([(await read(id))?.name, (await read(id))?.url], [{ en: 'Meals' }, undefined]);
  await work((ctx) => editRecord(ctx, { object: 'service', recordId: id, fields: { name: null, url: null } }));
  assert.deepEqual((await read(id))?.name, { en: 'Meals', fr: 'Repas chauds' });
});

test('the same again changes nothing, not even when it was last changed', async () => {
  const id = newId();
  const content = aServiceNamed({ en: 'Same' }, { last_modified: '2026-01-01T00:00:00Z' });
  await say('first', id, content);
  const modified = (await read(id))?.last_modified;
  const again = { ...content, fields: { ...content.fields, last_modified: '2026-05-01T00:00:00Z' } };
  const { stated } = await say('first', id, again);
  assert.deepEqual([stated.rebuilt.length, stated.unchanged], [0, 1]);
  assert.equal((await read(id))?.last_modified, modified);
});

test('a preview says what would change, and changes nothing', async () => {
  const id = newId();
  await say('first', id, aServiceNamed({ en: 'Before' }));
  const said = {
    object: 'service' as const,
    sourceRecordId: id,
    recordId: id,
    content: aServiceNamed({ en: 'After' }),
    isEdit: false,
  };
  const { rebuilt } = await work((ctx) => previewRecords(ctx, 'first', [said]));
  assert.deepEqual(
    rebuilt.flatMap(({ changes }) => changes.map(({ field, before: was, after: is }) => [field, was, is])),
    [['name', { en: 'Before' }, { en: 'After' }]],
  );
  assert.equal((await read(id))?.name?.en, 'Before');
});

test('a record ends when no source speaks of it any more, not before', async () => {
  const id = newId();
  await say('ending-one', id, aServiceNamed({ en: 'Ends' }));
  await say('ending-two', id, aServiceNamed({ en: 'Ends' }));
  await work((ctx) => endRecords(ctx, { source: 'ending-one', object: 'service', spokenOf: [] }));
  assert.equal((await read(id))?.status, 'active');
  await work((ctx) => endRecords(ctx, { source: 'ending-two', object: 'service', spokenOf: [] }));
  assert.equal((await read(id))?.status, 'inactive');
  await say('ending-one', id, aServiceNamed({ en: 'Ends' }));
  assert.equal((await read(id))?.status, 'active');
});

test('two services found to be one read as one, and as two again when that is undone', async () => {
  const [kept, gone] = [newId(), newId()];
  await say('first', kept, aServiceNamed({ en: 'Night shelter' }));
  await say('second', gone, aServiceNamed({ en: 'The night shelter', ar: 'المأوى الليلي' }));
  const mergeId = await work((ctx) => mergeRecords(ctx, { object: 'service', fromId: gone, intoId: kept }));
  assert.deepEqual((await read(kept))?.name, { en: 'Night shelter', ar: 'المأوى الليلي' });
  assert.equal((await read(gone))?.status, 'inactive');
  // What is said of the one that went counts for the one that stayed.
  await say('second', gone, aServiceNamed({ en: 'The night shelter', ar: 'مأوى الليل' }));
  assert.equal((await read(kept))?.name?.ar, 'مأوى الليل');
  await work((ctx) => undoMerge(ctx, mergeId));
  assert.deepEqual((await read(kept))?.name, { en: 'Night shelter' });
  assert.deepEqual(
    [(await read(gone))?.name, (await read(gone))?.status],
    [{ en: 'The night shelter', ar: 'مأوى الليل' }, 'active'],
  );
  await assert.rejects(
    work((ctx) => undoMerge(ctx, mergeId)),
    { code: 'merge_not_found' },
  );
});

test('two organisations found to be one have all their services under the one that stays', async () => {
  const [kept, gone] = [newId(), newId()];
  await say('first', kept, { fields: { name: { en: 'Al Amal' } }, parts: {}, object: 'organization' });
  await say('second', gone, { fields: { name: { en: 'El Amal' } }, parts: {}, object: 'organization' });
  const service = newId();
  await say('second', service, { fields: { organization_id: gone, name: { en: 'Meals' } }, parts: {} });
  const mergeId = await work((ctx) => mergeRecords(ctx, { object: 'organization', fromId: gone, intoId: kept }));
  assert.equal((await read(service))?.organization_id, kept);
  await work((ctx) => undoMerge(ctx, mergeId));
  assert.equal((await read(service))?.organization_id, gone);
});

test('a place that anyone calls confidential is confidential, whoever says otherwise', async () => {
  const id = newId();
  const at = (isConfidential: boolean): Content => ({
    fields: { name: { en: 'House' }, is_confidential: isConfidential },
    parts: {},
  });
  await say('first', id, { ...at(false), object: 'location' });
  await say('second', id, { ...at(true), object: 'location' });
  const records = await work((ctx) => loadRecords(ctx, 'location', [id]));
  assert.equal(records.get(id)?.fields.is_confidential, true);
});
