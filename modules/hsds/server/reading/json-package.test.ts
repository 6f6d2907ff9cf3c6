import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '@qantara/kernel';
import { ImportReport, PackageReader, READING_ORDER, type StagedRow } from '../../domain/index.ts';
import { jsonPackage } from './json-package.ts';
import { filesOf } from './testing.ts';

async function read(contents: Record<string, string>) {
  const report = new ImportReport();
  const tables = jsonPackage(filesOf(contents), Object.keys(contents), report);
  for await (const _progress of tables.prepare?.() ?? []);
  const reader = new PackageReader(report, 'en');
  const staged: StagedRow[] = [];
  for (const table of READING_ORDER)
    for await (const { row } of tables.rows(table)) staged.push(...(row === undefined ? [] : reader.read(table, row)));
  return { staged, report, tables };
}

const organization = { id: 'o1', name: 'Hand', description: '' };
const service = (id: string, name: string) => ({
  id,
  name,
  status: 'active',
  organization,
  phones: [{ number: '71' }],
});
const names = (staged: StagedRow[], object: string) =>
  staged
    .filter((one) => one.object === object)
    .map(({ row }) => (row['name'] as { en?: string } | undefined)?.en ?? row.id);

test('pages, arrays, lines, objects of lists and single records are the same records', async () => {
  const [one, two] = [service('s1', 'Meals'), service('s2', 'Beds')];
  const forms: Record<string, string>[] = [
    { 'a.json': JSON.stringify({ total_items: 2, contents: [one, two] }) },
    { 'a.json': JSON.stringify([one, two]) },
    { 'a.ndjson': `${JSON.stringify(one)}\n\n${JSON.stringify(two)}\n` },
    { 'lines.json': `${JSON.stringify(one)}\n${JSON.stringify(two)}` },
    { 'a.json': JSON.stringify({ services: [one, two] }) },
    { 'a.json': JSON.stringify(one), 'b.json': JSON.stringify(two) },
    { 'a.json': JSON.stringify({ ...organization, services: [one, two] }) },
  ];
  for (const form of forms) {
    const { staged, report } = await read(form);
    assert.deepEqual([names(staged, 'organization'), names(staged, 'service')], [['Hand'], ['Meals', 'Beds']]);
    assert.deepEqual([report.rowsRefused, staged.filter(({ object }) => object === 'phone').length], [0, 2]);
  }
});

test('a broken line is refused by its number, and the others are read', async () => {
  const { staged, report } = await read({
    'a.ndjson': `${JSON.stringify(service('s1', 'Meals'))}\n{"id": \n${JSON.stringify(service('s2', 'Beds'))}\n17\n`,
  });
  assert.deepEqual(names(staged, 'service'), ['Meals', 'Beds']);
  assert.deepEqual(
    report.refusals.map(({ file, row, code }) => [file, row, code]),
    [
      ['a.ndjson', 2, 'bad_json'],
      ['a.ndjson', 4, 'bad_json'],
    ],
  );
});

test('what is nested deeper than any record, or is no record, is no danger', async () => {
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const nested = `${'{"organization":'.repeat(5000)}1${'}'.repeat(5000)}`;
  for (const text of [
    deep,
    nested,
    '{"contents":[[[[]]]]}',
    '"x"',
    '{"__proto__":{"id":"1"},"constructor":"x","id":"1","name":"n"}',
  ])
    try {
      await read({ 'a.json': text });
    } catch (fault) {
      assert.ok(fault instanceof Refusal && fault.code === 'import_format_unknown');
    }
  assert.equal(({} as Record<string, unknown>)['id'], undefined);
});

test('no JSON crashes the reading, and what is read can be kept', async () => {
  const key = fc.constantFrom(
    'id',
    'name',
    'contents',
    'services',
    'organization',
    'phones',
    'number',
    '__proto__',
    'translations',
    'attributes',
    'status',
    'location_id',
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 6 }),
        fc.constantFrom('s1', '=1+1', '\u0000'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(json, fc.boolean(), async (value, isLines) => {
      try {
        const { staged } = await read({ [isLines ? 'a.ndjson' : 'a.json']: JSON.stringify(value) });
        const texts: string[] = [];
        const kept = JSON.stringify(staged, (_key, one: unknown) => (typeof one === 'string' && texts.push(one), one));
        assert.ok(kept.length < 200_000 && kept.isWellFormed());
        assert.ok(texts.every((text) => !text.includes('\u0000')));
      } catch (fault) {
        assert.ok(fault instanceof Refusal, String(fault));
      }
    }),
    { numRuns: 500 },
  );
});
