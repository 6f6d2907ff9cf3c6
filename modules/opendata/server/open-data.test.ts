import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { newId } from '@qantara/kernel';
import { callRoute } from '@qantara/indicators/testing';
import { askedByAnyone } from '@qantara/platform';
import { dataRoutes } from '../contract/index.ts';
import { checkCsvw } from '../domain/testing/check-csvw.ts';
import { getShelved, openShelf } from './shelf.ts';
import { openOpenRegion, type OpenRegion } from './testing/open-region.ts';
import { faultsOf, shapesOf, statementsOf } from './testing/rdf.ts';

const TABLES = ['areas', 'needs', 'indicators', 'figures', 'plans', 'plan-nodes', 'targets', 'policies', 'quotes'];
const DCAT = readFileSync(new URL('testing/dcat-ap.ttl', import.meta.url), 'utf8');

let region: OpenRegion;
before(async () => {
  region = await openOpenRegion();
});
after(() => region.database.close());

type Given = { type: string; body: string; link: string };

/** A file as anybody is given it. */
async function take(file: string): Promise<Given> {
  const route = dataRoutes.getOpenFile;
  const answer = async (ctx: Parameters<typeof getShelved>[0]) => {
    const { type, body, describedBy } = await getShelved(ctx, file);
    return { type, body, headers: { link: describedBy ?? '' } };
  };
  const given = await region.executor.answerWire({ route, answer }, { file }, askedByAnyone('en'));
  if (typeof given.body !== 'string') throw new Error('a file is text');
  return { type: given.type, body: given.body, link: given.headers?.['link'] ?? '' };
}

const rowsOf = (csv: string): string[][] => parse(csv, { relax_column_count: true });

async function readAll(): Promise<Map<string, string[][]>> {
  const files = new Map<string, string[][]>();
  for (const name of TABLES) files.set(`${name}.csv`, rowsOf((await take(`${name}.csv`)).body));
  return files;
}

test('every table is as its description says: headings, datatypes, required cells, keys within and between', async () => {
  const files = await readAll();
  for (const name of TABLES) {
    const { type, link } = await take(`${name}.csv`);
    assert.equal(type, 'text/csv; charset=utf-8; header=present');
    const described = await take(link);
    assert.match(described.type, /^application\/csvm\+json/);
    assert.deepEqual(checkCsvw(JSON.parse(described.body), files), [], name);
    assert.ok((files.get(`${name}.csv`) ?? []).length > 1 || name === 'quotes', `${name} has rows`);
  }
});

test('the figures of one year are a table of their own, with its own description', async () => {
  const file = `figures-${region.year}.csv`;
  const files = new Map([...(await readAll()), [file, rowsOf((await take(file)).body)]]);
  const metadata = JSON.parse((await take(`${file}-metadata.json`)).body) as { tables: { url: string }[] };
  assert.equal(metadata.tables[0]?.url, file);
  assert.deepEqual(checkCsvw(metadata, files), []);
});

test('a column has its title in three languages, and what is not told its own marker', async () => {
  const metadata = JSON.parse((await take('figures.csv-metadata.json')).body) as {
    tables: { tableSchema: { columns: { name: string; titles: Record<string, string>; null?: string[] }[] } }[];
  };
  const columns = metadata.tables[0]?.tableSchema.columns ?? [];
  for (const { titles } of columns) assert.deepEqual(Object.keys(titles).toSorted(), ['ar', 'en', 'fr', 'und']);
  assert.deepEqual(columns.find(({ name }) => name === 'count')?.null, ['', 'x', '..']);
});

test('a few people are told of in no file: their number is an x, and its status says so', async () => {
  const [heading = [], ...rows] = rowsOf((await take('figures.csv')).body);
  const at = (name: string): number => heading.indexOf(name);
  const housing = rows.filter((row) => row[at('need')] === 'housing' && row[at('indicator')] === 'got_help_rate');
  assert.ok(housing.length > 0);
  for (const row of housing) {
    assert.equal(row[at('count')], 'x');
    assert.equal(row[at('status')], 'suppressed');
    assert.equal(row[at('value')], 'x');
  }
  for (const row of rows)
    if (row[at('status')] === 'shown' && row[at('out_of')] !== '')
      assert.ok(Number(row[at('count')]) === 0 || Number(row[at('count')]) >= 11, row.join());
});

test('what a source says of women and of men stands beside what it says of everybody; ages of which one is a few tell neither', async () => {
  const [heading = [], ...rows] = rowsOf((await take('figures.csv')).body);
  const at = (name: string): number => heading.indexOf(name);
  const told = rows.filter((row) => row[at('indicator')] === 'feels_safe');
  const cells = told.map((row) => [row[at('part')], row[at('count')], row[at('out_of')]]);
  assert.deepEqual(cells.slice(0, 1), [['all', '300', '500']]);
  assert.deepEqual(
    cells.filter(([part]) => part?.startsWith('sex:')),
    [
      ['sex:f', '120', '250'],
      ['sex:m', '180', '250'],
    ],
  );
  const ages = cells.filter(([part]) => part?.startsWith('age:'));
  assert.equal(ages.length, 3);
  assert.equal(ages.filter(([, count]) => count === 'x').length, 2);
});

test('what counts services and not people is given away as it is', async () => {
  const [heading = [], ...rows] = rowsOf((await take('figures.csv')).body);
  const at = (name: string): number => heading.indexOf(name);
  const fresh = rows.filter((row) => row[at('indicator')] === 'fresh_services_rate');
  assert.ok(fresh.some((row) => row[at('need')] === 'all' && row[at('period')] === String(region.year)));
  assert.ok(fresh.some((row) => row[at('need')] === 'food'));
});

test('what is not published is in no file: neither a draft nor what stands under it', async () => {
  for (const name of ['plans.csv', 'plan-nodes.csv', 'policies.csv', 'catalogue.jsonld'])
    assert.ok(!/Secret (?:draft|text)/.test((await take(name)).body), name);
  assert.equal(
    (rowsOf((await take('plans.csv')).body)[1] ?? [])[1],
    '',
    'a plan that is under a draft is under none that is known',
  );
});

test('of laws and policies only those told to everybody are given away, with the published nodes that they serve', async () => {
  const [heading = [], ...rows] = rowsOf((await take('policies.csv')).body);
  const at = (name: string) => rows.map((row) => row[heading.indexOf(name)]);
  assert.deepEqual(at('title_en'), ['By-law on street lights']);
  assert.deepEqual(at('stage'), ['consultation']);
  assert.deepEqual(at('serves'), [region.nodeId]);
  assert.deepEqual(at('reasons_ar'), ['']);
  assert.ok((await take('catalogue.jsonld')).body.includes('/data/policies.csv'));
});

test('the catalogue holds what DCAT-AP 3.0.1 asks for', async () => {
  const { body, type } = await take('catalogue.jsonld');
  assert.match(type, /^application\/ld\+json/);
  assert.deepEqual(await faultsOf(JSON.parse(body), shapesOf(DCAT)), []);
  const store = await statementsOf(JSON.parse(body));
  const DCAT_NS = 'http://www.w3.org/ns/dcat#';
  const count = (type: string) =>
    store.getQuads(null, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type', `${DCAT_NS}${type}`, null).length;
  assert.equal(count('Catalog'), 1);
  assert.ok(count('Dataset') >= 6);
  assert.ok(count('Distribution') >= 15);
});

test('our shapes find what is missing: a catalogue without publisher, a file without address', async () => {
  const document = JSON.parse((await take('catalogue.jsonld')).body) as { '@graph': Record<string, unknown>[] };
  const broken = structuredClone(document);
  for (const node of broken['@graph']) {
    if (node['@type'] === 'dcat:Catalog') delete node['dct:publisher'];
    if (node['@type'] === 'dcat:Dataset')
      for (const file of node['dcat:distribution'] as Record<string, unknown>[]) delete file['dcat:accessURL'];
  }
  const faults = (await faultsOf(broken, shapesOf(DCAT))).join('\n');
  assert.match(faults, /publisher MinCount/);
  assert.match(faults, /accessURL MinCount/);
});

test('what the catalogue says of our files is so: address, length and sum', async () => {
  const document = JSON.parse((await take('catalogue.jsonld')).body) as { '@graph': Record<string, never>[] };
  const files = document['@graph'].flatMap((node) => (node['dcat:distribution'] ?? []) as Record<string, never>[]);
  const ours = files.filter((file) => String(file['dcat:downloadURL']?.['@id']).includes('/data/'));
  assert.ok(ours.length > 10);
  for (const file of ours) {
    const name = String(file['dcat:downloadURL']?.['@id']).split('/').at(-1) ?? '';
    const { body } = await take(name);
    const told = (file['spdx:checksum'] as Record<string, never> | undefined)?.['spdx:checksumValue']?.['@value'];
    if (told === undefined) assert.match(name, /^plan-/);
    else {
      assert.equal(told, createHash('sha256').update(body).digest('hex'));
      assert.equal(file['dcat:byteSize']?.['@value'], String(Buffer.byteLength(body)));
    }
  }
});

test('a page is told the same, and a file that is not there is refused', async () => {
  const { value } = await callRoute<{ datasets: { code: string }[] }>(region, 'GET /public/data', {});
  assert.ok(value?.datasets.some(({ code }) => code === `figures-${region.year}`));
  await assert.rejects(take('people.csv'), /record_not_found/);
  await assert.rejects(take(`plan-${newId()}-basic-en.jsonld`), /record_not_found/);
});

test('whoever asks again within a minute is given what stands', async () => {
  const [one, other] = await region.inSystem(async (ctx) => [openShelf(ctx), openShelf(ctx)]);
  assert.equal(await one, await other);
});
