import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { FoundServices, Service } from '@qantara/directory/contract';
import type { Mapping } from '../../contract/index.ts';
import { importPackage, suggestFor, type ImportOutcome } from '../index.ts';
import { aWorkbook } from '../reading/testing.ts';
import { callRoute, openTestRegion, type Region } from '../testing.ts';

let region: Region;
let folder: string;

before(async () => {
  region = await openTestRegion();
  folder = await mkdtemp(join(tmpdir(), 'qantara-tables-'));
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

type Given = { files: Record<string, string | Uint8Array>; mapping?: Mapping; language?: 'ar' | 'fr' | 'en' };

/** Takes files in by what their columns probably are. */
async function take(source: string, { files, mapping, language }: Given): Promise<ImportOutcome> {
  const path = await written(`${source} ${Object.keys(files).join()}`, files);
  return importPackage(region.executor, {
    path,
    source,
    language: language ?? null,
    mapping: mapping ?? (await suggestFor(path)),
  });
}

async function open(words: string): Promise<Service> {
  const found = (await callRoute(region, 'GET /services', { input: { words } })).value as FoundServices;
  const input = { serviceId: found.items[0]?.serviceId };
  return (await callRoute(region, 'GET /services/:serviceId', { input })).value as Service;
}

const saved = ({ import: { status, failure, organisationsSaved, servicesSaved, locationsSaved } }: ImportOutcome) => [
  status,
  failure,
  organisationsSaved,
  servicesSaved,
  locationsSaved,
];
const told = ({ refusals }: ImportOutcome) =>
  refusals.map(({ row, field, code, value }) => `${row} ${field} ${code} ${value ?? ''}`.trim());
const rowsIn = async (sql: string) => (await region.database.pool.query(sql)).rows;

const MIXED = [
  'الجمعية;اسم الخدمة;name_fr;الوصف;العنوان;المدينة;الهاتف;أوقات العمل;اللغات;الوثائق المطلوبة;الفئة العمرية;الرسوم;ملاحظة خاصة',
  'يد العون;مطبخ المرفأ;Cantine du port;وجبات ساخنة;"12 شارع الميناء";الميناء;٧١ ٢٢٢ ٣٣٣;من الاثنين إلى الجمعة 9:00-17:00;عربية، فرنسية;بطاقة هوية;18-65;مجاني;=1+1',
  'يد العون;مطبخ المرفأ;Cantine du port;وجبات ساخنة;"3 شارع التلال";التلال;71 222 334;السبت 10:00-12:00;عربية;;;;',
  'جمعية النور;دروس محو الأمية;;;;;;بموعد;;;;;',
  ';بلا منظمة;;;;;;;;;;;',
].join('\n');

test('one row that is an organisation, a service and a place in three languages is all of them; what is repeated is one', async () => {
  const done = await take('mixed', { files: { 'قائمة.csv': MIXED }, language: 'ar' });
  assert.deepEqual(saved(done), ['done', null, 2, 2, 2]);
  assert.deepEqual(told(done), ['5 الجمعية required']);
  const service = await open('مطبخ المرفأ');
  assert.deepEqual([service.name.ar, service.name.fr], ['مطبخ المرفأ', 'Cantine du port']);
  assert.equal(service.organisation.name.ar, 'يد العون');
  const addresses = service.places.map(({ address }) => address?.ar ?? '');
  for (const address of ['12 شارع الميناء, الميناء', '3 شارع التلال, التلال']) assert.ok(addresses.includes(address));
  assert.ok(service.places.some(({ areaId }) => areaId === region.areas.harbour));
  // Each place has its own hours: what one row says is not said of the other.
  const hours = service.hours.map(({ weekday, opensAt, locationId }) => `${weekday} ${opensAt} ${locationId !== null}`);
  const ofWeek = [1, 2, 3, 4, 5].map((day) => `${day} 09:00 true`);
  assert.deepEqual(new Set(hours), new Set([...ofWeek, '6 10:00 true']));
  assert.deepEqual(service.phones.map(({ number }) => number).toSorted(), ['71 222 333', '71 222 334']);
  assert.deepEqual([service.minimumAge, service.maximumAge, service.documents?.ar], [18, 65, 'بطاقة هوية']);
  assert.deepEqual(service.languages.toSorted(), ['ar', 'fr']);
  const words = await open('محو الأمية');
  assert.deepEqual(
    words.hours.map(({ description }) => description?.ar),
    ['بموعد'],
  );
  const kept = await rowsIn("select label, value from directory.attribute where label = 'ملاحظة خاصة'");
  assert.deepEqual(kept, [{ label: 'ملاحظة خاصة', value: '=1+1' }]);
});

test('taken in again by the mapping that was kept, nothing is doubled; what is gone ends', async () => {
  const path = await written('again', { 'قائمة.csv': MIXED.split('\n').slice(0, 3).join('\n') });
  const { import: again } = await importPackage(region.executor, { path, source: 'mixed', language: 'ar' });
  assert.deepEqual(again.counts?.service, { new: 0, changed: 0, same: 1, ended: 1 });
  assert.deepEqual(again.counts?.organization, { new: 0, changed: 0, same: 1, ended: 1 });
});

const ICAROL = [
  'ResourceAgencyNum,PublicName,TaxonomyLevelName,ParentAgency,ParentAgencyNum,PhysicalAddress1,PhysicalCity,PhysicalAddressIsPrivate,HoursOfOperation,Phone1Number,Phone1Name,Phone2Number,Phone2IsPrivate,PhoneFax,MainContactName,MainContactIsPrivate,EmailAddressMain,WebsiteAddress,AgencyStatus,CoverageArea,ConnectsToSiteNum,ConnectsToProgramNum,TaxonomyTerms,TaxonomyCodes,InternalNotes,ExcludeFromWebsite,Custom_Pub Codes',
  '1,Harbour Agency,Agency,,0,,,No,,71000001,Main office,71000002,Yes,71000003,Amal,Yes,a@example.org,example.org,Active,,,,,,secret note,No,P1',
  '2,Quay Site,Site,Harbour Agency,1,5 Quay,Harbour,No,Monday: 9:00-17:00,,,,,,,,,,Active,,,,,,,No,',
  '3,Shelter Site,Site,Harbour Agency,1,9 Hidden Street,Harbour,Yes,,,,,,,,,,,Active,,,,,,,No,near the old mill',
  '4,Night shelter,Program,Harbour Agency,1,,,No,,,,,,,,,,,Active,Le Port,,,Food Pantries; Soup,BD-1800; BD-5000,,No,',
  '5,Night shelter at Shelter,ProgramAtSite,Harbour Agency,1,,,No,,,,,,,,,,,Active,,3,4,,,,No,',
  '6,Night shelter at Quay,ProgramAtSite,Harbour Agency,1,,,No,Daily 20-23,,,,,,,,,,Active,,2,4,,,,No,',
  '7,Private helper,Program,Harbour Agency,1,,,No,,,,,,,,,,,Active,,,,,,,Yes,',
  '8,Odd,Committee,,1,,,No,,,,,,,,,,,Active,,,,,,,No,',
].join('\n');

test('rows that say themselves what they are, as iCarol writes them, keep what is private private', async () => {
  const done = await take('icarol', { files: { 'resources.csv': ICAROL } });
  assert.deepEqual(saved(done), ['done', null, 1, 1, 2]);
  assert.deepEqual(told(done), [
    '8 null private',
    '9 TaxonomyLevelName not_a_choice Committee',
    '2 MainContactName private',
    '2 Phone2Number private',
  ]);
  const service = await open('Night shelter');
  assert.equal(service.organisation.name.en, 'Harbour Agency');
  assert.ok(service.needs.some(({ needCode }) => needCode === 'food'));
  assert.deepEqual(
    service.areas.map(({ name }) => name.en),
    ['Harbour'],
  );
  assert.equal(service.places.length, 2);
  assert.deepEqual(
    service.hours.map(({ opensAt }) => opensAt),
    Array.from({ length: 7 }, () => '20:00'),
  );
  const all = JSON.stringify([
    await rowsIn('select * from directory.attribute'),
    await rowsIn('select * from directory.phone'),
    await rowsIn('select * from directory.contact'),
  ]);
  for (const hidden of ['71000002', 'Amal', 'secret note']) assert.ok(!all.includes(hidden), hidden);
  const mill = await rowsIn("select link_entity from directory.attribute where value = 'near the old mill'");
  assert.deepEqual(mill, [{ link_entity: 'location' }]);
  for (const hidden of ['9 Hidden Street', 'Shelter Site', 'near the old mill'])
    assert.ok(!JSON.stringify(service).includes(hidden), hidden);
});

const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const line = (...texts: string[]) => `<row>${texts.map(cell).join('')}</row>`;

test('the sheets of a workbook are tables: of HSDS where they are called so, else by a mapping', async () => {
  const hsds = aWorkbook({
    sheets: {
      organizations: line('id', 'name') + line('o1', 'Sheet agency'),
      services: line('id', 'organization_id', 'name', 'status') + line('s1', 'o1', 'Sheet meals', 'active'),
    },
  });
  assert.deepEqual(saved(await take('sheets', { files: { 'package.xlsx': hsds } })), ['done', null, 1, 1, 0]);
  const plain = aWorkbook({
    styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
    sheets: {
      Liste: `${line('Nom de l’association', 'Service', 'Vérifié le')}<row>${cell('Main tendue')}${cell('Épicerie du lundi')}<c s="1"><v>46082</v></c></row>`,
    },
  });
  const done = await take('classeur', { files: { 'liste.xlsx': plain }, language: 'fr' });
  assert.deepEqual([done.import.format, ...saved(done)], ['XLSX', 'done', null, 1, 1, 0]);
  assert.equal((await open('Épicerie du lundi')).assuredAt?.slice(0, 10), '2026-03-01');
});

test('AIRS XML is taken in, and a confidential address of it is told to nobody', async () => {
  const site = (key: string, address: string, isConfidential: boolean) =>
    `<Site><Key>${key}</Key><Name>Site ${key}</Name><PhysicalAddress Confidential="${isConfidential}"><Line1>${address}</Line1><City>Harbour</City>
    </PhysicalAddress><SiteService><Key>v${key}</Key><Name>Airs service ${key}</Name></SiteService></Site>`;
  const text = `<Source><Agency><Key>1</Key><Name>Airs agency</Name>${site('1', '5 Open Road', false)}${site('2', '6 Hidden Road', true)}</Agency></Source>`;
  const done = await take('airs', { files: { 'airs.xml': text }, mapping: { tables: [] } });
  assert.deepEqual([...saved(done), done.import.format], ['done', null, 1, 2, 2, 'AIRS XML']);
  assert.ok(JSON.stringify(await open('Airs service 1')).includes('5 Open Road'));
  assert.ok(!JSON.stringify(await open('Airs service 2')).includes('Hidden Road'));
});

test('JSON is taken in, and lines that are none are refused by their number', async () => {
  const service = {
    id: 'j1',
    name: 'Json meals',
    status: 'active',
    organization: { id: 'jo', name: 'Json agency', description: '' },
  };
  const done = await take('json', {
    files: { 'all.ndjson': `${JSON.stringify(service)}\nnothing\n` },
    mapping: { tables: [{ table: 'x', rows: 'none', dayOrder: 'dmy', organisation: null, columns: [] }] },
  });
  assert.deepEqual([done.import.format, ...saved(done)], ['HSDS JSON', 'done', null, 1, 1, 0]);
  assert.deepEqual(told(done), ['2 null bad_json nothing']);
});

test('a table that names no organisation is of the one that is named for it, or each service is its own', async () => {
  const files = { 'list.csv': 'Name,Phone,Category\nHarbour library,71 1,Books\nHill library,71 2,Books\n' };
  const own = await take('own', { files });
  assert.deepEqual(saved(own), ['done', null, 2, 2, 0]);
  const mapping = await suggestFor(await written('one', files));
  const one = await take('one', {
    files,
    mapping: { tables: mapping.tables.map((table) => ({ ...table, organisation: 'Town of Harbour' })) },
  });
  assert.deepEqual(saved(one), ['done', null, 1, 2, 0]);
});

test('rows of one record that say different things are told, and the first is heard', async () => {
  const files = {
    'list.csv':
      'Organization,Organization website,Service,Status\nOne,https://one.example,A,active\nOne,https://other.example,B,active\n',
  };
  const done = await take('twice', { files });
  assert.deepEqual(told(done), ['3 Organization website contradicted https://other.example']);
  assert.equal((await open('A')).organisation.website, 'https://one.example');
});
