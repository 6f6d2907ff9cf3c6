import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoArea } from 'd3-geo';
import { areaShapes, d3Outline, pointPlaces } from './area-shape.ts';
import type { Outline } from './outline.ts';

const asRfc7946: Outline = {
  type: 'Polygon',
  coordinates: [
    [
      [10, 36],
      [10.1, 36],
      [10.1, 36.1],
      [10, 36.1],
      [10, 36],
    ],
  ],
};

test('an outline turned as GeoJSON wants it is an area and not the rest of the globe', () => {
  assert.ok(geoArea(asRfc7946) > 6);
  assert.ok(geoArea(d3Outline(asRfc7946)) < 0.001);
});

test('an outline already turned for d3 is left alone', () => {
  const once = d3Outline(asRfc7946);
  assert.equal(d3Outline(once), once);
});

test('shapes stay inside their frame', () => {
  const [shape] = areaShapes([asRfc7946], 100, 80);
  const numbers = (shape?.d.match(/[\d.]+/g) ?? []).map(Number);
  assert.ok(numbers.length > 6 && numbers.every((number) => number >= 0 && number <= 100));
});

test('points lie where their outline is, east at the end and north above; one elsewhere lies nowhere', () => {
  const [southWest, northEast, elsewhere] = pointPlaces(
    [asRfc7946],
    [
      { longitude: 10.02, latitude: 36.02 },
      { longitude: 10.08, latitude: 36.08 },
      { longitude: 36.05, latitude: 10.05 },
    ],
    [100, 80],
  );
  assert.ok(southWest && northEast && southWest[0] < northEast[0] && southWest[1] > northEast[1]);
  assert.equal(elsewhere, null);
});
