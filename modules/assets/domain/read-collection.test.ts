import assert from 'node:assert/strict';
import test from 'node:test';
import { Refusal } from '@qantara/kernel';
import fc from 'fast-check';
import type { AssetMapping } from '../contract/index.ts';
import { decodeText } from '@qantara/kernel';
import { LIMITS, measureJson, propertiesOf, readCollection } from './read-collection.ts';
import { readFeatures } from './read-feature.ts';
import { representativePoint } from './representative-point.ts';

const MAPPING: AssetMapping = {
  nameAr: '',
  nameFr: 'nom',
  nameEn: 'name',
  descriptionAr: '',
  descriptionFr: '',
  descriptionEn: 'note',
  kindProperty: 'kind',
  kindOtherwise: 'place',
  tagsProperty: 'tags',
  phoneProperty: 'phone',
  emailProperty: 'email',
  websiteProperty: 'site',
  keyProperty: '',
  showsContact: true,
};

function refusalOf(text: string): string | null {
  try {
    readCollection(text);
    return null;
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
}

test('what is no collection is refused in words, before anything is built of it', () => {
  assert.equal(refusalOf('{'), 'file_unreadable');
  assert.equal(refusalOf('[]'), 'file_not_a_collection');
  assert.equal(refusalOf('{"type":"Feature"}'), 'file_not_a_collection');
  assert.equal(refusalOf('{"type":"FeatureCollection","features":[]}'), null);
  assert.equal(refusalOf('['.repeat(100_000)), 'file_too_deep');
  assert.equal(refusalOf(`[${'[],'.repeat(LIMITS.values)}[]]`), 'file_too_many');
  assert.equal(refusalOf(' '.repeat(LIMITS.bytes + 1)), 'file_too_large');
  const many = Array.from({ length: LIMITS.features + 1 }, () => 1).join(',');
  assert.equal(refusalOf(`{"type":"FeatureCollection","features":[${many}]}`), 'file_too_many');
});

test('brackets and commas inside a text are no depth and no values', () => {
  assert.deepEqual(measureJson('{"a":"[[[,,,\\"[["}'), { depth: 1, values: 2 });
});

test('a file is read in the encodings that old tools write', () => {
  const text = '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"حديقة البلدية"}}]}';
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
  assert.equal(decodeText(little).text.replace('\uFEFF', ''), text);
  assert.equal(decodeText(Buffer.from(text)).encoding, 'utf-8');
  assert.equal(decodeText(Buffer.from(text, 'utf16le')).encoding, 'utf-16le');
  const french = Buffer.from('{"nom":"Cour des métiers, allée"}', 'latin1');
  assert.deepEqual(decodeText(french), { text: '{"nom":"Cour des métiers, allée"}', encoding: 'windows-1252' });
  const arabic = Buffer.from([0x22, 0xe3, 0xdf, 0xca, 0xc8, 0xc9, 0x22]);
  assert.deepEqual(decodeText(arabic), { text: '"مكتبة"', encoding: 'windows-1256' });
});

const aNumber = fc.oneof(fc.double(), fc.integer({ min: -200, max: 200 }), fc.constant(null), fc.string());
const aPosition = fc.array(aNumber, { maxLength: 4 });
const coordinates = fc.oneof(
  aPosition,
  fc.array(aPosition, { maxLength: 6 }),
  fc.array(fc.array(aPosition, { maxLength: 6 }), { maxLength: 4 }),
  fc.array(fc.array(fc.array(aPosition, { maxLength: 6 }), { maxLength: 3 }), { maxLength: 3 }),
  fc.anything(),
);
const TYPES = [
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
  'toString',
  '__proto__',
];
const aGeometry = fc.oneof(
  fc.record({ type: fc.constantFrom(...TYPES), coordinates, geometries: coordinates }),
  fc.anything(),
);
const aValue = fc.oneof(fc.string(), fc.string({ minLength: 190, maxLength: 6000 }), fc.double(), fc.jsonValue());
const someProperties = fc.dictionary(
  fc.constantFrom('name', 'nom', 'kind', 'note', 'tags', 'phone', 'email', 'site', '__proto__', 'constructor'),
  aValue,
);
const aFeature = fc.oneof(
  fc.record({
    type: fc.constantFrom('Feature', 'feature', 7),
    id: fc.oneof(fc.string(), fc.integer(), fc.anything()),
    geometry: aGeometry,
    properties: fc.oneof(someProperties, fc.anything()),
  }),
  fc.anything(),
);

/** Text as a file holds it: what JSON cannot say is left out. */
function asFile(features: unknown[]): string | null {
  try {
    return JSON.stringify({ type: 'FeatureCollection', features }, (_key, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  } catch {
    return null;
  }
}

test('whatever stands in a file, each feature is taken or refused by its number, and nothing is thrown', () => {
  const outlines = [
    {
      areaId: 'a',
      boundary: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [9, 0],
            [9, 9],
            [0, 9],
          ],
        ],
      },
    },
  ];
  fc.assert(
    fc.property(fc.array(aFeature, { maxLength: 12 }), (features) => {
      const text = asFile(features);
      if (text === null) return;
      const raw = readCollection(text);
      propertiesOf(raw);
      const frame = { west: 0, south: 0, east: 9, north: 9 };
      const { drafts, refusals } = readFeatures(raw, { mapping: MAPPING, outlines, frame, kindWords: new Map() });
      assert.equal(drafts.length + refusals.length, raw.length);
      assert.equal(new Set(drafts.map(({ key }) => key)).size, drafts.length);
      for (const draft of drafts) {
        assert.ok(Math.abs(draft.latitude) <= 90 && Math.abs(draft.longitude) <= 180);
        assert.ok(draft.kind !== 'skill');
        assert.ok(draft.website === null || /^https?:/.test(draft.website));
        assert.ok(!/<[a-z]/i.test(JSON.stringify(draft.name)) || !/<[^<>]*>/.test(JSON.stringify(draft.name)));
      }
      for (const { feature, value } of refusals) {
        assert.ok(feature >= 1 && feature <= raw.length);
        assert.ok((value?.length ?? 0) <= 200);
      }
    }),
    { numRuns: 400 },
  );
});

test('any text at all is read or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      refusalOf(text);
      decodeText(Buffer.from(text, 'latin1'));
    }),
  );
});

test('a point stands for each kind of geometry, and lies inside an area that is bent', () => {
  assert.deepEqual(representativePoint({ type: 'Point', coordinates: [10, 36, 5] }), [10, 36]);
  const line = {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
      [2, 0],
    ],
  };
  assert.deepEqual(representativePoint(line), [1, 1]);
  // A horseshoe: its centroid lies in the gap.
  const horseshoe = [
    [
      [0, 0],
      [9, 0],
      [9, 9],
      [7, 9],
      [7, 2],
      [2, 2],
      [2, 9],
      [0, 9],
      [0, 0],
    ],
  ];
  assert.deepEqual(representativePoint({ type: 'Polygon', coordinates: horseshoe }), [1, 4.5]);
  assert.deepEqual(representativePoint({ type: 'MultiPolygon', coordinates: [horseshoe] }), [1, 4.5]);
  assert.deepEqual(representativePoint({ type: 'GeometryCollection', geometries: [null, line] }), [1, 1]);
  assert.equal(representativePoint({ type: 'Point', coordinates: ['10', '36'] }), null);
  assert.equal(representativePoint({ type: 'Circle', coordinates: [1, 2] }), null);
});
