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

type Given = { text: (place: string, most: number) => string; without: ReadonlySet<string>; at: string[] };
type Both = { asked: Schema; read: Schema };

const below = ({ asked, read }: Both, name: string): Both => ({
  asked: asked.properties?.[name] ?? {},
  read: read.properties?.[name] ?? {},
});

const namesOf = ({ asked, read }: Both, base: object): string[] => [
  ...new Set([...Object.keys(asked.properties ?? {}), ...Object.keys(read.properties ?? {}), ...Object.keys(base)]),
];

const isNeeded = ({ asked, read }: Both, name: string): boolean =>
  (read.required ?? asked.required ?? []).includes(name);

function fillObject(both: Both, value: unknown, given: Given): Filled {
  const base = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const filled = namesOf(both, base).map((name) => {
    const one = fill(below(both, name), base[name], { ...given, at: [...given.at, name] });
    const { asked, read } = below(both, name);
    const plain = base[name] ?? (isNeeded(both, name) ? plainFor(either(asked, read)) : undefined);
    return { name, places: one.places, value: one.places.length > 0 ? one.value : plain };
  });
  const places = filled.flatMap((one) => one.places);
  if (places.length === 0) return { value, places };
  const entries = filled.flatMap((one) => (one.value === undefined ? [] : [[one.name, one.value] as const]));
  return { value: Object.fromEntries(entries), places };
}

function fillList(items: Schema, value: unknown, given: Given): Filled {
  const list: unknown[] = Array.isArray(value) ? value : [];
  const first = fill({ asked: items, read: {} }, list[0], { ...given, at: [...given.at, '0'] });
  return first.places.length === 0 ? { ...NOTHING, value } : { ...first, value: [first.value, ...list.slice(1)] };
}

function fill(both: Both, value: unknown, given: Given): Filled {
  const place = given.at.join('/');
  const schema = either(both.asked, both.read);
  if (given.without.has(place)) return { ...NOTHING, value };
  if (isFreeText(schema) && !CODES.test(place))
    return { value: given.text(place, schema.maxLength ?? 100), places: [place] };
  if (schema.properties !== undefined) return fillObject({ asked: schema, read: both.read }, value, given);
  return schema.items === undefined ? { ...NOTHING, value } : fillList(schema.items, value, given);
}

/** The input of a route with a text in every place that takes one, but for those that were refused. */
export function fillTexts(route: Route, base: unknown, given: Omit<Given, 'at'>): Filled {
  const both = { asked: schemaOf(route, 'input'), read: schemaOf(route, 'output') };
  return fill(both, base, { ...given, at: [] });
}
