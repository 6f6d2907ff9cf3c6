import assert from 'node:assert/strict';
import test from 'node:test';
import type { Area } from '../contract/index.ts';
import { around, within } from './area-tree.ts';

function anArea(areaId: string, parentAreaId: string | null): Area {
  const name = { en: areaId };
  return {
    areaId,
    parentAreaId,
    kind: 'region',
    code: areaId,
    name,
    latitude: null,
    longitude: null,
    population: null,
  } as Area;
}

const TREE = [anArea('region', null), anArea('city', 'region'), anArea('port', 'city'), anArea('town', 'region')];

test('a city has its neighbourhoods within it, and not the next town', () => {
  assert.deepEqual(within(TREE, 'city'), ['city', 'port']);
});

test('a neighbourhood lies in its city, which lies in the region', () => {
  assert.deepEqual(
    around(TREE, 'port').map((area) => area.areaId),
    ['port', 'city', 'region'],
  );
});

test('two areas that name each other as parent end the walk instead of hanging it', () => {
  const loop = [anArea('a', 'b'), anArea('b', 'a')];
  assert.equal(around(loop, 'a').length, 2);
  assert.equal(within(loop, 'a').length, 2);
});
