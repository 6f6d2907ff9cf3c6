import { refuse, type FieldFault } from '@qantara/kernel';
import type { z } from 'zod';
import { isRecord, pruned, type Resource } from './resource.ts';

const DEEPEST = 24;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Elements that change the meaning of others: not understood, they may not be passed over (FHIR R4 §2.4.0.4). */
const MODIFIERS = new Set(['modifierExtension', 'implicitRules']);

type Place = { value: unknown; path: string; depth: number };

function* children({ value, path, depth }: Place): Generator<Place & { key: string }> {
  const entries = Array.isArray(value) ? [...value.entries()] : isRecord(value) ? Object.entries(value) : [];
  for (const [key, one] of entries)
    yield { key: String(key), value: one, path: path === '' ? String(key) : `${path}.${key}`, depth: depth + 1 };
}

function checkPlace({ key, path, depth }: Place & { key: string }): void {
  if (depth > DEEPEST) refuse('resource_too_deep');
  if (FORBIDDEN.has(key)) refuse('resource_invalid', { fields: [{ path, code: 'invalid' }] });
  if (MODIFIERS.has(key)) refuse('modifier_unknown', { fields: [{ path, code: 'invalid' }] });
  if (key === 'contained') refuse('contained_not_taken', { fields: [{ path, code: 'invalid' }] });
}

function walk(body: unknown): void {
  const waiting: Place[] = [{ value: body, path: '', depth: 0 }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
    for (const child of children(place)) {
      checkPlace(child);
      waiting.push(child);
    }
}

/**
 * A resource of the type that its address names. Refuses `resource_other_type`, `resource_too_deep`, and what cannot be passed over:
 * `modifier_unknown`, `contained_not_taken`.
 */
export function resourceIn(body: unknown, type: string): Resource {
  if (!isRecord(body)) return refuse('resource_invalid', { fields: [{ path: type, code: 'required' }] });
  if (body['resourceType'] !== type)
    refuse('resource_other_type', { fields: [{ path: 'resourceType', code: 'invalid' }] });
  walk(body);
  return body as Resource;
}

const codeOf = (issue: z.core.$ZodIssue): string => {
  const own = issue.code === 'custom' ? issue.params?.['code'] : undefined;
  if (typeof own === 'string') return own;
  return issue.code === 'invalid_type' && issue.input === undefined ? 'required' : 'invalid';
};

const faultOf =
  (type: string) =>
  (issue: z.core.$ZodIssue): FieldFault => ({
    path: [type, ...issue.path.map(String)].join('.'),
    code: codeOf(issue),
  });

/** What is not said of every resource, and so is no loss. */
const PASSED = new Set(['resourceType', 'id', 'meta', 'text', 'language']);

function* lost(given: unknown, kept: unknown, path: string): Generator<string> {
  if (Array.isArray(given)) {
    const of = Array.isArray(kept) ? kept : [];
    for (const [at, one] of given.entries()) yield* lost(one, of[at], `${path}.${at}`);
    return;
  }
  if (!isRecord(given)) {
    if (given !== kept) yield path;
    return;
  }
  if (!isRecord(kept)) {
    yield path;
    return;
  }
  for (const [key, one] of Object.entries(given)) yield* lost(one, kept[key], `${path}.${key}`);
}

function* lostOf(body: Resource, kept: Record<string, unknown>): Generator<string> {
  for (const [key, value] of Object.entries(body))
    if (!PASSED.has(key)) yield* lost(value, kept[key], `${body.resourceType}.${key}`);
}

/** Which elements of a body are not in what is kept of it: the first hundred. */
export function leftOut(body: Resource, kept: Record<string, unknown>): string[] {
  const left: string[] = [];
  for (const path of lostOf(body, kept)) {
    left.push(path);
    if (left.length >= 100) break;
  }
  return left;
}

/** What of a body is kept, by its shape. Refuses `resource_invalid` with every field at fault. */
export function readShape<T extends z.ZodType>(body: Resource, shape: T): z.output<T> {
  const parsed = shape.safeParse(body, { reportInput: true });
  if (!parsed.success)
    return refuse('resource_invalid', { fields: parsed.error.issues.slice(0, 50).map(faultOf(body.resourceType)) });
  return pruned(parsed.data);
}
