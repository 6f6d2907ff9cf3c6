import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { DirectoryTables } from '../tables.gen.ts';

/** Searches that found nothing, of weeks long past. */
export const oldSearchGaps = endingOf<DirectoryTables>({
  table: 'directory.search_gap',
  isOver: (before) => sql`week < ${before}::timestamptz::date`,
  isAboutPeople: false,
});
