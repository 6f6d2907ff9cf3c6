import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { CohortsTables } from './tables.gen.ts';

/** Memberships that ended long ago. */
export const oldMemberships = endingOf<CohortsTables>({
  table: 'cohorts.membership',
  isOver: (before) => sql`left_at < ${before}`,
  isAboutPeople: true,
});
