import { OBJECT_NAMES, type ObjectName } from '@qantara/directory/domain';
import { ADDITIONS, type JsonSchema } from './additions.ts';

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON Merge Patch (RFC 7386), by which HSDS profiles change the schemas of the standard: null takes away. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Json = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** The merge patch of one object of our profile; undefined where the profile leaves the object as it is. */
export function objectPatch(object: ObjectName): JsonSchema | undefined {
  const additions = ADDITIONS.get(object);
  return additions && { properties: additions };
}

/** Every merge patch of our profile, by the file of HSDS 3.1 that it changes. */
export function profilePatches(): Map<string, JsonSchema> {
  return new Map(
    OBJECT_NAMES.flatMap((object) => {
      const patch = objectPatch(object);
      return patch === undefined ? [] : [[`${object}.json`, patch] as const];
    }),
  );
}
