import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refusal } from '@qantara/kernel';
import { ImportReport, PackageReader, READING_ORDER, type StagedRow } from '../../domain/index.ts';
import { openPackage } from './open-package.ts';
import { filesOf } from './testing.ts';

async function read(text: string | Uint8Array) {
  const report = new ImportReport();
  const files = filesOf({ 'export.xml': text });
  const { tables } = await openPackage({ files, report, language: 'en', mapping: null });
  assert.ok(tables);
  for await (const _progress of tables.prepare?.() ?? []);
  const reader = new PackageReader(report, 'en');
  const staged: StagedRow[] = [];
  for (const table of READING_ORDER)
    for await (const { row } of tables.rows(table)) staged.push(...(row === undefined ? [] : reader.read(table, row)));
  return { staged, report, tables };
}

const EXPORT = `<?xml version="1.0" encoding="UTF-8"?>
<airs:Source xmlns:airs="urn:airs" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <airs:Agency RecordOwner="T" YearInc="1987" LegalStatus="Nonprofit" FEIN="12-34">
    <airs:Key>A1</airs:Key>
    <airs:Name>Harbour &amp; Hill</airs:Name>
    <airs:AgencyDescription>Helps &lt;everybody&gt;</airs:AgencyDescription>
    <airs:AKA Confidential="false"><airs:Name>H and H</airs:Name></airs:AKA>
    <airs:AKA Confidential="true"><airs:Name>Secret name</airs:Name></airs:AKA>
    <airs:Phone TollFree="true"><airs:PhoneNumber>555 0100</airs:PhoneNumber><airs:Extension>12</airs:Extension><airs:Type>Voice</airs:Type></airs:Phone>
    <airs:Phone Confidential="true"><airs:PhoneNumber>555 9999</airs:PhoneNumber></airs:Phone>
    <airs:URL><airs:Address>https://one.example</airs:Address></airs:URL>
    <airs:URL><airs:Address>https://two.example</airs:Address></airs:URL>
    <airs:Email><airs:Address>ask@one.example</airs:Address></airs:Email>
    <airs:Contact><airs:Title>Director</airs:Title><airs:Name>Amel B.</airs:Name></airs:Contact>
    <airs:ServiceGroup><airs:Key>G1</airs:Key><airs:Name>Group</airs:Name><airs:ProgramName>Warm winter</airs:ProgramName></airs:ServiceGroup>
    <airs:ResourceInfo DateLastVerified="2026-02-03T00:00:00"/>
    <airs:Site>
      <airs:Key>S1</airs:Key>
      <airs:Name>Quay</airs:Name>
      <airs:SiteDescription>Blue door</airs:SiteDescription>
      <airs:PhysicalAddress Confidential="false">
        <airs:Line1>1 Quay Road</airs:Line1><airs:City>Harbour</airs:City><airs:County>Coast</airs:County>
        <airs:State>TN</airs:State><airs:ZipCode>1000</airs:ZipCode><airs:Country>TN</airs:Country>
      </airs:PhysicalAddress>
      <airs:MailingAddress Confidential="1"><airs:Line1>PO Box 7</airs:Line1></airs:MailingAddress>
      <airs:DisabilitiesAccess>Ramp</airs:DisabilitiesAccess>
      <airs:BusServiceAccess>Line 4</airs:BusServiceAccess>
      <airs:SpatialLocation><airs:Latitude>36.8</airs:Latitude><airs:Longitude>10.2</airs:Longitude></airs:SpatialLocation>
      <airs:CrossStreet>Long Street</airs:CrossStreet>
      <airs:SiteService AreaFlexibility="true" ServiceGroupKey="G1">
        <airs:Key>V1</airs:Key>
        <airs:Name>Warm meals</airs:Name>
        <airs:Description>Every day</airs:Description>
        <airs:FeeStructure>None</airs:FeeStructure>
        <airs:AgeRequirements MinimumAge="18" MaximumAge="65" Gender="Women"/>
        <airs:ResidencyRequirements>Lives in the town</airs:ResidencyRequirements>
        <airs:ApplicationProcess><airs:Step>1</airs:Step><airs:Description>Walk in</airs:Description></airs:ApplicationProcess>
        <airs:DocumentsRequired>Identity card</airs:DocumentsRequired>
        <airs:GeographicAreaServed><airs:City>Harbour</airs:City></airs:GeographicAreaServed>
        <airs:Languages><airs:Name>Arabic</airs:Name><airs:Name>French</airs:Name></airs:Languages>
        <airs:TimeOpen>
          <airs:Monday><airs:From>09:00:00</airs:From><airs:To>17:00:00</airs:To></airs:Monday>
          <airs:Friday><airs:From>09:00:00</airs:From><airs:To>17:00:00</airs:To></airs:Friday>
        </airs:TimeOpen>
        <airs:Taxonomy><airs:Code>BD-5000</airs:Code><airs:Code>YB-1</airs:Code></airs:Taxonomy>
      </airs:SiteService>
      <airs:SiteService ExcludeFromWebsite="true"><airs:Key>V9</airs:Key><airs:Name>For staff alone</airs:Name></airs:SiteService>
    </airs:Site>
    <airs:Site>
      <airs:Key>S2</airs:Key><airs:Name>Night house</airs:Name>
      <airs:PhysicalAddress Confidential="true"><airs:Line1>13 Hidden Lane</airs:Line1><airs:City>Harbour</airs:City></airs:PhysicalAddress>
      <airs:SiteService><airs:Key>V2</airs:Key><airs:Taxonomy><airs:Code>PH-6500.1500</airs:Code></airs:Taxonomy></airs:SiteService>
    </airs:Site>
    <airs:Site><airs:Key>S3</airs:Key><airs:Name>Elsewhere</airs:Name><airs:ConfidentialAddress/></airs:Site>
    <airs:Agency><airs:Key>A2</airs:Key><airs:Name>Child</airs:Name></airs:Agency>
  </airs:Agency>
  <airs:Agency ExcludeFromWebsite="true"><airs:Key>A3</airs:Key><airs:Name>Hidden agency</airs:Name></airs:Agency>
</airs:Source>`;

const rowsOf = (staged: StagedRow[], object: string) =>
  staged.filter((one) => one.object === object).map(({ row }) => row);

const picked = (row: Record<string, unknown> | undefined, ...fields: string[]) => fields.map((field) => row?.[field]);

test('agencies, sites and services at sites are organisations, locations and services', async () => {
  const { staged, tables, report } = await read(EXPORT);
  assert.equal(tables.format, 'AIRS XML');
  const [agency, child, ...others] = rowsOf(staged, 'organization');
  assert.deepEqual(picked(agency, 'id', 'name', 'alternate_name', 'website', 'year_incorporated'), [
    'A1',
    { en: 'Harbour & Hill' },
    { en: 'H and H' },
    'https://one.example',
    1987,
  ]);
  assert.deepEqual([picked(child, 'parent_organization_id'), others], [['A1'], []]);
  const [service] = rowsOf(staged, 'service');
  assert.deepEqual(
    picked(service, 'name', 'organization_id', 'program_id', 'minimum_age', 'assured_date', 'eligibility_description'),
    [{ en: 'Warm meals' }, 'A1', 'G1', 18, '2026-02-03', { en: 'Women\nLives in the town' }],
  );
  const [quay] = rowsOf(staged, 'location');
  assert.deepEqual(picked(quay, 'latitude', 'transportation', 'is_confidential'), [36.8, { en: 'Line 4' }, undefined]);
  assert.deepEqual(
    report.refusals.filter(({ code }) => code !== 'private'),
    [],
  );
});

test('hours, terms and languages are read; what HSDS has no place for is kept under its own name', async () => {
  const { staged } = await read(EXPORT);
  assert.deepEqual(
    rowsOf(staged, 'schedule').map((row) => picked(row, 'byday', 'opens_at', 'closes_at', 'service_at_location_id')),
    [['MO,FR', '09:00', '17:00', 'V1@S1']],
  );
  const terms = rowsOf(staged, 'taxonomy_term').map(({ id }) => id);
  assert.deepEqual(terms, ['BD-5000', 'YB-1', 'PH-6500.1500']);
  assert.deepEqual(
    rowsOf(staged, 'language').map((row) => row['name']),
    ['Arabic', 'French'],
  );
  const kept = rowsOf(staged, 'attribute').filter((row) => row['label'] !== undefined);
  assert.deepEqual(
    kept.map((row) => picked(row, 'label', 'value')),
    [
      ['RecordOwner', 'T'],
      ['AreaFlexibility', 'true'],
      ['CrossStreet', 'Long Street'],
    ],
  );
});

test('what is confidential is hidden or left out, and no word of it is in the report', async () => {
  const { staged, report } = await read(EXPORT);
  assert.deepEqual(
    rowsOf(staged, 'location').map((row) => [row.id, row['is_confidential'] ?? false]),
    [
      ['S1', false],
      ['S2', true],
      ['S3', true],
    ],
  );
  assert.deepEqual(
    rowsOf(staged, 'phone').map((row) => row['number']),
    ['555 0100'],
  );
  const all = JSON.stringify(staged);
  for (const word of ['Secret name', '555 9999', 'PO Box 7', 'For staff alone', 'Hidden agency'])
    assert.ok(!all.includes(word), word);
  assert.deepEqual(
    rowsOf(staged, 'service').map((row) => row['name']),
    [{ en: 'Warm meals' }, { en: 'Night house' }],
  );
  const told = JSON.stringify(report.refusals);
  for (const word of ['Hidden Lane', 'Secret name', '555 9999', 'PO Box 7', 'Hidden agency'])
    assert.ok(!told.includes(word), word);
  assert.deepEqual(
    report.refusals.map(({ row, field, scope }) => [row, field, scope]),
    [
      [1, 'AKA', 'value'],
      [1, 'Phone', 'value'],
      [1, 'MailingAddress', 'value'],
      [1, null, 'row'],
      [2, null, 'row'],
    ],
  );
});

test('the same in another encoding is the same, and no XML without an agency is taken for one', async () => {
  const utf16 = new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(EXPORT, 'utf16le'))]);
  assert.deepEqual((await read(utf16)).staged, (await read(EXPORT)).staged);
  for (const text of ['<Source/>', '<html><body>no</body></html>', 'nothing', ''])
    await assert.rejects(read(text), (fault) => fault instanceof Refusal && fault.code === 'import_format_unknown');
  const entities = '<!DOCTYPE Source [<!ENTITY a "aaaa">]><Source><Agency><Name>&a;</Name></Agency></Source>';
  await assert.rejects(read(entities), (fault) => fault instanceof Refusal && fault.code === 'import_unreadable');
});

test('no XML crashes the reading, and what is read can be kept', async () => {
  const name = fc.constantFrom(
    'Agency',
    'Site',
    'SiteService',
    'Key',
    'Name',
    'Phone',
    'TimeOpen',
    'Monday',
    'From',
    'Taxonomy',
    'Code',
    '__proto__',
  );
  const text = fc.constantFrom('', 'A1', '&amp;', '&#0;', '<', '=1+1', 'x'.repeat(300), '\u0000', 'خدمة', '25:99');
  const piece = fc.oneof(
    name.map((one) => `<${one}>`),
    name.map((one) => `</${one}>`),
    name.map((one) => `<a:${one} Confidential="maybe" __proto__="1" Key='2'/>`),
    text,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
      try {
        const { staged } = await read(`<Source><Agency>${pieces.join('')}`);
        assert.ok(JSON.stringify(staged).isWellFormed());
      } catch (fault) {
        assert.ok(fault instanceof Refusal, String(fault));
      }
    }),
    { numRuns: 1000 },
  );
  assert.equal(({} as Record<string, unknown>)['Key'], undefined);
});
