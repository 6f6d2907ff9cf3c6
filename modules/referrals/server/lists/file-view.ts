import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { classesOf } from '@qantara/people/domain';
import { sql, type SqlBool } from 'kysely';
import type { Referral } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { listWorkNames } from '../worklist-view.ts';

/** What of one's own side is asked for as a file; days are half-open. */
export type FileFilter = {
  state: 'open' | 'ended' | 'all';
  needCode: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

/** A referral as a line of a file: its person's name as far as the worklist shows it. */
export type FiledReferral = Pick<
  Referral,
  'referralId' | 'personId' | 'status' | 'reasonCode' | 'priority' | 'outcomeCode' | 'confirmation'
> & {
  personName: string | null;
  needName: LocalizedText;
  serviceName: LocalizedText | null;
  otherName: LocalizedText | null;
  sentAt: string;
  dueAt: string | null;
  answeredAt: string | null;
  endedAt: string | null;
};

const OPEN = sql<SqlBool>`referral.status in ('requested', 'accepted', 'in-progress', 'on-hold')`;

/** After which line the next batch begins: the moment and which of them, as the worklist has it. */
function after(place: string | null) {
  if (place === null) return sql<SqlBool>`true`;
  const [sentAt, referralId] = place.split('~');
  return sql<SqlBool>`(referral.sent_at, referral.referral_id) < (${sentAt}::timestamptz, ${referralId}::uuid)`;
}

function narrowed({ state, needCode, startsOn, endsOn }: FileFilter, timeZone: string) {
  const day = (date: string) => sql`${date}::timestamp at time zone ${timeZone}`;
  const conditions = [
    sql`referral.sent_at is not null and referral.status <> 'entered-in-error'`,
    ...(state === 'open' ? [OPEN] : []),
    ...(state === 'ended' ? [sql`not (${OPEN})`] : []),
    ...(needCode === null ? [] : [sql`referral.need_code = ${needCode}`]),
    ...(startsOn === null ? [] : [sql`referral.sent_at >= ${day(startsOn)}`]),
    ...(endsOn === null ? [] : [sql`referral.sent_at < ${day(endsOn)}`]),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** One batch of the referrals on the reader's own side, newest first: the same that the worklist and each page would show them. */
export async function listReferralsForFile(
  anyCtx: AnyCtx,
  filter: FileFilter,
  from: { place: string | null; limit: number },
): Promise<{ rows: FiledReferral[]; place: string | null }> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  const { accountId, organisationId, permissions } = ctx.actor;
  const own = permissions.has('referral:answer') ? 'organisation_id' : 'from_organisation_id';
  const other = own === 'organisation_id' ? 'from_organisation_id' : 'organisation_id';
  const found = await ctx.db
    .selectFrom('referrals.referral as referral')
    .innerJoin('directory.published_need as need', 'need.need_code', 'referral.need_code')
    .leftJoin('directory.published_service as service', 'service.service_id', 'referral.service_id')
    .leftJoin('organisations.published_organisation as other', 'other.organisation_id', `referral.${other}`)
    .selectAll('referral')
    .select(['need.name as need', 'service.name as service', 'other.name as other'])
    .where(`referral.${own}`, '=', organisationId)
    .where(
      sql<SqlBool>`(referral.record_class = any (${classesOf(ctx.actor)}::text[]) or referral.from_account_id = ${accountId})`,
    )
    .$if(permissions.has('scope:self'), (query) => query.where('referral.from_account_id', '=', accountId ?? ''))
    .where(narrowed(filter, ctx.timeZone))
    .where(after(from.place))
    .orderBy('referral.sent_at', 'desc')
    .orderBy('referral.referral_id', 'desc')
    .limit(from.limit)
    .execute();
  const names = await listWorkNames(ctx, own, found);
  const rows = found.map((row) => ({
    referralId: row.referral_id as FiledReferral['referralId'],
    personId: row.person_id,
    personName: names.get(row.referral_id) ?? null,
    needName: row.need as LocalizedText,
    serviceName: row.service as LocalizedText | null,
    otherName: row.other as LocalizedText | null,
    status: row.status,
    reasonCode: row.reason_code as FiledReferral['reasonCode'],
    priority: row.priority,
    outcomeCode: row.outcome_code as FiledReferral['outcomeCode'],
    confirmation: row.confirmation,
    sentAt: (row.sent_at ?? ctx.now).toISOString(),
    dueAt: iso(row.due_at),
    answeredAt: iso(row.answered_at),
    endedAt: iso(row.ended_at),
  }));
  const last = rows.at(-1);
  return { rows, place: last === undefined ? null : `${last.sentAt}~${last.referralId}` };
}
