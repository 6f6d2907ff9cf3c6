import { fieldsOf, OBJECT_NAMES, type FieldKind, type ObjectName } from '@qantara/directory/domain';
import { hasAttributes, hasMetadata, nestingOf } from '../writing/nesting.ts';
import { addressOf, CHOICES, FREE_ADDRESSES, IS_UUID, mailOf, MOMENTS } from '../writing/wire-values.ts';
import { requiredOf } from './object-schema.ts';

/** What is wrong with a record by the model of HSDS 3.1, and which of its properties HSDS does not know. */
export type RecordFaults = { faults: string[]; unknown: string[] };

type Json = Record<string, unknown>;
type Finding = RecordFaults & { path: string };

const MOST_LEVELS = 12;
const IS_MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/i;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function formatFault(name: string, kind: FieldKind, said: string): string | undefined {
  if (kind.startsWith('id ')) return IS_UUID.test(said) ? undefined : 'is no UUID';
  if (kind === 'uri' && !FREE_ADDRESSES.has(name)) return addressOf(said) === said ? undefined : 'is no URI';
  if (kind === 'email') return mailOf(said) === undefined ? 'is no e-mail address' : undefined;
  return !MOMENTS.has(name) || IS_MOMENT.test(said) ? undefined : 'is no date-time';
}

function valueFault(name: string, kind: FieldKind, value: unknown): string | undefined {
  if (kind === 'number') return typeof value === 'number' ? undefined : 'is no number';
  if (typeof value !== 'string') return 'is no text';
  const choices = CHOICES[name];
  if (choices !== undefined && !choices.includes(value)) return `is none of ${choices.join(', ')}`;
  return formatFault(name, kind, value);
}

type Inner = { object: ObjectName; isList: boolean };

function innerOf(object: ObjectName): Map<string, Inner> {
  const { lists, ones } = nestingOf(object);
  return new Map<string, Inner>([
    ...lists.map(({ key, object: inner }) => [key, { object: inner, isList: true }] as const),
    ...ones.map(({ key, object: inner }) => [key, { object: inner, isList: false }] as const),
    ...(hasAttributes(object) ? [['attributes', { object: 'attribute', isList: true }] as const] : []),
    ...(hasMetadata(object) ? [['metadata', { object: 'metadata', isList: true }] as const] : []),
  ]);
}

const INNER = new Map(OBJECT_NAMES.map((object) => [object, innerOf(object)]));

function lookInto(found: Finding, inner: Inner, value: unknown): void {
  if (inner.isList !== Array.isArray(value)) {
    found.faults.push(`${found.path} is ${inner.isList ? 'no list' : 'a list'}`);
    return;
  }
  const items: unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, one] of items.entries())
    look({ ...found, path: inner.isList ? `${found.path}[${index}]` : found.path }, inner.object, one);
}

function look(found: Finding, object: ObjectName, json: unknown): void {
  if (found.path.split('.').length > MOST_LEVELS) return;
  if (!isObject(json)) {
    found.faults.push(`${found.path} is no object`);
    return;
  }
  for (const name of requiredOf(object))
    if (json[name] === undefined) found.faults.push(`${found.path}.${name} is missing`);
  for (const [key, value] of Object.entries(json)) lookAt(found, object, [key, value]);
}

function lookAt(found: Finding, object: ObjectName, [key, value]: [string, unknown]): void {
  const path = `${found.path}.${key}`;
  const within = INNER.get(object)?.get(key);
  if (within !== undefined) return lookInto({ ...found, path }, within, value);
  const kind = key === 'id' ? 'id any' : fieldsOf(object).find(([name]) => name === key)?.[1];
  if (kind === undefined) return void found.unknown.push(path);
  const fault = valueFault(`${object}.${key}`, kind, value);
  if (fault !== undefined) found.faults.push(`${path} ${fault}`);
}

/** Holds a record against the model: what it lacks, what is of another type, format or list, and what HSDS does not know. */
export function recordFaults(object: ObjectName, json: unknown): RecordFaults {
  const found: Finding = { faults: [], unknown: [], path: object };
  look(found, object, json);
  return { faults: found.faults, unknown: found.unknown };
}
