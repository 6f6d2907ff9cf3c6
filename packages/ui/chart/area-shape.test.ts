import assert from 'node:assert/strict';
import { test } from 'node:test';
import { geoArea } from 'd3-geo';
import { areaShapes, d3Outline } from './area-shape.ts';
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
