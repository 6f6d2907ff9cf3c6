import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Refusal } from '@qantara/kernel';
import { decodeText, ImportReport, readHsds, type TableName, type TableRow } from '../domain/index.ts';
import { parseTable } from './parse-table.ts';
import { readZip } from './read-files.ts';

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
  return 'none';
}

test('a zip is read by the names of its tables, in whatever folder they stand', () => {
  const files = readZip(
    zipSync({
      'package/Services.CSV': strToU8('id\n1\n'),
      'package/readme.txt': strToU8('x'),
      '__MACOSX/package/services.csv': strToU8('y'),
      '../../etc/organizations.csv': strToU8('z'),
      '/locations.csv': strToU8('z'),
    }),
  );
  assert.deepEqual([...files.keys()], ['services.csv']);
});

test('a zip that unpacks to far more than it is, or holds too many files, is refused before it is unpacked', () => {
  assert.equal(
    refusalOf(() => readZip(zipSync({ 'services.csv': new Uint8Array(5_000_000) }))),
    'import_too_large',
  );
  const many = Object.fromEntries(Array.from({ length: 2100 }, (_, index) => [`${index}.csv`, strToU8('x')]));
  assert.equal(
    refusalOf(() => readZip(zipSync(many))),
    'import_too_large',
  );
});

test('bytes that are no zip are refused, whatever they are', () => {
  const whole = zipSync({ 'services.csv': strToU8('id,name\n1,2\n'.repeat(100)) });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(whole.length), (bytes, cut) => {
      assert.ok(['none', 'import_unreadable', 'import_too_large'].includes(refusalOf(() => readZip(bytes))));
      const broken = Uint8Array.from([...whole.slice(0, cut), ...bytes.slice(0, 3), ...whole.slice(cut + 3)]);
      assert.ok(['none', 'import_unreadable', 'import_too_large'].includes(refusalOf(() => readZip(broken))));
    }),
    { numRuns: 300 },
  );
});

/** Text that looks like a table, with everything in it that breaks one. */
const tableText = fc
  .array(
    fc.array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom('"', '""', 'id', '=1+1', '\ufeff', '\u0000', '<b>', 's1', '2026-02-30'),
      ),
    ),
    {
      maxLength: 12,
    },
  )
  .map((lines) => lines.map((cells) => cells.join(',')).join('\n'));

const TABLES: TableName[] = [
  'organizations',
  'services',
  'locations',
  'service_at_location',
  'phones',
  'schedules',
  'attributes',
  'addresses',
  'languages',
  'contacts',
];

test('no text crashes the reading of a package: it is read, or it is refused', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...TABLES), tableText), (texts) => {
      const report = new ImportReport();
      const tables = new Map<TableName, TableRow[]>();
      for (const [name, text] of Object.entries(texts)) {
        const header =
          'id,organization_id,service_id,location_id,link_id,name,byday,weekday,latitude,email,url,website,assured_date,number';
        const parsed = parseTable(`${name}.csv`, decodeText(Buffer.from(`${header}\n${text}`)).text);
        for (const { row, code, value } of parsed.faults) report.refuseRow({ file: name, row }, code, { value });
        tables.set(name as TableName, parsed.rows);
      }
      const read = readHsds(tables, report, { areas: [], terms: [], language: null });
      // What reaches the database can be kept by it.
      assert.ok(!JSON.stringify(read).includes('\\u0000'));
      assert.ok(JSON.stringify([read, report.refusals]).isWellFormed());
    }),
    { numRuns: 400 },
  );
});

test('bytes of any kind become text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => decodeText(bytes).text.isWellFormed()));
});

test('tables of spreadsheets with semicolons, blank lines and short rows keep their row numbers', () => {
  const { rows, faults } = parseTable(
    'services.csv',
    'ID; Name ;status\r\n1;"Two\nlines";active\r\n\r\n2;Short\r\n3;a;b;too much\r\n',
  );
  assert.deepEqual(
    rows.map(({ row, cells }) => [row, cells['id'], cells['name'], cells['status']]),
    [
      [2, '1', 'Two\nlines', 'active'],
      [4, '2', 'Short', ''],
    ],
  );
  assert.deepEqual(
    faults.map(({ row, code }) => [row, code]),
    [[5, 'bad_row']],
  );
  assert.equal(parseTable('x.csv', 'id\n"open').faults[0]?.code, 'bad_file');
});
