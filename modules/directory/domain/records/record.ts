import type { Capacity } from '../../contract/index.ts';
import { fieldsOf, OBJECT_NAMES, type ObjectName, type Row } from './objects.ts';

/** The three that everything else of HSDS belongs to, and that are said, merged and compared whole. */
export const HOME_OBJECTS = ['organization', 'location', 'service'] as const;
export type HomeObject = (typeof HOME_OBJECTS)[number];

/** What is kept once for all records: vocabularies, units, and what packages say of themselves. */
export const STANDING_OBJECTS = ['taxonomy', 'taxonomy_term', 'unit', 'meta_table_description'] as const;
export type StandingObject = (typeof STANDING_OBJECTS)[number];

export type PartObject = Exclude<ObjectName, HomeObject | StandingObject | 'metadata'>;
export const PART_OBJECTS: PartObject[] = OBJECT_NAMES.filter(
  (name): name is PartObject => name !== 'metadata' && ![...HOME_OBJECTS, ...STANDING_OBJECTS].includes(name as never),
);

/** What belongs to a record, object by object; a list that stands here and is empty says that there is none. */
export type Parts = { [O in PartObject]?: Row<O>[] };

/** What HSDS has no field for, and our profile adds. */
export type ServiceExtension = {
  need_codes?: string[];
  area_ids?: string[];
  capacity_status?: Capacity | null;
  capacity_at?: string | null;
};
export type LocationExtension = { is_confidential?: boolean | null; area_id?: string | null };

type FieldsOf = {
  organization: Omit<Row<'organization'>, 'id'>;
  location: Omit<Row<'location'>, 'id'> & LocationExtension;
  service: Omit<Row<'service'>, 'id'> & ServiceExtension;
};

/** An organisation, a location or a service with all that belongs to it, in HSDS's own names. */
export type Content<O extends HomeObject = HomeObject> = { fields: FieldsOf[O]; parts: Parts };
export type DirectoryRecord<O extends HomeObject = HomeObject> = { object: O; id: string } & Content<O>;

/** Fields that only say when a record was touched: a difference in these alone is none. */
export const UNCOMPARED: ReadonlySet<string> = new Set(['last_modified']);

const TEXT_FIELDS = new Map(
  OBJECT_NAMES.map((object) => [
    object,
    new Set(
      fieldsOf(object)
        .filter(([, kind]) => kind === 'text')
        .map(([field]) => field),
    ),
  ]),
);

/** Whether people read this field, so that it may stand in several languages. */
export function isText(object: ObjectName, field: string): boolean {
  return TEXT_FIELDS.get(object)?.has(field) ?? false;
}
