import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { checkCsvw } from '../../modules/opendata/domain/testing/check-csvw.ts';
import { faultsOf, shapesOf } from '../../modules/opendata/server/testing/rdf.ts';
import { readFileSync } from 'node:fs';
import { lookAt } from '../stage/look-at.ts';
import { regionUnderTest } from '../stage/region-under-test.ts';
import { JOURNEY_LOCALES } from '../stage/words.ts';

const region = regionUnderTest();
const DCAT = readFileSync(new URL('../../modules/opendata/server/testing/dcat-ap.ttl', import.meta.url), 'utf8');

const take = async (path: string): Promise<Response> => fetch(new URL(path, region.address()));
const rowsOf = (text: string): string[][] => parse(text, { relax_column_count: true });

type Described = { tables: { url: string }[] };

for (const locale of JOURNEY_LOCALES)
  describe(locale, () => {
    test('a statistician finds the catalogue on a page, takes a table with its description, and both agree, without script', async () => {
      const anyone = await region.visitor({ locale, script: false });
      assert.equal(await anyone.open(''), 200);
      await anyone.follow(anyone.t('shell.footer.open_data'));
      assert.equal(await anyone.heading(), anyone.t('opendata.page.title'));
      await lookAt(anyone);
      const href = await anyone.page.locator('a[href="/data/figures.csv"]').first().getAttribute('href');
      assert.ok(href);
      const table = await take(href);
      assert.equal(table.headers.get('access-control-allow-origin'), '*');
      const link = /^<([^>]+)>; rel="describedby"; type="application\/csvm\+json"$/.exec(
        table.headers.get('link') ?? '',
      );
      assert.ok(link?.[1], 'the answer names its description');
      const described = (await (await take(link[1])).json()) as Described;
      const files = new Map<string, string[][]>();
      for (const { url } of described.tables) files.set(url, rowsOf(await (await take(`/data/${url}`)).text()));
      assert.deepEqual(checkCsvw(described, files), []);
      assert.ok((files.get('figures.csv') ?? []).length > 20, 'the sample has figures');
      await anyone.leave();
    });
  });

test('a portal reads the catalogue, and every file that it names is there', async () => {
  const answer = await take('/data/catalogue.jsonld');
  assert.match(answer.headers.get('content-type') ?? '', /^application\/ld\+json/);
  const text = await answer.text();
  assert.deepEqual(await faultsOf(JSON.parse(text), shapesOf(DCAT)), []);
  const addresses = [...text.matchAll(/"dcat:downloadURL": \{\s*"@id": "https?:\/\/[^/]+(\/[^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  assert.ok(addresses.length > 20);
  for (const path of addresses) {
    const file = await take(path);
    assert.equal(file.status, 200, path);
    await file.arrayBuffer();
  }
});

test('every table of the sample is as its description says', async () => {
  for (const name of ['areas', 'needs', 'indicators', 'figures', 'plans', 'plan-nodes', 'targets', 'quotes']) {
    const described = (await (await take(`/data/${name}.csv-metadata.json`)).json()) as Described;
    const files = new Map<string, string[][]>();
    for (const { url } of described.tables) files.set(url, rowsOf(await (await take(`/data/${url}`)).text()));
    assert.deepEqual(checkCsvw(described, files), [], name);
    assert.ok((files.get(`${name}.csv`) ?? []).length > 1, name);
  }
});
