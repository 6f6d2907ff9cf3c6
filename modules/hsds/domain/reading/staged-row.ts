import type { AnyRow, HomeObject, ObjectName, StandingObject } from '@qantara/directory/domain';

/** What a row belongs to, by the name that its source has for it. */
export type Home = { object: HomeObject; sourceId: string };

/**
 * A row that was read and checked, waiting to be put together with what belongs to the same home. References are still
 * what the source calls the records. A home of null is a vocabulary or a unit, which belongs to nobody. `spoken` only says
 * that the source speaks of this home, whose own row was refused: it has not ended.
 */
export type StagedRow = {
  object: ObjectName | 'translation' | 'eligibility' | 'spoken';
  home: Home | null;
  row: AnyRow;
};

export const isStanding = (object: string): object is StandingObject =>
  ['taxonomy', 'taxonomy_term', 'unit', 'meta_table_description'].includes(object);
