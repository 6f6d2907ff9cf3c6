import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';

/** Codes of residents that open nothing any more. */
export const oldAccessCodes = endingOf<IdentityTables>({
  table: 'identity.access_code',
  isOver: (before) => sql`least(expires_at, revoked_at) < ${before}`,
  isAboutPeople: true,
});
