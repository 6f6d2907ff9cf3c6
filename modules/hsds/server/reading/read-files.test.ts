import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Refusal, decodeText } from '@qantara/kernel';
import { assemble, ImportReport, PackageReader, READING_ORDER, type StagedRow } from '../../domain/index.ts';
import { tabularPackage } from './package-tables.ts';
import { parseTable, type ParsedRow } from './parse-table.ts';
import { openTables } from './raw-tables.ts';
import { readZip, type PackageFiles } from './read-files.ts';

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
  assert.deepEqual(files.names, ['readme.txt', 'services.csv']);
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

const TABLES = [
  'organizations',
  'services',
  'locations',
  'service_at_location',
  'phones',
  'schedules',
  'regular_schedules',
  'holiday_schedules',
  'attributes',
  'addresses',
  'physical_addresses',
  'languages',
  'contacts',
  'metadata',
  'translations',
  'eligibility',
  'service_capacity',
];
const HEADER =
  'id,organization_id,service_id,location_id,link_id,name,byday,weekday,latitude,email,url,website,assured_date,number,text,field,language,resource_id';

function filesOf(texts: Record<string, string>): PackageFiles {
  return { names: Object.keys(texts), open: async (name) => Buffer.from(texts[name] ?? '') };
}

/** Reads a whole package in memory, and puts its records together. */
async function readWhole(files: PackageFiles): Promise<{ whole: unknown[]; report: ImportReport }> {
  const report = new ImportReport();
  const tables = await tabularPackage(await openTables(files, report), report);
  const reader = new PackageReader(report, 'en');
  const homes = new Map<string, StagedRow[]>();
  for (const table of READING_ORDER)
    for await (const { row } of tables.rows(table))
      for (const staged of row === undefined ? [] : reader.read(table, row)) {
        const key = JSON.stringify(staged.home);
        homes.set(key, [...(homes.get(key) ?? []), staged]);
      }
  const ground = { areaIds: new Map<string, string>(), needsOf: () => [], isNeed: () => false };
  const naming = {
    home: (object: string, id: string) => `${object} ${id}`,
    part: (object: string, ...words: string[]) => `${object} ${words.join(' ')}`,
  };
  const whole = [...homes.values()].map((rows): unknown => {
    const home = rows[0]?.home;
    return home ? assemble({ home, rows, naming, ground }) : rows;
  });
  return { whole, report };
}

test('no text crashes the reading of a package: it is read, or it is refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...TABLES), tableText), async (texts) => {
      const files = Object.entries(texts).map(([name, text]) => [`${name}.csv`, `${HEADER}\n${text}`] as const);
      const chief = { 'organizations.csv': 'id,name\n', 'services.csv': 'id,name\n' };
      const { whole, report } = await readWhole(filesOf({ ...chief, ...Object.fromEntries(files) }));
      // What reaches the database can be kept by it.
      const kept = JSON.stringify([whole, report.refusals]);
      assert.ok(!kept.includes('\\u0000'));
      assert.ok(kept.isWellFormed());
    }),
    { numRuns: 400 },
  );
});

test('bytes of any kind become text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => decodeText(bytes).text.isWellFormed()));
});

async function parsedAll(file: string, text: string): Promise<ParsedRow[]> {
  const all: ParsedRow[] = [];
  for await (const parsed of parseTable(file, text)) all.push(parsed);
  return all;
}

test('tables of spreadsheets with semicolons, blank lines and short rows keep their row numbers', async () => {
  const parsed = await parsedAll(
    'services.csv',
    'ID; Name ;status\r\n1;"Two\nlines";active\r\n\r\n2;Short\r\n3;a;b;too much\r\n',
  );
  assert.deepEqual(
    parsed.map(({ row, fault }) => (row ? [row.row, { ...row.cells }] : [fault.at, fault.code])),
    [
      [2, { id: '1', name: 'Two\nlines', status: 'active' }],
      [4, { id: '2', name: 'Short', status: '' }],
      [5, 'bad_row'],
    ],
  );
  assert.equal((await parsedAll('x.csv', 'id\n"open')).at(-1)?.fault?.code, 'bad_file');
});
