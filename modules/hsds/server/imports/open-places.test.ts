import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importPackage, type ImportOutcome } from '../index.ts';
import { openTestRegion, type Region } from '../testing.ts';

let region: Region;
let folder: string;

before(async () => {
  region = await openTestRegion();
  folder = await mkdtemp(join(tmpdir(), 'qantara-open-places-'));
});

after(async () => {
  await region.database.close();
  await rm(folder, { recursive: true });
});

const TABLES = {
  'organizations.csv': 'id,name,description\no1,Harbour house,Help\n',
  'services.csv': [
    'id,organization_id,name,description,status',
    's1,o1,Warm meals,Every day,active',
    's2,o1,Night house,For women after domestic violence,active',
    's3,o1,Refuge of the hill,Beds,active',
    's4,o1,Counselling,By term alone,active',
    's5,o1,Abused women online,Chat,active',
  ].join('\n'),
  'locations.csv': [
    'id,location_type,name,latitude,longitude,is_confidential',
    'l1,physical,Quay,36.8,10.2,',
    'l2,physical,Garden,36.9,10.3,',
    'l3,physical,Hill,36.7,10.1,true',
    'l4,physical,,,,',
    'l5,virtual,Chat,,,',
  ].join('\n'),
  'service_at_location.csv': [
    'id,service_id,location_id',
    'x1,s1,l1',
    'x2,s2,l2',
    'x3,s3,l3',
    'x4,s3,l2',
    'x5,s4,l4',
    'x6,s5,l5',
  ].join('\n'),
  'addresses.csv': 'id,location_id,address_1,city,address_type\na4,l4,4 Long Street,Harbour,physical\n',
  'taxonomy_terms.csv': 'id,code,name,description\nt1,FN-1500,Domestic violence support,\n',
  'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\nz1,s4,service,t1\n',
};

async function take(isTrial: boolean): Promise<ImportOutcome> {
  const path = join(folder, 'package');
  await mkdir(path, { recursive: true });
  for (const [name, text] of Object.entries(TABLES)) await writeFile(join(path, name), text);
  return importPackage(region.executor, { path, source: 'package', language: 'en', isTrial });
}

const toldOf = ({ import: { notes } }: ImportOutcome) =>
  (notes?.maybeConfidential ?? []).map(({ place, services }) => [place, services]);
const EXPECTED = [
  ['4 Long Street', ['Counselling']],
  ['Garden', ['Night house', 'Refuge of the hill']],
];

test('places of services for people in danger that are not hidden are told before and after, and nothing is withheld', async () => {
  const trial = await take(true);
  assert.deepEqual([trial.import.status, toldOf(trial)], ['checked', EXPECTED]);
  const done = await take(false);
  assert.deepEqual([done.import.status, done.import.servicesSaved, toldOf(done)], ['done', 5, EXPECTED]);
});

test('a place that is hidden here is told no more, whatever its source says', async () => {
  await region.database.pool.query(`update directory.location set is_confidential = true where name->>'en' = 'Garden'`);
  assert.deepEqual(toldOf(await take(true)), [['4 Long Street', ['Counselling']]]);
});
