import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Page } from '@qantara/kernel';
import { countRows, get, refusalOf } from '@qantara/identity/testing';
import type { AssetImport, FeatureRefusal, PublicAsset } from '../contract/index.ts';
import { aFile, openAssetsBench, takeIn, tryDry, write, type AssetsBench, type Feature } from './testing.ts';

let bench: AssetsBench;
before(async () => {
  bench = await openAssetsBench();
});
after(() => bench.database.close());

function counts(taken: AssetImport): number[] {
  const { added, changed, same, ended, refused } = taken.outcome ?? assert.fail('nothing was tried');
  return [added.count, changed.count, same.count, ended.count, refused];
}

async function found(source: string): Promise<PublicAsset[]> {
  const { items } = await get<Page<PublicAsset>>(bench, 'GET /public/assets', { input: { perPage: '100' } });
  return items.filter((asset) => asset.source === source);
}

function refusals(importId: string): Promise<Page<FeatureRefusal>> {
  return get(bench, 'GET /asset-imports/:importId/refusals', { input: { importId }, actor: bench.planner });
}

const named = (id: string, nom: string, more: Partial<Feature> = {}): Feature => ({ id, properties: { nom }, ...more });

test('a file is tried dry, then written; the next one of its source changes, ends and never doubles', async () => {
  const first = await takeIn(bench, aFile([named('1', 'Jardin'), named('2', 'Place'), named('3', 'Quai')]));
  assert.deepEqual([first.status, first.features, first.mapping], ['read', 3, null]);
  assert.deepEqual(first.properties, [{ name: 'nom', example: 'Jardin' }]);
  const before = await countRows(bench, 'assets.asset');
  assert.deepEqual(counts(await tryDry(bench, first.importId)), [3, 0, 0, 0, 0]);
  assert.equal(await countRows(bench, 'assets.asset'), before, 'a dry run writes nothing');
  assert.equal((await write(bench, first.importId)).status, 'written');
  assert.deepEqual(
    (await found('city')).map(({ areaId }) => areaId),
    Array(3).fill(bench.areas.garden),
  );

  const next = await takeIn(bench, aFile([named('1', 'Jardin'), named('2', 'Grande place'), named('4', 'Halle')]));
  assert.equal(next.status, 'checked', 'the mapping of the time before is used again');
  assert.deepEqual(counts(next), [1, 1, 1, 1, 0]);
  assert.deepEqual(next.outcome?.ended.first, ['Quai']);
  await write(bench, next.importId);
  assert.deepEqual(
    (await found('city')).map(({ name }) => name.fr),
    ['Grande place', 'Halle', 'Jardin'],
  );
  const again = await takeIn(bench, aFile([named('1', 'Jardin'), named('2', 'Grande place'), named('4', 'Halle')]));
  assert.deepEqual(counts(again), [0, 0, 3, 0, 0]);
  const back = await takeIn(bench, aFile([named('3', 'Quai')]));
  assert.deepEqual(counts(back), [0, 1, 0, 3, 0], 'what had gone comes back as the same asset');
});

test('what is refused is told by feature, field, value and reason, and its asset is not taken for gone', async () => {
  const good = await takeIn(bench, aFile([named('a', 'Moulin'), named('b', 'Puits')]), 'mess');
  await tryDry(bench, good.importId);
  await write(bench, good.importId);
  const features = [
    named('a', 'Moulin', { at: [36.2, 10.2] }),
    named('b', ''),
    named('c', 'Paris', { at: [2.35, 48.85] }),
    named('d', 'Nulle part', { at: [10.2, 136.2] }),
    named('e', 'Deux fois'),
    named('e', 'Deux fois'),
    { id: 'f', properties: { nom: 'Couture', kind: 'skill' } },
  ];
  const taken = await takeIn(bench, aFile(features), 'mess');
  const tried = await tryDry(bench, taken.importId, { kindProperty: 'kind' });
  assert.deepEqual(counts(tried), [1, 0, 0, 0, 6]);
  const { items } = await refusals(taken.importId);
  assert.deepEqual(
    items.map(({ feature, field, value, code }) => `${feature} ${field} ${value ?? ''} ${code}`),
    [
      '1 geometry 36.2, 10.2 swapped',
      '2 nom  name_missing',
      '3 geometry 2.35, 48.85 outside_region',
      '4 geometry 10.2, 136.2 out_of_range',
      '6 id e duplicate_key',
      '7 kind skill skill_needs_consent',
    ],
  );
});

test('a feature without an identifier is known again by a column, or by its name and place', async () => {
  const file = aFile([
    { properties: { nom: 'Four', code: 'K1' } },
    { properties: { nom: 'Fontaine', code: 'K2' }, at: [10.3, 36.3] },
  ]);
  const first = await takeIn(bench, file, 'bare');
  await tryDry(bench, first.importId);
  await write(bench, first.importId);
  assert.deepEqual(counts(await takeIn(bench, file, 'bare')), [0, 0, 2, 0, 0]);
  const keyed = await takeIn(bench, file, 'keyed');
  await tryDry(bench, keyed.importId, { keyProperty: 'code' });
  await write(bench, keyed.importId);
  const renamed = aFile([{ properties: { nom: 'Grand four', code: 'K1' } }]);
  assert.deepEqual(counts(await takeIn(bench, renamed, 'keyed')), [0, 1, 0, 1, 0]);
});

test('an import ends once, and what was discarded wrote nothing', async () => {
  const taken = await takeIn(bench, aFile([named('1', 'Pont')]), 'discarded');
  const asked = { input: { importId: taken.importId }, actor: bench.planner };
  assert.equal(await refusalOf(bench, 'POST /asset-imports/:importId/write', asked), 'asset_import_not_checked');
  const nameless = { input: { importId: taken.importId, kindOtherwise: 'place' }, actor: bench.planner };
  assert.equal(await refusalOf(bench, 'POST /asset-imports/:importId/check', nameless), 'name_property_needed');
  await get(bench, 'POST /asset-imports/:importId/discard', asked);
  assert.equal(await refusalOf(bench, 'POST /asset-imports/:importId/write', asked), 'asset_import_ended');
  assert.deepEqual(await found('discarded'), []);
});

test('a hostile file is refused in words', async () => {
  const refused = (text: string) => {
    const content = Buffer.from(text).toString('base64');
    const input = { fileName: 'x', source: 'hostile', content };
    return refusalOf(bench, 'POST /asset-imports', { input, actor: bench.planner });
  };
  assert.equal(await refused('['.repeat(1_000_000)), 'file_too_deep');
  assert.equal(await refused(`[${'[],'.repeat(2_000_000)}[]]`), 'file_too_many');
  assert.equal(await refused('not json'), 'file_unreadable');
  assert.equal(await refused('{"type":"Topology"}'), 'file_not_a_collection');
});

test('a file in an Arabic code page, its kind in Arabic words, is read as it is meant', async () => {
  const json = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        id: 'ar-1',
        geometry: { type: 'Point', coordinates: [10.2, 36.2] },
        properties: { name: 'NAME', sort: 'KIND' },
      },
    ],
  });
  const arabic = (text: string): Buffer =>
    Buffer.from(Array.from(text, (letter) => ({ ث: 0xcb, ق: 0xde, ا: 0xc7, ف: 0xdd, ة: 0xc9 })[letter] ?? 0x20));
  const [head = '', middle = '', tail = ''] = json.split(/NAME|KIND/);
  const bytes = Buffer.concat([
    Buffer.from(head),
    arabic('ثقافة'),
    Buffer.from(middle),
    arabic('ثقافة'),
    Buffer.from(tail),
  ]);
  const taken = await takeIn(bench, bytes.toString('base64'), 'old tool');
  assert.equal(taken.encoding, 'windows-1256');
  const mapping = { nameFr: '', nameAr: 'name', kindProperty: 'sort', kindOtherwise: null };
  assert.deepEqual(counts(await tryDry(bench, taken.importId, mapping)), [1, 0, 0, 0, 0]);
  await write(bench, taken.importId);
  const [asset] = await found('old tool');
  assert.deepEqual([asset?.name.ar, asset?.kind], ['ثقافة', 'culture']);
});
