import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FoundServices, Service } from '@qantara/directory/contract';
import type { RowRefusal } from '../../contract/index.ts';
import { importPackage, type ImportOutcome } from '../index.ts';
import { aPackage, callRoute, openTestRegion, type Region } from '../testing.ts';

const REAL = new URL('../../../../../shared/data/hsds-1.1-sample', import.meta.url).pathname;

let region: Region;
let folder: string;

before(async () => {
  region = await openTestRegion();
  folder = await mkdtemp(join(tmpdir(), 'qantara-import-'));
});

after(async () => {
  await region.database.close();
  await rm(folder, { recursive: true });
});

async function written(name: string, files: Record<string, string | Uint8Array>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

async function take(name: string, files: Record<string, string | Uint8Array>): Promise<ImportOutcome> {
  return importPackage(region.executor, { path: await written(name, files), source: name });
}

async function search(words: string): Promise<FoundServices> {
  return (await callRoute(region, 'GET /services', { input: { words } })).value as FoundServices;
}

async function open(words: string): Promise<Service> {
  const [card] = (await search(words)).items;
  return (await callRoute(region, 'GET /services/:serviceId', { input: { serviceId: card?.serviceId } }))
    .value as Service;
}

function told(refusals: RowRefusal[]) {
  return refusals.map(({ file, row, field, code }) => `${file}:${row} ${field} ${code}`);
}

async function countRows(): Promise<unknown> {
  const { rows } = await region.database.pool.query(
    'select (select count(*) from directory.service) + (select count(*) from directory.phone) + (select count(*) from organisations.organisation) as count',
  );
  return rows[0];
}

test('a 3.1 package is taken in with everything it says of a service', async () => {
  const { import: ended, refusals } = await take('whole', aPackage());
  assert.deepEqual(told(refusals), []);
  assert.equal(ended.status, 'done');
  assert.equal(ended.format, 'HSDS 3.1');
  const service = await open('pantry');
  assert.deepEqual(
    service.needs.map(({ needCode }) => needCode),
    ['food'],
  );
  assert.deepEqual(
    service.areas.map(({ name }) => name.en),
    ['Harbour'],
  );
  assert.equal(service.description?.en, 'Bread & milk\nevery day');
  assert.deepEqual(
    service.hours.map(({ weekday, opensAt, closesAt }) => [weekday, opensAt, closesAt]),
    [
      [1, '09:00', '17:30'],
      [5, '09:00', '17:30'],
    ],
  );
  assert.deepEqual(
    service.phones.map(({ number, kind, languages }) => [number, kind, languages]),
    [['+1 555 0100', 'voice', ['ar']]],
  );
  assert.equal(service.places[0]?.address?.en, '1 Quay Road, Harbour, 1000');
  assert.equal(service.places[0]?.areaId, region.areas.harbour);
  assert.deepEqual(
    service.costs.map(({ option, amount, currency, description }) => [option?.en, amount, currency, description?.en]),
    [['Everyone', 5, 'TND', 'a month']],
  );
  assert.equal(service.documents?.en, 'Identity card');
  assert.deepEqual(
    [service.minimumAge, service.maximumAge, service.capacity, service.languages],
    [18, 65, 'open', ['fr']],
  );
  assert.equal(service.assuredAt?.slice(0, 10), '2026-03-01');
});

test('taking it in again changes nothing and doubles nothing; what is gone from it becomes inactive', async () => {
  const before = await countRows();
  assert.equal((await take('whole', aPackage())).import.servicesEnded, 0);
  assert.deepEqual(await countRows(), before);
  const changed = aPackage({ 'services.csv': 'id,organization_id,name,status\ns9,o1,Replacement kitchen,active\n' });
  assert.equal((await take('whole', changed)).import.servicesEnded, 1);
  assert.equal((await search('pantry')).total, 0);
});

test('refused rows are told by file, row and reason, and take what is theirs along', async () => {
  const { import: ended, refusals } = await take(
    'faults',
    aPackage({
      'organizations.csv':
        'id,name,email\no1,One,one@example.org\no1,Again,\no2,,\n,Nameless,\no3,Three,not an address\n',
      'services.csv':
        'id,organization_id,name,status,assured_date\ns1,o1,Kept,active,2026-02-30\ns2,o2,Of the refused,active,\ns3,o7,Of nobody,active,\n\ns4,o1,Strange,perhaps,\n',
      'phones.csv': 'id,service_id,number\np1,s2,555 01\np2,s8,555 02\np3,s1,\n',
    }),
  );
  assert.deepEqual(told(refusals), [
    'organizations.csv:3 id duplicate_id',
    'organizations.csv:4 name required',
    'organizations.csv:5 id required',
    'organizations.csv:6 email not_email',
    'services.csv:2 assured_date not_date',
    'services.csv:3 organization_id parent_refused',
    'services.csv:4 organization_id not_found',
    'services.csv:6 status not_a_choice',
    'phones.csv:2 service_id parent_refused',
    'phones.csv:3 service_id not_found',
    'phones.csv:4 number required',
    'languages.csv:3 phone_id parent_refused',
  ]);
  assert.deepEqual([ended.rowsRefused, ended.valuesRefused, ended.servicesSaved], [9, 3, 2]);
  const answer = await callRoute(region, 'GET /services', { input: { words: 'strange' } });
  assert.equal((answer.value as FoundServices).total, 0, 'a status that nobody knows is not shown as open');
});

test('text in any encoding is read, and formulas and markup are only text', async () => {
  const arabic = Buffer.concat([
    Buffer.from('id,organization_id,name,status\ns1,o1,'),
    // مطبخ in Windows-1256.
    Buffer.from([0xe3, 0xd8, 0xc8, 0xce]),
    Buffer.from(',active\n'),
  ]);
  assert.equal(
    (await take('arabic', aPackage({ 'services.csv': arabic }))).import.notes?.encodings[0]?.encoding,
    'windows-1256',
  );
  assert.equal((await search('مطبخ')).total, 1);
  const french = Buffer.from('id,organization_id,name,status\ns1,o1,Boulangerie fraternit\u00e9,active\n', 'latin1');
  assert.equal(
    (await take('french', aPackage({ 'services.csv': french }))).import.notes?.encodings[0]?.encoding,
    'windows-1252',
  );
  assert.equal((await search('fraternité')).total, 1);
  const wide = Buffer.from(
    '\ufeffid,organization_id,name,status,description\ns1,o1,=cmd|wide,active,<script>alert(1)</script><b>Bold</b>\n',
    'utf16le',
  );
  assert.equal((await take('wide', aPackage({ 'services.csv': wide }))).import.status, 'done');
  const service = await open('wide');
  assert.equal(service.name.en, '=cmd|wide');
  assert.equal(service.description?.en, 'Bold');
});

test('when writing fails midway, nothing of the package is there', async () => {
  const before = await countRows();
  await region.database.pool.query("alter table directory.phone add constraint test_fails check (number <> '666')");
  const { import: ended } = await take('midway', aPackage({ 'phones.csv': 'id,service_id,number\np1,s1,666\n' }));
  await region.database.pool.query('alter table directory.phone drop constraint test_fails');
  assert.deepEqual([ended.status, ended.failure, ended.servicesSaved], ['failed', 'import_broken', 0]);
  assert.deepEqual(await countRows(), before);
});

test('a package that is none changes nothing and says why', async () => {
  const none = await take('none', { 'people.csv': 'id,name\n1,x\n' });
  assert.deepEqual([none.import.status, none.import.failure], ['failed', 'import_unmapped']);
  const words = await take('words', { 'readme.txt': 'Nothing here' });
  assert.deepEqual([words.import.status, words.import.failure], ['failed', 'import_format_unknown']);
  const empty = await take('empty', aPackage({ 'services.csv': 'id,organization_id,name,status\n' }));
  assert.equal(empty.import.failure, 'import_empty');
});

test(
  'a real 1.1 package is taken in',
  { skip: existsSync(REAL) ? false : 'the sample of 1.1 is not on this machine' },
  async () => {
    const { import: ended, refusals } = await importPackage(region.executor, { path: REAL, source: 'real' });
    assert.deepEqual(
      [ended.format, ended.organisationsSaved, ended.servicesSaved, ended.locationsSaved],
      ['HSDS 1.1', 10, 13, 10],
    );
    assert.deepEqual(told(refusals), []);
    const service = await open('Never Homeless Helpline');
    assert.equal(service.eligibility?.en, 'adult');
    assert.deepEqual(
      service.hours.filter(({ weekday }) => weekday !== null).map(({ weekday, opensAt }) => [weekday, opensAt]),
      [
        [1, '09:00'],
        [2, '09:00'],
        [3, '09:00'],
      ],
    );
    assert.deepEqual(service.languages.toSorted(), ['en', 'es']);
    assert.equal(service.places[0]?.accessibility?.en, 'disabled parking\nSome details regarding the parking lot');
    assert.equal(service.areaNote?.en, 'Sample service area');
  },
);

test('what is refused of a confidential place is said without what it says', async () => {
  const { refusals } = await take(
    'hidden',
    aPackage({
      'locations.csv':
        'id,location_type,name,latitude,is_confidential\nl1,physical,Secret house,north of Secret Lane,true\n',
      'addresses.csv': 'id,location_id,address_1,address_type\na1,l1,1 Secret Lane,Secret Lane\n',
    }),
  );
  assert.deepEqual(told(refusals), [
    'locations.csv:2 latitude not_number',
    'addresses.csv:2 address_type not_a_choice',
  ]);
  assert.ok(!JSON.stringify(refusals).includes('Secret'));
});

test('progress is told step by step', async () => {
  const steps: string[] = [];
  await importPackage(region.executor, { path: await written('steps', aPackage()), source: 'steps' }, ({ step }) =>
    steps.push(step),
  );
  assert.deepEqual([...new Set(steps)], ['reading', 'checked', 'writing', 'ended']);
});
