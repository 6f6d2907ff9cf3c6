import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { mergePatch, profilePatches } from '../../domain/profile/merge-patch.ts';
import { importPackage } from '../index.ts';
import { openTestRegion } from '../testing.ts';
import { openWireRegion, wireOfRegion, type Json, type WireRegion } from './testing/wire-region.ts';

const OFFICIAL = new URL('../../../../../shared/standards/hsds/', import.meta.url);
const isHere = existsSync(OFFICIAL);
const skip = isHere ? false : 'the official schemas are not on this machine (../shared/standards/hsds)';

let region: WireRegion;
before(async () => {
  region = await openWireRegion(24);
});
after(() => region.database.close());

type Schema = Record<string, unknown>;

function official(file: string): Schema {
  return JSON.parse(readFileSync(new URL(file, OFFICIAL), 'utf8')) as Schema;
}

/** Every object closed: what the standard does not name is a fault; its own notes beside the schema are not schema. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { properties, items, type, required, format, enum: choices, $ref } = schema as Record<string, unknown>;
  const kept = Object.entries({ type, required, format, enum: choices, $ref }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...Object.fromEntries(kept),
    ...(items === undefined ? {} : { items: closed(items) }),
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties as Schema).map(([key, value]) => [key, closed(value)]),
          ),
          additionalProperties: false,
        }),
  };
}

function validatorOf(schema: Schema, change: (schema: Schema) => Schema = (same) => same): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  return ajv.compile(change(closed(schema) as Schema));
}

function holds(validate: ValidateFunction, value: unknown, where: string): void {
  assert.ok(validate(value), `${where}: ${JSON.stringify(validate.errors?.slice(0, 4))}`);
}

const PAGE = {
  type: 'object',
  properties: {
    total_items: { type: 'integer' },
    total_pages: { type: 'integer' },
    page_number: { type: 'integer' },
    size: { type: 'integer' },
    first_page: { type: 'boolean' },
    last_page: { type: 'boolean' },
    empty: { type: 'boolean' },
    contents: { type: 'array' },
  },
  required: ['total_items', 'total_pages', 'page_number', 'size', 'first_page', 'last_page', 'empty', 'contents'],
};

const LISTS = [
  { list: 'services', item: 'compiled/service_list.json', record: 'compiled/service.json' },
  { list: 'organizations', item: 'compiled/organization_list.json', record: 'compiled/organization.json' },
  {
    list: 'service_at_locations',
    item: 'compiled/service_at_location_list.json',
    record: 'compiled/service_at_location.json',
  },
];

test('every list and record is what the official schemas say, with nothing beside it', { skip }, async () => {
  const page = validatorOf(PAGE);
  for (const { list, item, record } of LISTS) {
    const [ofItem, ofRecord] = [validatorOf(official(item)), validatorOf(official(record))];
    for (const lang of ['ar', 'fr', 'en']) {
      const shown = await region.askJson(`/hsds/${list}?lang=${lang}&per_page=500`);
      holds(page, shown, list);
      for (const one of shown.contents) holds(ofItem, one, `${list} ${String(one['id'])}`);
    }
    const ids = (await region.askJson(`/hsds/${list}?per_page=500`)).contents.map((one) => String(one['id']));
    for (const id of ids) holds(ofRecord, await region.askJson(`/hsds/${list}/${id}`), `${list}/${id}`);
    for (const one of await region.askLines(`/hsds/${list}?full=true`)) holds(ofRecord, one, `${list} full`);
  }
  const ofOrganization = validatorOf(official('compiled/organization.json'));
  for (const one of (await region.askJson('/hsds/organizations?full_service=true')).contents)
    holds(ofOrganization, one, 'organizations full_service');
});

/** The plain schemas name one another: what is named is put in, but for metadata, which these records have none of. */
function withoutReferences(file: string): Schema {
  const put = (_key: string, value: unknown): unknown => {
    const reference = (value as Schema | null)?.['$ref'];
    if (reference === 'metadata.json') return { type: 'object' };
    return reference === 'taxonomy.json' ? official('taxonomy.json') : value;
  };
  return JSON.parse(JSON.stringify(JSON.parse(JSON.stringify(official(file), put)), put)) as Schema;
}

test('terms and taxonomies are what the official schemas say', { skip }, async () => {
  const taxonomy = validatorOf(withoutReferences('taxonomy.json'));
  for (const one of await region.askLines('/hsds/taxonomies')) {
    holds(taxonomy, one, 'taxonomies');
    holds(taxonomy, await region.askJson(`/hsds/taxonomies/${String(one['id'])}`), 'taxonomy');
  }
  const term = validatorOf(withoutReferences('taxonomy_term.json'));
  for (const one of await region.askLines('/hsds/taxonomy_terms')) {
    holds(term, one, 'taxonomy_terms');
    holds(term, await region.askJson(`/hsds/taxonomy_terms/${String(one['id'])}`), 'taxonomy_term');
  }
});

test('a minimal list is the official list without what it leaves out', { skip }, async () => {
  const validate = validatorOf(official('compiled/service_list.json'), (schema) => ({ ...schema, required: ['id'] }));
  for (const one of (await region.askJson('/hsds/services?minimal=true')).contents) {
    assert.deepEqual(Object.keys(one), ['id', 'last_modified']);
    holds(validate, one, 'minimal');
  }
});

const OBJECTS = [
  'accessibility address attribute contact cost_option funding language location meta_table_description metadata organization',
  'organization_identifier phone program required_document schedule service service_area service_at_location service_capacity',
  'taxonomy taxonomy_term unit url',
].flatMap((line) => line.split(' '));

const DECIDING = ['type', 'format', 'enum', '$ref', 'items', 'properties', 'required'];

/** What of a schema decides whether a value is valid; beside a reference nothing else does. */
function essence(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(String).toSorted((one, other) => (one < other ? -1 : 1));
  if (typeof schema !== 'object' || schema === null) return schema;
  const whole = schema as Schema;
  const keys = DECIDING.filter((key) => whole[key] !== undefined && !(key === 'type' && '$ref' in whole));
  return Object.fromEntries(
    keys.map((key) => [key, key === 'properties' ? essencesOf(whole[key] as Schema) : essence(whole[key])]),
  );
}

function essencesOf(properties: Schema): Schema {
  const sorted = Object.entries(properties).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, essence(value)]));
}

test('our merge patches make of the official schemas what we publish', { skip }, async () => {
  const patches = profilePatches();
  for (const object of OBJECTS) {
    const patched = mergePatch(official(`${object}.json`), patches.get(`${object}.json`) ?? {});
    const published = (await region.askJson(`/hsds/schema/${object}.json`)) as Json;
    assert.deepEqual(essence(published), essence(patched), object);
  }
});

test('our OpenAPI document has every address and parameter of the official one', { skip }, async () => {
  const theirs = official('openapi.json') as {
    paths: Record<string, Record<string, { parameters?: { $ref?: string; name?: string }[] }>>;
  };
  const ours = (await region.askJson('/hsds/openapi.json')) as unknown as typeof theirs;
  const named = (operation: { parameters?: { $ref?: string; name?: string }[] } | undefined) =>
    (operation?.parameters ?? []).map(({ $ref, name }) => name ?? $ref?.split('/').at(-1));
  for (const [path, operations] of Object.entries(theirs.paths))
    for (const [verb, operation] of Object.entries(operations)) {
      if (verb === 'parameters') continue;
      const own = new Set(named(ours.paths[path]?.[verb]));
      assert.ok(ours.paths[path]?.[verb] !== undefined, `${verb} ${path}`);
      for (const name of named(operation)) assert.ok(own.has(name), `${verb} ${path} ${name}`);
    }
});

const DATA = new URL('../../../../../shared/', import.meta.url);
const REAL = ['data/florida', 'data/hsds-1.1-sample', 'data/legal-aid', 'standards/hsds/csv'];

for (const name of REAL) {
  const folder = new URL(name, DATA).pathname;
  const why = existsSync(folder) && isHere ? false : `${name} is not on this machine (../shared)`;
  test(`what was taken in from ${name} leaves as the official schemas say`, { skip: why }, async () => {
    const other = wireOfRegion(await openTestRegion());
    try {
      await importPackage(other.executor, { path: folder, source: name });
      for (const { list, record } of LISTS) {
        const validate = validatorOf(official(record));
        for (const one of await other.askLines(`/hsds/${list}?full=true`)) holds(validate, one, `${name} ${list}`);
      }
      const terms = validatorOf(withoutReferences('taxonomy_term.json'));
      for (const one of await other.askLines('/hsds/taxonomy_terms')) holds(terms, one, `${name} taxonomy_terms`);
    } finally {
      await other.database.close();
    }
  });
}
