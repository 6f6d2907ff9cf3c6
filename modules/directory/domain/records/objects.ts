import type { LocalizedText } from '@qantara/kernel';
import { CHIEF_OBJECTS } from './chief-objects.ts';
import type { FieldKind, ObjectModel } from './field-kind.ts';
import { PART_OBJECTS } from './part-objects.ts';

/**
 * The objects of HSDS 3.1 as data: reading, writing, nesting, comparing and storing all go by this list, so that none of
 * them can forget a field. Nested copies (`taxonomy_detail`, `unit`) are made from the fields that name them.
 */
export const OBJECTS = { ...CHIEF_OBJECTS, ...PART_OBJECTS };

export type ObjectName = keyof typeof OBJECTS;
export const OBJECT_NAMES = Object.keys(OBJECTS) as ObjectName[];

type ValueOf<K extends FieldKind> = K extends 'text' ? LocalizedText : K extends 'number' ? number : string;

/** One object of HSDS as a row: references are identifiers, texts are in all their languages, what is not said is left out. */
export type Row<O extends ObjectName = ObjectName> = { id: string } & {
  [F in keyof (typeof OBJECTS)[O]['fields']]?: (typeof OBJECTS)[O]['fields'][F] extends FieldKind
    ? ValueOf<(typeof OBJECTS)[O]['fields'][F]> | null
    : never;
};

/** A row of any object, where code goes by the model. */
export type AnyRow = { id: string } & Record<string, unknown>;

export function modelOf(object: ObjectName): ObjectModel {
  return OBJECTS[object];
}

const FIELDS = new Map(OBJECT_NAMES.map((object) => [object, Object.entries<FieldKind>(modelOf(object).fields)]));

/** The fields of an object with what each holds. */
export function fieldsOf(object: ObjectName): readonly [string, FieldKind][] {
  return FIELDS.get(object) ?? [];
}

/** The object that a field names, or undefined where it names none. */
export function referenceOf(kind: FieldKind): ObjectName | 'any' | undefined {
  return kind.startsWith('id ') ? (kind.slice(3) as ObjectName | 'any') : undefined;
}
