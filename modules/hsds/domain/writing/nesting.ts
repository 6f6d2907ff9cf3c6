import type { ObjectName } from '@qantara/directory/domain';

/** A list of one object inside another: the field of its rows that names the object they stand in is not written there. */
export type NestedList = { key: string; object: ObjectName; by: string };
/** One object inside another, named by a field of the other. */
export type NestedOne = { key: string; object: ObjectName; by: string };
export type Nesting = { lists: readonly NestedList[]; ones: readonly NestedOne[] };

const list = (key: string, object: ObjectName, by: string): NestedList => ({ key, object, by });

function listsOf(by: string, keys: Record<string, ObjectName>): NestedList[] {
  return Object.entries(keys).map(([key, object]) => list(key, object, by));
}

const NONE: Nesting = { lists: [], ones: [] };

/** How the objects of HSDS 3.1 stand in one another in JSON (HSDS 3.1 `schema/*.json`, `compiled/*.json`). */
const NESTING: Partial<Record<ObjectName, Nesting>> = {
  organization: {
    lists: listsOf('organization_id', {
      additional_websites: 'url',
      funding: 'funding',
      contacts: 'contact',
      phones: 'phone',
      locations: 'location',
      programs: 'program',
      organization_identifiers: 'organization_identifier',
      services: 'service',
    }),
    ones: [],
  },
  service: {
    lists: listsOf('service_id', {
      additional_urls: 'url',
      phones: 'phone',
      schedules: 'schedule',
      service_areas: 'service_area',
      service_at_locations: 'service_at_location',
      languages: 'language',
      funding: 'funding',
      cost_options: 'cost_option',
      required_documents: 'required_document',
      contacts: 'contact',
      capacities: 'service_capacity',
    }),
    ones: [
      { key: 'organization', object: 'organization', by: 'organization_id' },
      { key: 'program', object: 'program', by: 'program_id' },
    ],
  },
  service_at_location: {
    lists: listsOf('service_at_location_id', {
      service_areas: 'service_area',
      contacts: 'contact',
      phones: 'phone',
      schedules: 'schedule',
    }),
    ones: [
      { key: 'location', object: 'location', by: 'location_id' },
      { key: 'service', object: 'service', by: 'service_id' },
    ],
  },
  location: {
    lists: listsOf('location_id', {
      languages: 'language',
      addresses: 'address',
      contacts: 'contact',
      accessibility: 'accessibility',
      phones: 'phone',
      schedules: 'schedule',
    }),
    ones: [],
  },
  contact: { lists: [list('phones', 'phone', 'contact_id')], ones: [] },
  phone: { lists: [list('languages', 'language', 'phone_id')], ones: [] },
  service_capacity: { lists: [], ones: [{ key: 'unit', object: 'unit', by: 'unit_id' }] },
  attribute: { lists: [], ones: [{ key: 'taxonomy_term', object: 'taxonomy_term', by: 'taxonomy_term_id' }] },
  taxonomy_term: { lists: [], ones: [{ key: 'taxonomy_detail', object: 'taxonomy', by: 'taxonomy_id' }] },
};

/** What stands inside an object, besides its attributes and metadata. */
export function nestingOf(object: ObjectName): Nesting {
  return NESTING[object] ?? NONE;
}

/** Terms, their vocabularies and attributes themselves have no attributes in HSDS 3.1. */
const WITHOUT_ATTRIBUTES = new Set<ObjectName>(['attribute', 'taxonomy', 'taxonomy_term', 'metadata']);

/** Whether an object may have attributes (rows that name it by `link_id`). */
export function hasAttributes(object: ObjectName): boolean {
  return !WITHOUT_ATTRIBUTES.has(object);
}

/** Whether an object may have metadata (rows that name it by `resource_id`). */
export function hasMetadata(object: ObjectName): boolean {
  return object !== 'metadata';
}
