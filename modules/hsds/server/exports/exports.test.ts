import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { fieldsOf, OBJECT_NAMES } from '@qantara/directory/domain';
import { saveStanding, stateRecords } from '@qantara/directory/server';
import { fileOf } from '../../domain/writing/package-tables.ts';
import { plainCell } from '@qantara/kernel';
import { importPackage } from '../index.ts';
import { inSystem, openTestRegion } from '../testing.ts';
import { idOf, said, type Content } from '../api/testing/said.ts';
import { plainService } from '../api/testing/small-world.ts';
import { openWireRegion, wireOfRegion, type WireRegion } from '../api/testing/wire-region.ts';

let region: WireRegion;
let folder: string;
before(async () => {
  region = await openWireRegion(20);
  // What cannot be read again is refused when it is taken in; here everything can.
  await region.database.pool.query("update directory.service set url = 'https://example.org/x', email = null");
  const translation = [plainService(2).id, 'name', 'fr', 'person', 'Amel', 'en', 'As it was called before'];
  await region.database.pool.query({
    text: `insert into directory.translation (record_id, field, locale, origin, translated_by, from_locale, from_text, translated_at)
      values ($1, $2, $3, $4, $5, $6, $7, '2026-02-03T04:05:06Z')`,
    values: translation,
  });
  await inSystem(region, async (ctx) => {
    await stateRecords(ctx, 'elsewhere', [houseAlone()]);
    await saveStanding(ctx, 'unit', [{ id: idOf('unit', 'of nobody'), name: { en: 'Chairs' } }]);
  });
  folder = await mkdtemp(join(tmpdir(), 'qantara-exports-test-'));
});
after(async () => {
  await region.database.close();
  await rm(folder, { recursive: true });
});

/** A place that no service and no organisation has. */
function houseAlone() {
  const id = idOf('location', 'alone');
  const attribute = { id: idOf(id, 'kept'), link_id: id, link_entity: 'location', link_type: 'column', label: 'key' };
  return said('location', id, {
    fields: { location_type: 'physical', name: { en: 'Empty hall', ar: 'قاعة' }, latitude: 36.5, longitude: 10.1 },
    parts: {
      address: [
        { id: idOf(id, 'address'), location_id: id, address_1: { en: '1 Quiet Street' }, address_type: 'physical' },
      ],
      attribute: [{ ...attribute, value: 'with the baker' }],
    },
  } as Content);
}

type Tables = Record<string, string>;

async function bytesOf(from: WireRegion, file: string): Promise<Uint8Array> {
  const answer = await from.ask(`/hsds/export/${file}`);
  assert.equal(answer.status, 200, file);
  return new Uint8Array(await answer.arrayBuffer());
}

function textsOf(zip: Uint8Array): Tables {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

function rowsOf(text: string | undefined): Record<string, string>[] {
  return parse(text ?? '', { columns: true, bom: true }) as Record<string, string>[];
}

test('the package has every table of HSDS 3.1 with all its columns in their order', async () => {
  const tables = textsOf(await bytesOf(region, 'hsds.zip'));
  for (const object of OBJECT_NAMES) {
    const header = tables[fileOf(object)]?.split('\r\n')[0]?.split(',') ?? [];
    const own = ['id', ...fieldsOf(object).map(([field]) => field)];
    assert.deepEqual(header.slice(0, own.length), own, object);
  }
  const about = JSON.parse(tables['datapackage.json'] ?? '{}') as {
    resources: {
      path: string;
      schema: { fields: { name: string }[]; foreignKeys?: { fields: string; reference: { resource: string } }[] };
    }[];
  };
  for (const { path, schema } of about.resources)
    assert.deepEqual(
      tables[path]?.split('\r\n')[0]?.split(','),
      schema.fields.map(({ name }) => name),
      path,
    );
});

test('every row has a name of its own, and names rows that are there', async () => {
  const tables = textsOf(await bytesOf(region, 'hsds.zip'));
  const ids = new Map(
    OBJECT_NAMES.map((object) => [object as string, rowsOf(tables[fileOf(object)]).map(({ id }) => id)]),
  );
  for (const [object, list] of ids) assert.equal(new Set(list).size, list.length, object);
  const about = JSON.parse(tables['datapackage.json'] ?? '{}') as {
    resources: {
      name: string;
      path: string;
      schema: { foreignKeys?: { fields: string; reference: { resource: string } }[] };
    }[];
  };
  for (const { name, path, schema } of about.resources)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const known = new Set(ids.get(reference.resource));
      for (const row of rowsOf(tables[path]))
        assert.ok(row[fields] === '' || known.has(row[fields] ?? ''), `${name}.${fields}`);
    }
});

test('a kept column is an attribute with a term, and runs nothing in a spreadsheet', async () => {
  const tables = textsOf(await bytesOf(region, 'hsds.zip'));
  const kept = rowsOf(tables['attributes.csv']).filter(({ label }) => label === 'bus line');
  assert.equal(kept.length, 20);
  const term = rowsOf(tables['taxonomy_terms.csv']).find(({ id }) => id === kept[0]?.['taxonomy_term_id']);
  assert.equal(term?.['code'], 'bus line');
  assert.equal(kept[0]?.['value'], "'=1+1");
  assert.equal(plainCell(kept[0]?.['value'] ?? ''), '=1+1');
  for (const row of rowsOf(tables['phones.csv'])) assert.doesNotMatch(row['number'] ?? '', /^'/);
});

const rowsIn = (text: string | undefined): string[] =>
  rowsOf(text)
    .map(({ last_modified: _touched, ...row }) => JSON.stringify(row))
    .toSorted((one, other) => (one < other ? -1 : 1));

for (const [lang, form] of [
  ['en', 'hsds.zip'],
  ['ar', 'hsds.zip'],
  ['en', 'directory.json'],
  ['ar', 'directory.json'],
] as const)
  test(`what was exported in ${lang} as ${form}, taken in elsewhere and exported again is the same`, async () => {
    const zip = await bytesOf(region, `hsds.zip?lang=${lang}`);
    const path = join(folder, `${lang}-${form}`);
    await writeFile(path, await bytesOf(region, `${form}?lang=${lang}`));
    const elsewhere = await openTestRegion();
    try {
      const { import: taken, refusals } = await importPackage(elsewhere.executor, { path, source: 'a source' });
      assert.deepEqual(refusals, []);
      assert.equal(taken.status, 'done');
      const [before, again] = [textsOf(zip), textsOf(await bytesOf(wireOfRegion(elsewhere), `hsds.zip?lang=${lang}`))];
      for (const name of Object.keys(before).filter((one) => one !== 'datapackage.json'))
        assert.deepEqual(rowsIn(again[name]), rowsIn(before[name]), name);
      const kept = await elsewhere.database.pool.query(
        "select taxonomy_term_id from directory.attribute where link_type = 'column'",
      );
      assert.deepEqual([...new Set(kept.rows.map((row) => row.taxonomy_term_id))], [null]);
      assert.ok(rowsIn(before['translations.csv']).some((row) => row.includes('"translated_by":"Amel"')));
    } finally {
      await elsewhere.database.close();
    }
  });

test('the list has one service a row, in the language that is asked for', async () => {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(region, 'services.csv?lang=ar'));
  assert.ok(text.startsWith('\uFEFFالخدمة,الجهة'));
  const rows = rowsOf(text);
  assert.equal(rows.length, 21);
  assert.ok(rows.some((row) => row['الخدمة'] === 'خدمة 2' && row['الأوقات']?.includes('10:00–18:00')));
});

test('the workbook has a sheet for each chief object, from right to left in Arabic', async () => {
  for (const [lang, title] of [
    ['ar', 'الخدمات'],
    ['fr', 'Services'],
  ]) {
    const files = textsOf(await bytesOf(region, `directory.xlsx?lang=${lang}`));
    assert.match(files['xl/workbook.xml'] ?? '', new RegExp(`<sheet name="${title}"`));
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    assert.equal(sheet.includes('rightToLeft="1"'), lang === 'ar');
    assert.equal(sheet.split('<row>').length - 1, 22);
    assert.doesNotMatch(sheet, /<f>/);
  }
});

test('JSON and lines hold every service', async () => {
  const json = JSON.parse(new TextDecoder().decode(await bytesOf(region, 'directory.json'))) as Record<
    string,
    unknown[]
  >;
  assert.equal(json['services']?.length, 21);
  assert.equal(json['organizations']?.length, 3);
  const lines = new TextDecoder()
    .decode(await bytesOf(region, 'services.ndjson'))
    .trim()
    .split('\n');
  const ids = (json['services'] ?? []).map((service) => (service as { id: string }).id);
  assert.deepEqual(
    lines.map((line) => (JSON.parse(line) as { id: string }).id),
    ids,
  );
});

test('a form that was made is not made again, until something changes', async () => {
  const first = await region.ask('/hsds/export/services.csv');
  await first.text();
  const tag = first.headers.get('etag') ?? '';
  assert.equal((await region.ask('/hsds/export/services.csv', { headers: { 'if-none-match': tag } })).status, 304);
  await region.database.pool.query('update directory.service set updated_at = now()');
  const later = await region.ask('/hsds/export/services.csv', { headers: { 'if-none-match': tag } });
  assert.equal(later.status, 200);
  await later.text();
});
