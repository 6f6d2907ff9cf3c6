import { withTables, type AnyCtx } from '@qantara/platform';
import type { LocalizedText } from '@qantara/kernel';
import { sql, type SqlBool } from 'kysely';
import type { Referral } from '../../contract/index.ts';
import { sideOf } from '../../domain/index.ts';
import { toReferral, visibleTo } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** What a public interface asks of the referrals that its caller may know of; all that is asked must hold. */
export type ReferralQuestion = {
  ids?: readonly string[] | null;
  personIds?: readonly string[] | null;
  statuses?: readonly string[] | null;
  notStatuses?: readonly string[];
  targetIds?: readonly string[] | null;
  requesterIds?: readonly string[] | null;
  /** Came from these: referred on from there, or split off. */
  partOfIds?: readonly string[] | null;
  hasSource?: boolean | null;
  hasTarget?: boolean | null;
  priorities?: readonly string[] | null;
  /** Changed from this moment on, and before that one. */
  changedFrom?: Date | null;
  changedBefore?: Date | null;
  /** Where the page before ended. */
  after?: { sentAt: string; referralId: string } | null;
  limit: number;
};

/** A referral of a list: without what was written with it, which is read by opening it. */
export type PagedReferral = Referral & { needName: LocalizedText; updatedAt: string; side: 'requester' | 'target' };

const isAny = (column: string, among: readonly string[]) => sql<SqlBool>`${sql.ref(column)} = any (${[...among]})`;
const ids = (column: string, among: readonly string[]) =>
  sql<SqlBool>`${sql.ref(column)} = any (${[...among]}::uuid[])`;

const LISTS = [
  ['ids', 'referral_id'],
  ['personIds', 'person_id'],
  ['targetIds', 'organisation_id'],
  ['requesterIds', 'from_organisation_id'],
] as const;

const SOURCE = sql`coalesce(referral.follows_referral_id, referral.part_of_referral_id)`;

const stepped = (how: 'at or after' | 'before', moment: Date) => {
  const found = sql`exists (select from referrals.referral_step as step where step.person_id = referral.person_id
    and step.referral_id = referral.referral_id and step.at >= ${moment})`;
  return how === 'before' ? sql<SqlBool>`not ${found}` : sql<SqlBool>`${found}`;
};

const given = <T>(value: T | null | undefined, condition: (value: T) => ReturnType<typeof sql<SqlBool>>) =>
  value === null || value === undefined ? [] : [condition(value)];

function conditionsOf(asked: ReferralQuestion) {
  return [
    ...LISTS.flatMap(([name, column]) => given(asked[name], (among) => ids(`referral.${column}`, among))),
    ...given(asked.statuses, (among) => isAny('referral.status', among)),
    ...given(asked.notStatuses, (among) => sql<SqlBool>`not ${isAny('referral.status', among)}`),
    ...given(asked.priorities, (among) => isAny('referral.priority', among)),
    ...given(asked.partOfIds, (among) => sql<SqlBool>`${SOURCE} = any (${[...among]}::uuid[])`),
    ...given(asked.hasSource, (is) => sql<SqlBool>`(${SOURCE} is not null) = ${is}`),
    ...given(asked.hasTarget, (is) => sql<SqlBool>`(referral.organisation_id is not null) = ${is}`),
    ...given(asked.changedFrom, (moment) => stepped('at or after', moment)),
    ...given(asked.changedBefore, (moment) => stepped('before', moment)),
    ...given(
      asked.after,
      ({ sentAt, referralId }) =>
        sql<SqlBool>`(referral.sent_at, referral.referral_id) < (${sentAt}::timestamptz, ${referralId}::uuid)`,
    ),
  ];
}

const UPDATED = sql<Date>`coalesce((select max(step.at) from referrals.referral_step as step
  where step.person_id = referral.person_id and step.referral_id = referral.referral_id), referral.created_at)`;

/** One page of what the caller sent or was sent, newest first; a draft is nobody's business yet. The caller notes whom it opened. */
export async function listReferralPage(anyCtx: AnyCtx, asked: ReferralQuestion): Promise<PagedReferral[]> {
  const { db, actor } = withTables<ReferralsTables>(anyCtx);
  const visible = visibleTo(db, actor).selectAll().where('sent_at', 'is not', null);
  const rows = await db
    .selectFrom(visible.as('referral'))
    .innerJoin('directory.published_need as need', 'need.need_code', 'referral.need_code')
    .selectAll('referral')
    .select(['need.name as need_name', UPDATED.as('updated_at')])
    .where((eb) => eb.and(conditionsOf(asked)))
    .orderBy('referral.sent_at', 'desc')
    .orderBy('referral.referral_id', 'desc')
    .limit(asked.limit)
    .execute();
  return rows.map((row) => {
    const parties = { organisationId: row.organisation_id, fromOrganisationId: row.from_organisation_id };
    const side = sideOf(actor, parties) === 'target' ? 'target' : 'requester';
    const referral = toReferral(row);
    const note = side === 'requester' ? referral.note : null;
    const { updated_at: updatedAt, need_name: needName } = row;
    return {
      ...referral,
      note,
      side,
      needName: needName as LocalizedText,
      updatedAt: new Date(updatedAt).toISOString(),
    };
  });
}

/** Whose goal of a care plan this is; undefined where the caller reaches nobody who has it. */
export async function findGoalPerson(anyCtx: AnyCtx, goalId: string): Promise<string | undefined> {
  const { db } = withTables<ReferralsTables>(anyCtx);
  const row = await db
    .selectFrom('referrals.care_goal')
    .select('person_id')
    .where('goal_id', '=', goalId)
    .executeTakeFirst();
  return row?.person_id;
}
