import {
  fieldsOf,
  modelOf,
  OBJECT_NAMES,
  referenceOf,
  type FieldKind,
  type ObjectName,
} from '@qantara/directory/domain';
import { MOMENTS } from './wire-values.ts';

/** What our profile adds to a table, after HSDS's own columns. */
const PROFILE_COLUMNS: Partial<Record<ObjectName, readonly string[]>> = {
  service: ['capacity_status', 'capacity_updated'],
  location: ['is_confidential'],
};

/** Texts in further languages, with who translated them: a table of our profile. */
export const TRANSLATION_COLUMNS = [
  'resource_type',
  'resource_id',
  'field',
  'language',
  'text',
  'origin',
  'translated_by',
  'translated_at',
  'from_language',
  'from_text',
] as const;

/** The columns of an object's table: HSDS's in its order, ours after them. */
export function columnsOfTable(object: ObjectName): string[] {
  return ['id', ...fieldsOf(object).map(([field]) => field), ...(PROFILE_COLUMNS[object] ?? [])];
}

/** The file of an object in a package. */
export function fileOf(object: ObjectName): string {
  return `${modelOf(object).file}.csv`;
}

function typeOf(object: ObjectName, field: string, kind: FieldKind): string {
  if (kind === 'number' || kind === 'date') return kind;
  return MOMENTS.has(`${object}.${field}`) ? 'datetime' : 'string';
}

function fieldsOfTable(object: ObjectName): object[] {
  const own = fieldsOf(object).map(([name, kind]) => ({ name, type: typeOf(object, name, kind) }));
  const added = (PROFILE_COLUMNS[object] ?? []).map((name) => ({
    name,
    type: name.startsWith('is_') ? 'boolean' : 'string',
  }));
  return [{ name: 'id', type: 'string', constraints: { required: true, unique: true } }, ...own, ...added];
}

function keysOf(object: ObjectName): object[] {
  return fieldsOf(object).flatMap(([field, kind]) => {
    const resource = referenceOf(kind);
    if (resource === undefined || resource === 'any' || resource === object) return [];
    return [{ fields: field, reference: { resource, fields: 'id' } }];
  });
}

function resourceOf(name: string, path: string, schema: object): object {
  return {
    name,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    profile: 'tabular-data-resource',
    schema,
  };
}

/** What a package says of itself (Frictionless tabular data package), as HSDS 3.1's own does. */
export function dataPackage(about: { title: string; created: string; language: string }): object {
  const tables = OBJECT_NAMES.map((object) =>
    resourceOf(object, fileOf(object), {
      fields: fieldsOfTable(object),
      primaryKey: 'id',
      foreignKeys: keysOf(object),
    }),
  );
  const translations = resourceOf('translation', 'translations.csv', {
    fields: TRANSLATION_COLUMNS.map((name) => ({ name, type: 'string' })),
  });
  return {
    name: 'human_services_data',
    title: about.title,
    description: 'A directory of services in the tables of HSDS 3.1, with the translations of the Qantara profile.',
    profile: 'tabular-data-package',
    version: '3.1',
    created: about.created,
    language: about.language,
    resources: [...tables, translations],
  };
}
