import { withTables, type AnyCtx, type Ending, type OldRecords } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { NotificationsTables } from '../tables.gen.ts';

const isOver = ({ before, sparing }: OldRecords): RawBuilder<unknown> =>
  sql`notice.at < ${before} and not exists (select from notifications.addressee
    where addressee.notice_id = notice.notice_id and addressee.person_id = any (${[...sparing]}::uuid[]))`;

async function count(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select count(*)::int as count from notifications.notice where ${isOver(old)}`.execute(
    withTables<NotificationsTables>(ctx).db,
  );
  return rows[0]?.count ?? 0;
}

async function remove(ctx: AnyCtx, old: OldRecords): Promise<number> {
  const { db } = withTables<NotificationsTables>(ctx);
  const ofOld = sql`message_id in (select message.message_id from notifications.message
    join notifications.notice using (notice_id) where ${isOver(old)})`;
  await sql`delete from notifications.captured where ${ofOld}`.execute(db);
  await sql`delete from notifications.step where ${ofOld}`.execute(db);
  await sql`delete from notifications.message where ${ofOld}`.execute(db);
  await sql`delete from notifications.addressee using notifications.notice
    where addressee.notice_id = notice.notice_id and ${isOver(old)}`.execute(db);
  // Whoever is spared has kept their row above, and so the notice.
  const gone = await sql`delete from notifications.notice where ${isOver(old)}`.execute(db);
  await sql`delete from notifications.said where at < ${old.before}`.execute(db);
  await sql`delete from notifications.receipt where at < ${old.before}`.execute(db);
  return Number(gone.numAffectedRows ?? 0);
}

/** Notices that were told long ago, with every message and step of them. */
export const oldNotices: Ending = { count, remove };
