import { PART_OBJECTS, UNCOMPARED, type Content, type HomeObject, type PartObject } from './record.ts';
import type { AnyRow, ObjectName } from './objects.ts';

/** One field that reads otherwise than before; null is nothing. */
export type Change = { object: ObjectName; id: string; field: string; before: unknown; after: unknown };

const NOTHING = new Set<unknown>([undefined, null, '']);

function canonicalObject(value: object, nothing: ReadonlySet<unknown>): string {
  const entries = Object.entries(value).filter(([, one]) => !nothing.has(one) && one !== undefined);
  entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one, nothing)}`).join(',')}}`;
}

/** Keys in one order, so that two equal values are equal texts; what counts as nothing is left out. */
export function canonical(value: unknown, nothing: ReadonlySet<unknown> = NOTHING): string {
  if (typeof value !== 'object' || value === null || value instanceof Date) return JSON.stringify(value) ?? 'null';
  if (!Array.isArray(value)) return canonicalObject(value, nothing);
  return `[${value.map((one) => canonical(one, nothing)).join(',')}]`;
}

type Of = { object: ObjectName; id: string };

function changedFields(of: Of, before: Record<string, unknown>, after: Record<string, unknown>): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => field !== 'id' && !UNCOMPARED.has(field))
    .map((field) => ({ ...of, field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter(({ before: was, after: is }) => was !== is && canonical(was) !== canonical(is));
}

function changedParts(object: PartObject, before: AnyRow[], after: AnyRow[]): Change[] {
  const old = new Map(before.map((row) => [row.id, row]));
  const fresh = new Map(after.map((row) => [row.id, row]));
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((id) =>
    changedFields({ object, id }, old.get(id) ?? {}, fresh.get(id) ?? {}),
  );
}

/** Field by field what is different between two states of one record and its parts; parts are the same by identifier. */
export function changesOf(of: { object: HomeObject; id: string }, before: Content, after: Content): Change[] {
  return [
    ...changedFields(of, before.fields, after.fields),
    ...PART_OBJECTS.flatMap((object) =>
      changedParts(object, (before.parts[object] ?? []) as AnyRow[], (after.parts[object] ?? []) as AnyRow[]),
    ),
  ];
}
