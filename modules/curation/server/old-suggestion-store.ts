import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { CurationTables } from './tables.gen.ts';

/** Suggestions that were answered long ago. What was taken from them stands in the history of the entry. */
export const oldSuggestions = endingOf<CurationTables>({
  table: 'curation.suggestion',
  isOver: (before) => sql`state <> 'waiting' and decided_at < ${before}`,
  isAboutPeople: false,
});
