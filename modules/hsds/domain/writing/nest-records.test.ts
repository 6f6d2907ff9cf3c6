import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fieldsOf, referenceOf, type AnyRow, type ObjectName } from '@qantara/directory/domain';
import { indexRows, nestRecord, WITHOUT } from './nest-records.ts';
import { nestingOf } from './nesting.ts';
import { unnestRecords } from './unnest-records.ts';

const OWNERS = ['service', 'location', 'service_at_location', 'contact', 'organization'] as const;
const PARTS = OWNERS.flatMap((object) => nestingOf(object).lists).filter(
  ({ object }) => object !== 'location' && object !== 'service',
);

/** Rows of every kind that a service may have inside, naming one another as they should; each says something, as one that is but an identifier is a mention of a row. */
const bundle = fc
  .record({
    seeds: fc.array(fc.record({ text: fc.string(), number: fc.integer(), pick: fc.nat(7) }), {
      minLength: 60,
      maxLength: 60,
    }),
  })
  .map(({ seeds }) => {
    const rows = new Map<ObjectName, AnyRow[]>();
    let next = 0;
    const seed = () => seeds[next++ % seeds.length] ?? { text: 'x', number: 1, pick: 0 };
    const add = (object: ObjectName, references: Record<string, string>): string => {
      const list = rows.get(object) ?? [];
      const row: AnyRow = { id: `${object} ${list.length}` };
      for (const [field, kind] of fieldsOf(object)) {
        const { text, number } = seed();
        if (referenceOf(kind) !== undefined) continue;
        if (kind === 'number') row[field] = number;
        else if (text !== '') row[field] = text;
        else if (field === 'name') row[field] = 'x';
      }
      rows.set(object, [...list, { ...row, ...references }]);
      return row.id;
    };
    const organization = add('organization', {});
    const program = add('program', { organization_id: organization });
    const service = add('service', { organization_id: organization, program_id: program });
    const location = add('location', {});
    const place = add('service_at_location', { service_id: service, location_id: location });
    const contact = add(
      'contact',
      seed().pick % 2 === 0 ? { service_id: service } : { service_id: service, location_id: location },
    );
    const owners: Record<string, Record<string, string>> = {
      service_id: { service_id: service },
      location_id: { location_id: location },
      service_at_location_id: { service_at_location_id: place },
      contact_id: { contact_id: contact },
      organization_id: { organization_id: organization },
    };
    const addPart = (inner: ObjectName, by: string) => {
      const unit = inner === 'service_capacity' ? { unit_id: add('unit', {}) } : {};
      const id = add(inner, { ...owners[by], ...unit });
      if (inner === 'phone') add('language', { phone_id: id });
    };
    for (const { object: inner, by } of PARTS.filter((part) => !rows.has(part.object) || part.object === 'phone'))
      for (let count = seed().pick % 3; count > 0; count -= 1) addPart(inner, by);
    const taxonomy = add('taxonomy', {});
    const term = add('taxonomy_term', { taxonomy_id: taxonomy });
    add('attribute', { link_id: service, link_entity: 'service', taxonomy_term_id: term });
    add('metadata', { resource_id: location, resource_type: 'location' });
    return rows;
  });

function flat(rows: Iterable<{ object: string; row: object }>): string[] {
  return [...rows]
    .map(
      ({ object, row }) =>
        `${object} ${JSON.stringify(Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1)))}`,
    )
    .toSorted();
}

test('what was nested and taken apart again is what it was', () => {
  fc.assert(
    fc.property(bundle, (rows) => {
      const index = indexRows(rows);
      const [service] = rows.get('service') ?? [];
      const nested = service && nestRecord('service', service, { index, without: WITHOUT.service });
      const all = [...rows].flatMap(([object, list]) => list.map((row) => ({ object, row })));
      assert.deepEqual(flat(unnestRecords(JSON.parse(JSON.stringify(nested)))), flat(all));
    }),
    { numRuns: 60 },
  );
});

test('a row does not repeat the name of what it stands in', () => {
  const rows = new Map<ObjectName, AnyRow[]>([
    ['service', [{ id: 's' }]],
    ['phone', [{ id: 'p', service_id: 's', number: '1', contact_id: 'c' }]],
  ]);
  const nested = nestRecord('service', { id: 's' }, { index: indexRows(rows) });
  assert.deepEqual(nested, { id: 's', phones: [{ id: 'p', contact_id: 'c', number: '1' }] });
});

test('a list names what there is one of, and nothing there may be several of', () => {
  const rows = new Map<ObjectName, AnyRow[]>([
    ['organization', [{ id: 'o', name: 'Hand' }]],
    ['phone', [{ id: 'p', service_id: 's', number: '1' }]],
  ]);
  const nested = nestRecord('service', { id: 's', organization_id: 'o' }, { index: indexRows(rows), isShallow: true });
  assert.deepEqual(nested, { id: 's', organization_id: 'o', organization: { id: 'o', name: 'Hand' } });
});
