import { endingOf } from '@qantara/platform';
import { sql } from 'kysely';
import type { ReferralsTables } from '../tables.gen.ts';

/** Messages that were written long ago. */
export const oldMessages = endingOf<ReferralsTables>({
  table: 'referrals.message',
  isOver: (before) => sql`message.at < ${before}`,
  isAboutPeople: true,
});
