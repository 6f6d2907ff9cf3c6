import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import {
  Mapping,
  type FoundTable,
  type ImportChange,
  type ServiceImport,
  type SourceConflict,
} from '../../contract/index.ts';
import { checkMapping, suggestMapping } from '../../domain/index.ts';
import { loadColumnNames } from '../reading/column-names-file.ts';
import { actorWith, callRoute, deliver, openTestRegion, type Region } from '../testing.ts';

const librarian = actorWith('service:import');
let region: Region;

before(async () => {
  region = await openTestRegion();
});

after(() => region.database.close());

async function ask<T>(path: string, input: unknown): Promise<T> {
  const { value, code } = await callRoute(region, path, { input, actor: librarian });
  assert.equal(code, null, `${path}: ${code}`);
  return value as T;
}

async function send(source: string, text: string, isTrial = true): Promise<string> {
  const content = Buffer.from(strToU8(text)).toString('base64');
  const sent = await ask<ServiceImport>('POST /imports', {
    source,
    fileName: 'list.csv',
    content,
    language: 'en',
    isTrial,
  });
  await deliver(region);
  return sent.importId;
}

const get = (importId: string) => ask<ServiceImport>('GET /imports/:importId', { importId });

type Asked = { tables: FoundTable[]; mapping: Mapping; isSaved: boolean };

const LIST =
  'Agency,Service,E-mail,Comments\nHand,Warm meals,meals@example.org,cash only\nHand,Beds,beds@example.org,\n';

test('columns are asked for once; the changes are seen first, and written when somebody lets them', async () => {
  const importId = await send('list', LIST);
  assert.equal((await get(importId)).status, 'mapping');
  const { tables, mapping, isSaved } = await ask<Asked>('GET /imports/:importId/mapping', { importId });
  assert.deepEqual(
    [isSaved, tables[0]?.rows, tables[0]?.columns[1]],
    [false, 2, { column: 'Service', filled: 2, values: ['Warm meals', 'Beds'] }],
  );
  assert.deepEqual(
    mapping.tables[0]?.columns.map(({ target }) => target),
    ['organization.name', 'service.name', 'service.email', null],
  );

  await ask('POST /imports/:importId/mapping', { importId, ...mapping });
  await deliver(region);
  const checked = await get(importId);
  assert.deepEqual(
    [checked.status, checked.rowsTotal, checked.counts?.service.new, checked.counts?.organization.new],
    ['checked', 2, 2, 1],
  );
  const { rows } = await region.database.pool.query('select 1 from directory.service');
  assert.equal(rows.length, 0);

  await ask('POST /imports/:importId/let', { importId });
  await deliver(region);
  assert.deepEqual([(await get(importId)).status, (await get(importId)).servicesSaved], ['done', 2]);
  const kept = await region.database.pool.query('select content from hsds.import where import_id = $1', [importId]);
  assert.equal(kept.rows[0]?.['content'], null);
});

test('the next file of the source is read without a question; what it changes is told field by field', async () => {
  const importId = await send('list', LIST.replace('meals@', 'new@').split('\n').slice(0, 2).join('\n'));
  const checked = await get(importId);
  assert.deepEqual([checked.status, checked.counts?.service], ['checked', { new: 0, changed: 1, same: 0, ended: 1 }]);
  const { items } = await ask<{ items: ImportChange[] }>('GET /imports/:importId/changes', { importId });
  assert.deepEqual(
    items.map(({ change, name, fields }) => [
      change,
      name?.en,
      fields.map(({ field, before, after: now }) => [field, before, now]),
    ]),
    [
      ['changed', 'Warm meals', [['email', 'meals@example.org', 'new@example.org']]],
      ['ended', 'Beds', []],
    ],
  );
  const { mapping, isSaved } = await ask<Asked>('GET /imports/:importId/mapping', { importId });
  assert.equal(isSaved, true);
  const [table] = mapping.tables;
  assert.ok(table);
  const columns = table.columns.map((one) =>
    one.column === 'Comments' ? { ...one, target: 'service.fees_description' } : one,
  );
  await ask('POST /imports/:importId/mapping', { importId, tables: [{ ...table, columns }] });
  await deliver(region);
  const again = await ask<{ items: ImportChange[] }>('GET /imports/:importId/changes', { importId });
  assert.ok(again.items[0]?.fields.some(({ field }) => field === 'fees_description'));
  await ask('POST /imports/:importId/discard', { importId });
  assert.equal((await get(importId)).status, 'discarded');
  const late = await callRoute(region, 'POST /imports/:importId/mapping', {
    input: { importId, tables: [table] },
    actor: librarian,
  });
  assert.equal(late.code, 'import_not_mapped');
});

test('a mapping that can read nothing is refused where it lacks something, and nothing of it is kept', async () => {
  const importId = await send('lacking', LIST);
  const columns = ['Agency', 'Service'].map((column) => ({ column, target: 'organization.id' }));
  const input = { importId, tables: [{ table: 'list.csv', rows: 'service', columns }] };
  const { code } = await callRoute(region, 'POST /imports/:importId/mapping', { input, actor: librarian });
  assert.equal(code, 'mapping_incomplete');
  const faults = checkMapping(Mapping.parse({ tables: input.tables }));
  assert.deepEqual(
    faults.map(({ path, code: fault }) => [path, fault]),
    [
      ['tables.0.rows', 'mapping_needs_service'],
      ['tables.0.columns.1.target', 'mapping_doubled'],
    ],
  );
  assert.equal((await ask<Asked>('GET /imports/:importId/mapping', { importId })).isSaved, false);
});

test('a large file is read in slices, and its page can tell how far it is', async () => {
  const text = `Agency,Service\n${Array.from({ length: 3000 }, (_one, at) => `Agency ${at % 50},Service ${at}`).join('\n')}\n`;
  const importId = await send('large', text, false);
  await ask('POST /imports/:importId/mapping', {
    importId,
    ...(await ask<Asked>('GET /imports/:importId/mapping', { importId })).mapping,
  });
  await deliver(region);
  const done = await get(importId);
  assert.deepEqual([done.status, done.rowsRead, done.servicesSaved, done.organisationsSaved], ['done', 3000, 3000, 50]);
});

test('the order of sources is moved, and a person decides where they contradict one another', async () => {
  const id = '0199bbbb-0000-7000-8000-00000000000a';
  const of = (email: string) => `Agency,Service id,Service,Service email\nJoint,${id},Joint service,${email}\n`;
  for (const [source, email] of [
    ['first', 'one@example.org'],
    ['second', 'two@example.org'],
  ] as const) {
    const importId = await send(source, of(email), false);
    await ask('POST /imports/:importId/mapping', {
      importId,
      ...(await ask<Asked>('GET /imports/:importId/mapping', { importId })).mapping,
    });
    await deliver(region);
    assert.equal((await get(importId)).status, 'done');
  }
  const emailNow = async () =>
    (await region.database.pool.query('select email from directory.service where service_id = $1', [id])).rows[0]?.[
      'email'
    ] as string;
  const conflicts = async () =>
    (await ask<{ items: SourceConflict[] }>('GET /sources/conflicts', {})).items.filter(
      ({ field }) => field === 'email',
    );
  assert.deepEqual((await conflicts())[0]?.said, [
    { source: 'first', value: 'one@example.org' },
    { source: 'second', value: 'two@example.org' },
  ]);
  assert.equal((await conflicts())[0]?.name?.en, 'Joint service');
  const all = await ask<{ items: SourceConflict[] }>('GET /sources/conflicts', {});
  const ofWhom = all.items.find(({ field }) => field === 'organization_id');
  assert.deepEqual(
    ofWhom?.said.map(({ value }) => value),
    [{ en: 'Joint' }, { en: 'Joint' }],
  );
  const order = (
    await ask<{ sources: { source: string }[] }>('POST /sources/move', { source: 'second', direction: 'up' })
  ).sources.map(({ source }) => source);
  assert.ok(order.indexOf('second') < order.indexOf('first'));
  assert.equal(await emailNow(), 'two@example.org');
  await ask('POST /sources/conflicts', { recordId: id, field: 'email', source: 'first' });
  assert.equal(await emailNow(), 'one@example.org');
  assert.deepEqual(await conflicts(), []);
  assert.equal(
    (await callRoute(region, 'POST /sources/move', { input: { source: 'nobody', direction: 'up' }, actor: librarian }))
      .code,
    'source_not_found',
  );
  assert.equal((await callRoute(region, 'GET /sources', { actor: actorWith('service:edit') })).code, 'not_allowed');
});

test('no columns crash the suggesting of a mapping, and whatever a mapping says is taken or refused', async () => {
  const names = await loadColumnNames();
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      'Name',
      'الاسم',
      'Phone1Number',
      'TaxonomyLevelName',
      '=1+1',
    ),
  );
  const table = fc.record({
    table: name,
    rows: fc.nat(9),
    columns: fc.array(fc.record({ column: name, filled: fc.nat(9), values: fc.array(name, { maxLength: 3 }) }), {
      maxLength: 12,
    }),
  });
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 4 }), (tables) => {
      const mapping = suggestMapping(tables, { names, saved: null });
      assert.equal(mapping.tables.length, tables.length);
      checkMapping(mapping);
    }),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), fc.string(), (value, text) => {
      Mapping.safeParse(value);
      assert.equal(
        Mapping.safeParse({
          tables: [{ table: 'a', rows: 'mixed', columns: [{ column: 'b', target: `service.${text}constructor` }] }],
        }).success,
        false,
      );
    }),
    { numRuns: 500 },
  );
});
