import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { Page } from '@qantara/kernel';
import { RoleTemplate } from '@qantara/identity/contract';
import { actorInRole, call, countRows, get, refusalOf } from '@qantara/identity/testing';
import type { Asset, AssetCollection, AssetMap, PublicAsset } from '../contract/index.ts';
import { anAsset, aSkill, openAssetsBench, type AssetsBench } from './testing.ts';

let bench: AssetsBench;
before(async () => {
  bench = await openAssetsBench();
});
after(() => bench.database.close());

function find(input: object = {}): Promise<Page<PublicAsset>> {
  return get(bench, 'GET /public/assets', { input: { perPage: '100', ...input } });
}

async function listed(assetId: string): Promise<PublicAsset | undefined> {
  return (await find()).items.find((asset) => asset.assetId === assetId);
}

/** Everything that any route tells anybody, as one text. */
async function allThatIsTold(assetId: string): Promise<string> {
  const paths = [
    ['GET /public/assets', { perPage: '100' }],
    ['GET /public/assets/map', {}],
    ['GET /public/assets/geojson', {}],
    ['GET /public/assets/:assetId', { assetId }],
    ['GET /assets', { perPage: '100' }],
    ['GET /assets', { perPage: '100', ended: 'yes' }],
    ['GET /assets/:assetId', { assetId }],
  ] as const;
  const told: string[] = [];
  for (const actor of [undefined, ...RoleTemplate.options.map((role) => actorInRole(role, bench.organisations.clinic))])
    for (const [path, input] of paths)
      told.push(JSON.stringify(await call(bench, path, { input, ...(actor && { actor }) })));
  return told.join('\n');
}

test('an asset is found by kind, by area with all that lies in it, and by word; its contact only if that was said', async () => {
  const contact = { phone: '070 555 321', email: 'garden@example.org', website: 'https://garden.example' };
  const assetId = await anAsset(bench, { kind: 'culture', tags: ['music'], ...contact });
  for (const input of [
    { kind: 'culture' },
    { areaId: bench.areas.town },
    { areaId: bench.areas.garden },
    { tag: 'music' },
  ])
    assert.ok(
      (await find(input)).items.some((asset) => asset.assetId === assetId),
      JSON.stringify(input),
    );
  assert.equal((await find({ kind: 'economy' })).total, 0);
  const { phone, email, website } = (await listed(assetId)) ?? {};
  assert.deepEqual({ phone, email, website }, { phone: null, email: null, website: null });
  const open = await anAsset(bench, { showsContact: true, ...contact });
  assert.equal((await listed(open))?.phone, '070 555 321');
});

test('the map has the points, and counts a neighbourhood in its town', async () => {
  const assetId = await anAsset(bench, { kind: 'economy' });
  const map = await get<AssetMap>(bench, 'GET /public/assets/map', { input: { kind: 'economy' } });
  assert.deepEqual(
    map.points.map((point) => point.assetId),
    [assetId],
  );
  assert.deepEqual(map.towns, [{ areaId: bench.areas.town, count: 1 }]);
});

test('where a confidential asset is leaves by no route, for no role', async () => {
  const place = { latitude: 36.234567, longitude: 10.345678 };
  const assetId = await anAsset(bench, {
    ...place,
    kind: 'group',
    name: { en: 'Quiet circle' },
    isConfidential: true,
  });
  const told = await allThatIsTold(assetId);
  assert.ok(told.includes('Quiet circle'));
  for (const hidden of ['36.234', '10.345']) assert.equal(told.includes(hidden), false, hidden);
  assert.equal((await listed(assetId))?.areaId, null);
  assert.ok(!(await find({ areaId: bench.areas.town })).items.some((asset) => asset.assetId === assetId));
  const { features } = await get<AssetCollection>(bench, 'GET /public/assets/geojson');
  assert.ok(!features.some(({ id }) => id === assetId));
});

test('a skill names nobody, and is reached through the organisation that holds it', async () => {
  const assetId = await aSkill(bench);
  const seen = await listed(assetId);
  assert.equal(seen?.phone, '070 555 hub');
  assert.equal(seen?.latitude, null);
  assert.equal((await allThatIsTold(assetId)).includes('Amal Haddad'), false, 'not even to another organisation');
  const { features } = await get<AssetCollection>(bench, 'GET /public/assets/geojson');
  const exported = features.find(({ id }) => id === assetId);
  assert.deepEqual([exported?.properties.phone, exported?.properties.email, exported?.geometry], [null, null, null]);
  const before = await countRows(bench, 'platform.access_entry');
  const opened = await get<{ consent: { knownAs: string } | null }>(bench, 'GET /assets/:assetId', {
    input: { assetId },
    actor: bench.navigator,
  });
  assert.equal(opened.consent?.knownAs, 'Amal Haddad');
  assert.equal(await countRows(bench, 'platform.access_entry'), before + 1, 'who opened it is recorded');
});

test('consent taken back: the skill is gone at once from every read, and nothing of the person is kept', async () => {
  const assetId = await aSkill(bench, { name: { en: 'Repairs bicycles' }, knownAs: 'Hedi B.' });
  assert.ok((await allThatIsTold(assetId)).includes('Repairs bicycles'));
  const asked = { input: { assetId }, actor: bench.otherNavigator };
  assert.equal(await refusalOf(bench, 'POST /assets/:assetId/withdraw-consent', asked), 'asset_not_found');
  await get(bench, 'POST /assets/:assetId/withdraw-consent', { ...asked, actor: bench.navigator });
  const told = `${await allThatIsTold(assetId)}${JSON.stringify(
    await call(bench, 'GET /assets/:assetId', { input: { assetId }, actor: bench.navigator }),
  )}`;
  assert.equal(told.includes('Repairs bicycles'), false);
  assert.equal(told.includes(assetId), false);
  const { rows } = await bench.database.pool.query({
    text: `select asset::text || consent::text as kept from assets.asset join assets.skill_consent consent using (asset_id)
      where asset_id = $1`,
    values: [assetId],
  });
  assert.doesNotMatch(String(rows[0]?.['kept']), /Hedi|bicycles/);
});

test('a skill without consent, or for another organisation, is not listed', async () => {
  const refused = (input: object) =>
    refusalOf(bench, 'POST /assets', {
      input: { kind: 'skill', name: { en: 'x' }, givenOn: '2026-01-01', givenHow: 'written', ...input },
      actor: bench.navigator,
    });
  assert.equal(await refused({ givenOn: '' }), 'consent_needed');
  assert.equal(await refused({ givenHow: null }), 'consent_needed');
  assert.equal(await refused({ givenOn: '2099-01-01' }), 'date_to_come');
  assert.equal(await refused({ organisationId: bench.organisations.clinic }), 'skill_of_another_organisation');
  assert.equal(await refused({ latitude: 36, longitude: 10 }), 'skill_has_no_point');
});

test('an asset is corrected over the version that was read, and withdrawn once', async () => {
  const assetId = await anAsset(bench);
  const correct = (version: number) => ({
    input: { assetId, version, name: { en: 'The rose garden' }, areaId: bench.areas.town },
    actor: bench.navigator,
  });
  await get(bench, 'POST /assets/:assetId', correct(1));
  assert.equal(await refusalOf(bench, 'POST /assets/:assetId', correct(1)), 'asset_changed');
  const withdraw = { input: { assetId }, actor: bench.planner };
  await get(bench, 'POST /assets/:assetId/withdraw', withdraw);
  assert.equal(await listed(assetId), undefined);
  assert.equal(await refusalOf(bench, 'POST /assets/:assetId/withdraw', withdraw), 'asset_already_ended');
  const ended = await get<Page<Asset>>(bench, 'GET /assets', { input: { ended: 'yes' }, actor: bench.planner });
  assert.deepEqual(
    ended.items.map((asset) => [asset.assetId, asset.endedWhy]),
    [[assetId, 'withdrawn']],
  );
});
