/**
 * What a field holds. `text` is what people read, in up to three languages; `id` names another record (the object's
 * name stands beside it); the rest is what JSON Schema calls it in HSDS 3.1.
 */
export type FieldKind = 'text' | 'string' | 'number' | 'date' | 'datetime' | 'time' | 'uri' | 'email' | `id ${string}`;

export type ObjectModel = {
  /** The name of its file in a package, without `.csv`. */
  file: string;
  /** Its fields besides `id`, in HSDS's order. */
  fields: Readonly<Record<string, FieldKind>>;
  /** Without these there is no such object: HSDS's `required`, less what real packages leave out. */
  required: readonly string[];
};
