import { fieldsOf, OBJECT_NAMES, type FieldKind, type ObjectName } from '@qantara/directory/domain';
import { hasAttributes, hasMetadata, nestingOf } from '../writing/nesting.ts';
import { CHOICES, FREE_ADDRESSES, MOMENTS, NEEDED, REQUIRED } from '../writing/wire-values.ts';
import { ADDITIONS, type JsonSchema } from './additions.ts';
import { aboutField, aboutObject } from './words.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

function formatOf(name: string, kind: FieldKind): JsonSchema {
  if (kind.startsWith('id ')) return { format: 'uuid' };
  if (kind === 'uri' && !FREE_ADDRESSES.has(name)) return { format: 'uri' };
  if (kind === 'email') return { format: 'email' };
  return MOMENTS.has(name) ? { format: 'date-time' } : {};
}

function fieldSchema(object: ObjectName, field: string, kind: FieldKind): JsonSchema {
  const name = `${object}.${field}`;
  const choices = CHOICES[name];
  return {
    type: kind === 'number' ? 'number' : 'string',
    ...formatOf(name, kind),
    ...(choices === undefined ? {} : { enum: [...choices] }),
    description: aboutField(object, field, kind),
  };
}

type Inner = { key: string; object: ObjectName; isList: boolean };

/** Lists that stand in the compiled schemas alone, where the whole is seen from one side. */
const COMPILED_ONLY = new Set(['organization.services', 'service_at_location.service']);

function innerOf(object: ObjectName): Inner[] {
  const { lists, ones } = nestingOf(object);
  return [
    ...lists.map(({ key, object: inner }) => ({ key, object: inner, isList: true })),
    ...ones.map(({ key, object: inner }) => ({ key, object: inner, isList: false })),
    ...(hasAttributes(object) ? [{ key: 'attributes', object: 'attribute' as const, isList: true }] : []),
    ...(hasMetadata(object) ? [{ key: 'metadata', object: 'metadata' as const, isList: true }] : []),
  ];
}

function innerSchema(inner: Inner, refOf: (object: ObjectName) => string): JsonSchema {
  const one = { $ref: refOf(inner.object) };
  return inner.isList ? { type: 'array', items: one } : one;
}

/** What an object cannot be without in JSON. */
export function requiredOf(object: ObjectName): string[] {
  const fields = [...Object.keys(REQUIRED[object] ?? {}), ...(NEEDED[object] ?? [])];
  return ['id', ...fields, ...(object === 'service_capacity' ? ['unit'] : [])];
}

type Given = { base: string; refOf: (object: ObjectName) => string; isInner: (key: string, inner: Inner) => boolean };

function schemaOf(object: ObjectName, { base, refOf, isInner }: Given): JsonSchema {
  const inner = innerOf(object).filter((one) => isInner(`${object}.${one.key}`, one));
  const fields = fieldsOf(object).map(([field, kind]) => [field, fieldSchema(object, field, kind)]);
  return {
    $schema: DIALECT,
    $id: base,
    title: object,
    description: aboutObject(object),
    type: 'object',
    properties: {
      id: { type: 'string', format: 'uuid', description: 'What it is called here and elsewhere, for ever.' },
      ...Object.fromEntries(fields),
      ...Object.fromEntries(inner.map((one) => [one.key, innerSchema(one, refOf)])),
      ...ADDITIONS.get(object),
    },
    required: requiredOf(object),
  };
}

/** One object of HSDS 3.1 with our profile, as JSON Schema 2020-12, made from the same model that the answers are made by. */
export function objectSchema(object: ObjectName, at: string): JsonSchema {
  return schemaOf(object, {
    base: `${at}/${object}.json`,
    refOf: (inner) => `${inner}.json`,
    isInner: (name) => !COMPILED_ONLY.has(name),
  });
}

const WHOLE = ['service', 'organization', 'service_at_location'] as const;
type Whole = (typeof WHOLE)[number];

function wholeSchema(object: Whole, at: string): JsonSchema {
  return schemaOf(object, {
    base: `${at}/compiled/${object}.json`,
    refOf: (inner) => `../${inner}.json`,
    isInner: () => true,
  });
}

/** What stands once in a list: the record that it names, whose own lists are left out. */
function listSchema(object: Whole, at: string): JsonSchema {
  return schemaOf(object, {
    base: `${at}/compiled/${object}_list.json`,
    refOf: (inner) => (inner === 'service' ? 'service_list.json' : `../${inner}.json`),
    isInner: (_name, { isList }) => !isList,
  });
}

/** Every schema that is published, by its place under `/hsds/schema`. */
export function publishedSchemas(at: string): Map<string, JsonSchema> {
  return new Map<string, JsonSchema>([
    ...OBJECT_NAMES.map((object) => [`${object}.json`, objectSchema(object, at)] as const),
    ...WHOLE.map((object) => [`compiled/${object}.json`, wholeSchema(object, at)] as const),
    ...WHOLE.map((object) => [`compiled/${object}_list.json`, listSchema(object, at)] as const),
  ]);
}
