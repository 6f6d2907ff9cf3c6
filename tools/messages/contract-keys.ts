import type { Contract } from '../reading/contracts.ts';
import type { Mention } from './usage.ts';

/** What the tools read of a zod 4 schema: its definition, by the kind of schema. */
type Definition = {
  type: string;
  shape?: Record<string, unknown>;
  element?: unknown;
  innerType?: unknown;
  in?: unknown;
  left?: unknown;
  right?: unknown;
  options?: unknown[];
  items?: unknown[];
  valueType?: unknown;
  getter?: () => unknown;
  entries?: Record<string, string>;
};

/** A field of an input: any of these keys may name it. */
export type FieldMention = { file: string; field: string; keys: string[] };

function definitionOf(schema: unknown): Definition | undefined {
  if (typeof schema !== 'object' || schema === null || !('_zod' in schema)) return undefined;
  const inner = schema._zod;
  if (typeof inner !== 'object' || inner === null || !('def' in inner)) return undefined;
  return isDefinition(inner.def) ? inner.def : undefined;
}

function isDefinition(value: unknown): value is Definition {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

const LANGUAGE_FIELDS = new Set(['ar', 'fr', 'en']);

/** The names of all fields of a schema, also of objects inside it; the three languages of a text are no fields. */
export function fieldsOf(schema: unknown, seen = new Set<unknown>()): Set<string> {
  const definition = definitionOf(schema);
  if (definition === undefined || seen.has(schema)) return new Set();
  seen.add(schema);
  const names = Object.keys(definition.shape ?? {}).filter((name) => !LANGUAGE_FIELDS.has(name));
  return new Set([...names, ...innerSchemas(definition).flatMap((inner) => [...fieldsOf(inner, seen)])]);
}

function innerSchemas(definition: Definition): unknown[] {
  const { shape, options, items, getter, element, innerType, left, right, valueType } = definition;
  const lists = [Object.values(shape ?? {}), options ?? [], items ?? [], getter === undefined ? [] : [getter()]];
  return [...lists.flat(), element, innerType, definition.in, left, right, valueType];
}

/** Every field of every route's input: the person who is told of a fault in it must read its name. */
export function inputFields({ module, file, routes }: Contract): FieldMention[] {
  const names = new Set(Object.values(routes).flatMap(({ input }) => [...fieldsOf(input)]));
  return [...names].map((field) => ({ file, field, keys: [`${module}.field.${field}`, `field.${field}`] }));
}

/** The refusals that the routes name. */
export function refusalKeys({ file, routes }: Contract): Mention[] {
  const codes = new Set(Object.values(routes).flatMap(({ refusals }) => refusals));
  return [...codes].map((code) => ({ file, key: `refusal.${code}` }));
}

/** The messages of closed lists: `export const enumMessages = { 'referrals.status': ReferralStatus }`. */
export function enumKeys({ file, exports }: Contract): Mention[] {
  return Object.entries(listed(exports['enumMessages'])).flatMap(([prefix, schema]) =>
    Object.values(definitionOf(schema)?.entries ?? {}).map((value) => ({ file, key: `${prefix}.${value}` })),
  );
}

/** Closed lists that a contract exports without saying where their words are (`wordlessEnums`: never shown). */
export function unlistedEnums({ exports }: Contract): string[] {
  const known = new Set([
    ...Object.values(listed(exports['enumMessages'])),
    ...Object.values(listed(exports['wordlessEnums'])),
  ]);
  return Object.entries(exports)
    .filter(([, value]) => definitionOf(value)?.type === 'enum' && !known.has(value))
    .map(([name]) => name);
}

function listed(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
