import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { MessageId, MessageSide } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;

/** Old ones are there, and nobody scrolls so far on a telephone. */
const MOST_SHOWN = 100;

export type MessageRow = {
  message_id: string;
  side: MessageSide;
  words: string;
  account_id: string | null;
  at: Date;
  read_at: Date | null;
  organisation_name: LocalizedText | null;
};

/** The newest messages of these records, newest first; a person may have several records. */
export async function listMessageRows({ db }: Ctx<Tables>, recordIds: readonly string[]): Promise<MessageRow[]> {
  const rows = await db
    .selectFrom('referrals.message as message')
    .leftJoin('organisations.published_organisation as wrote', 'wrote.organisation_id', 'message.organisation_id')
    .select(['message.message_id', 'message.side', 'message.words', 'message.account_id', 'message.at'])
    .select(['message.read_at', 'wrote.name as organisation_name'])
    .where('message.person_id', 'in', [...recordIds])
    .orderBy('message.at', 'desc')
    .orderBy('message.message_id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({ ...row, organisation_name: row.organisation_name as LocalizedText | null }));
}

export async function insertMessage(
  { db, actor, now }: Ctx<Tables>,
  given: { personId: string; side: MessageSide; words: string },
): Promise<MessageId> {
  const messageId = newId<'MessageId'>(now.getTime());
  const isOurs = given.side === 'navigator';
  await db
    .insertInto('referrals.message')
    .values({
      person_id: given.personId,
      message_id: messageId,
      side: given.side,
      words: given.words,
      account_id: isOurs ? actor.accountId : null,
      organisation_id: isOurs ? actor.organisationId : null,
      at: now,
    })
    .execute();
  return messageId;
}

/** How many somebody wrote since a moment. */
export async function countSince({ db }: Ctx<Tables>, personId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('referrals.message')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('person_id', '=', personId)
    .where('side', '=', 'person')
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** Says of what the person wrote on these records that it was read. */
export async function saveRead({ db, actor, now }: Ctx<Tables>, recordIds: readonly string[]): Promise<number> {
  const read = await db
    .updateTable('referrals.message')
    .set({ read_at: now, read_by: actor.accountId })
    .where('person_id', 'in', [...recordIds])
    .where('side', '=', 'person')
    .where('read_at', 'is', null)
    .executeTakeFirst();
  return Number(read.numUpdatedRows);
}

export type UnreadRow = { personId: string; count: number; at: Date };

/** Whose words nobody has read yet, the longest waiting first, as far as the database shows them to whoever asks. */
export async function listUnreadRows({ db }: Ctx<Tables>): Promise<UnreadRow[]> {
  const { rows } = await sql<UnreadRow>`
    select person_id as "personId", count(*)::int as count, min(at) as at from referrals.message
    where side = 'person' and read_at is null group by person_id order by min(at), person_id limit 100`.execute(db);
  return rows;
}

/** Who looks after what was asked for somebody last: their account, where somebody does. */
export async function findNavigator({ db }: Ctx<Tables>, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select lead_account_id as id, 0 as rank, started_at as at from referrals.care_plan where person_id = ${personId}::uuid
      union all
      select from_account_id, 1, created_at from referrals.referral where person_id = ${personId}::uuid and status <> 'entered-in-error'
    ) as looking order by rank, at desc limit 1`.execute(db);
  return rows[0]?.id;
}
