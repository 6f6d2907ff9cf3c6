import type { Route } from '@qantara/kernel';
import { z } from 'zod';

type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  maxLength?: number;
  minimum?: number;
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
};

export type Filled = { value: unknown; places: string[] };

const NOTHING: Filled = { value: undefined, places: [] };

const schemaOf = (route: Route, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(route.input, { io, unrepresentable: 'any', reused: 'inline', cycles: 'ref' }) as Schema;

/** What is turned before it is read has a shape only behind the turning. */
function either(asked: Schema = {}, read: Schema = {}): Schema {
  const shape = asked.anyOf?.find(({ type }) => type !== 'null') ?? asked;
  return Object.keys(shape).some((key) => ['type', 'enum', 'const', 'properties'].includes(key))
    ? shape
    : (read.anyOf?.find(({ type }) => type !== 'null') ?? read);
}

/** Looked up, never shown. */
const CODES = /(?:[cC]ode|token|needs|wants|Term|reasonCode|digest|query|credential)(?:\/\d+)?$/;

const isFreeText = (schema: Schema): boolean =>
  schema.type === 'string' &&
  schema.enum === undefined &&
  schema.const === undefined &&
  !['uuid', 'date', 'date-time'].includes(schema.format ?? '');

/** What a place must hold that takes no text. */
function plainFor(schema: Schema): unknown {
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'boolean') return true;
  if (schema.type === 'array') return [];
  return schema.type === 'integer' || schema.type === 'number' ? (schema.minimum ?? 1) : undefined;
}

function fillObject(schemas: [Schema, Schema], value: unknown, given: Given): Filled {
  const [asked, read] = schemas;
  const base = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const names = new Set([
    ...Object.keys(asked.properties ?? {}),
    ...Object.keys(read.properties ?? {}),
    ...Object.keys(base),
  ]);
  const places: string[] = [];
  const filled: Record<string, unknown> = { ...base };
  for (const name of names) {
    const one = fill([asked.properties?.[name] ?? {}, read.properties?.[name] ?? {}], base[name], {
      ...given,
      at: [...given.at, name],
    });
    const needed = read.required?.includes(name) ?? asked.required?.includes(name) ?? false;
    if (one.places.length > 0) filled[name] = one.value;
    else if (needed && filled[name] === undefined)
      filled[name] = plainFor(either(asked.properties?.[name], read.properties?.[name]));
    places.push(...one.places);
  }
  return places.length === 0 ? { value, places } : { value: filled, places };
}

type Given = { text: (place: string, most: number) => string; without: ReadonlySet<string>; at: string[] };

function fill(schemas: [Schema, Schema], value: unknown, given: Given): Filled {
  const place = given.at.join('/');
  if (given.without.has(place)) return { ...NOTHING, value };
  const schema = either(...schemas);
  if (isFreeText(schema) && !CODES.test(place))
    return { value: given.text(place, schema.maxLength ?? 100), places: [place] };
  if (schema.properties !== undefined) return fillObject([schema, schemas[1]], value, given);
  if (schema.type !== 'array' || schema.items === undefined) return { ...NOTHING, value };
  const items = schema.items;
  const first = fill([items, {}], Array.isArray(value) ? value[0] : undefined, { ...given, at: [...given.at, '0'] });
  return first.places.length === 0
    ? { ...NOTHING, value }
    : { value: [first.value, ...(Array.isArray(value) ? value.slice(1) : [])], places: first.places };
}

/** The input of a route with a text in every place that takes one, but for those that were refused. */
export function fillTexts(route: Route, base: unknown, given: Omit<Given, 'at'>): Filled {
  return fill([schemaOf(route, 'input'), schemaOf(route, 'output')], base, { ...given, at: [] });
}
