import { endingOf, withTables, type Ending } from '@qantara/platform';
import { sql } from 'kysely';
import type { IdentityTables } from '../tables.gen.ts';
import { removeEmptyKeyrings } from './keyring-store.ts';

const oldKept = endingOf<IdentityTables>({
  table: 'identity.keyring_request',
  isOver: (before) => sql`opened_on < ${before}::date`,
  isAboutPeople: true,
});

/** Requests that their personal account has not opened for long leave it; an account without one goes. */
export const oldKeyringRequests: Ending = {
  count: oldKept.count,
  remove: async (ctx, old) => {
    const removed = await oldKept.remove(ctx, old);
    await removeEmptyKeyrings(withTables<IdentityTables>(ctx).db);
    return removed;
  },
};
