import assert from 'node:assert/strict';
import test from 'node:test';
import { objectOfJson, unnestRecords } from './unnest-records.ts';

const SERVICE = {
  id: 'service-1',
  name: 'Meals',
  status: 'active',
  minimum_age: 16,
  wheelchair_taxi: true,
  phones: [{ id: 'phone-1', number: '0500', languages: [{ id: 'language-1', code: 'ar' }] }],
  contacts: [{ name: 'Front desk', phones: [{ id: 'phone-1', number: '0500' }] }],
  service_at_locations: [{ id: 'at-1', location: { id: 'location-1', location_type: 'physical', addresses: [] } }],
  organization: { id: 'organization-1', name: 'Hand', description: '' },
  capacities: [{ id: 'capacity-1', available: 3, updated: '2026-01-01', unit: { id: 'unit-1', name: 'Bed' } }],
  attributes: [
    {
      id: 'attribute-1',
      taxonomy_term: {
        id: 'term-1',
        name: 'Food',
        description: '',
        taxonomy_detail: { id: 'taxonomy-1', name: 'Needs' },
      },
    },
  ],
  translations: { name: { fr: 'Repas', ar: { text: 'وجبات', origin: 'person' } } },
};

const rowOf = (rows: ReturnType<typeof unnestRecords>, object: string) =>
  rows.filter((one) => one.object === object).map(({ row }) => row);

test('a nested service is flat rows that name one another', () => {
  const rows = unnestRecords(SERVICE);
  assert.deepEqual(rowOf(rows, 'service'), [
    {
      id: 'service-1',
      name: 'Meals',
      status: 'active',
      minimum_age: 16,
      wheelchair_taxi: 'true',
      organization_id: 'organization-1',
    },
  ]);
  assert.deepEqual(rowOf(rows, 'service_at_location'), [
    { id: 'at-1', service_id: 'service-1', location_id: 'location-1' },
  ]);
  assert.deepEqual(rowOf(rows, 'service_capacity'), [
    { id: 'capacity-1', available: 3, updated: '2026-01-01', service_id: 'service-1', unit_id: 'unit-1' },
  ]);
  assert.deepEqual(rowOf(rows, 'attribute'), [
    { id: 'attribute-1', link_id: 'service-1', link_entity: 'service', taxonomy_term_id: 'term-1' },
  ]);
  assert.deepEqual(rowOf(rows, 'taxonomy_term'), [{ id: 'term-1', name: 'Food', taxonomy_id: 'taxonomy-1' }]);
});

test('what stands in two places is one row that names both', () => {
  const [phone, ...others] = rowOf(unnestRecords(SERVICE), 'phone');
  assert.deepEqual(phone, {
    id: 'phone-1',
    number: '0500',
    service_id: 'service-1',
    contact_id: 'service-1/contacts/0',
  });
  assert.equal(others.length, 0);
});

test('further languages become rows of their own', () => {
  assert.deepEqual(rowOf(unnestRecords(SERVICE), 'translation'), [
    {
      resource_type: 'service',
      resource_id: 'service-1',
      field: 'name',
      language: 'ar',
      text: 'وجبات',
      origin: 'person',
    },
    { resource_type: 'service', resource_id: 'service-1', field: 'name', language: 'fr', text: 'Repas' },
  ]);
});

test('a page, a list and an object of lists are read like one record', () => {
  const one = unnestRecords(SERVICE);
  assert.deepEqual(unnestRecords({ total_items: 1, contents: [SERVICE] }), one);
  assert.deepEqual(unnestRecords([SERVICE]), one);
  assert.deepEqual(unnestRecords({ services: [SERVICE] }), one);
});

test('an organisation, a location and a term are told from a service', () => {
  assert.equal(objectOfJson({ id: '1', name: 'A', description: 'b' }), 'organization');
  assert.equal(objectOfJson({ id: '1', name: 'A', status: 'active' }), 'service');
  assert.equal(objectOfJson({ id: '1', location_type: 'physical' }), 'location');
  assert.equal(objectOfJson({ id: '1', name: 'A', parent_id: '2' }), 'taxonomy_term');
  assert.equal(objectOfJson({ id: '1', service_id: '2', location: {} }), 'service_at_location');
});

test('no depth of nesting and no strange value is too much', () => {
  let deep: Record<string, unknown> = { id: 'x', name: 'x', status: 'active' };
  for (let level = 0; level < 5000; level += 1)
    deep = { id: `${level}`, status: 'active', service_at_locations: [{ service: deep }] };
  assert.ok(unnestRecords(deep).length < 100);
  for (const strange of [null, 3, 'text', [], [[]], { contents: [null] }, {}]) unnestRecords(strange);
});
