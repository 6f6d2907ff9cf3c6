import { markOf } from '@qantara/kernel';
import { listAccountsThatMay } from '@qantara/identity/server';
import { notify } from '@qantara/notifications/server';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import type { ReferralRow } from './referral-row.ts';
import { findReferralOf } from './referral-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Tables = ReferralsTables;
type News = (ctx: Ctx<Tables>, event: DeliveredEvent) => Promise<void>;

const DAY_MS = 86_400_000;
/** What is older is no news any more: it stands on the worklist, and in the story of its referral. */
const NEWS_FOR_DAYS = 7;

const isNews = (ctx: Ctx<Tables>, moment: Date | null): boolean =>
  moment !== null && ctx.now.getTime() - moment.getTime() < NEWS_FOR_DAYS * DAY_MS;

async function findRow(ctx: Ctx<Tables>, { subject, personId }: DeliveredEvent): Promise<ReferralRow | undefined> {
  return personId === null ? undefined : findReferralOf(ctx.db, personId, subject);
}

function aboutRow({ referral_id: referralId, need_code: need }: ReferralRow) {
  return { link: `/work/referrals/${referralId}`, mark: markOf(referralId), need };
}

/** The partner took a step: whoever asked is told, and the person, by a way that they called safe, that there is news. */
const tellMoved: News = async (ctx, event) => {
  const row = isNews(ctx, event.at) ? await findRow(ctx, event) : undefined;
  if (row === undefined) return;
  const { organisation_id: organisation, from_account_id: accountId, referral_id: subject } = row;
  if (organisation !== null && accountId !== null)
    await notify(ctx, {
      template: 'referral.answered',
      to: { kind: 'account', accountId },
      values: { ...aboutRow(row), organisation },
      subject,
      urgency: row.priority === 'tonight' ? 'now' : 'soon',
    });
  await notify(ctx, {
    template: 'request.moved',
    to: { kind: 'person', personId: row.person_id },
    values: { link: '/follow' },
    subject,
    urgency: 'soon',
  });
};

async function tellOverdueTo(ctx: Ctx<Tables>, row: ReferralRow, accountIds: readonly string[]): Promise<void> {
  const { organisation_id: partner, from_organisation_id: asking, referral_id: subject, due_at: due } = row;
  const days = due === null ? 0 : Math.max(0, Math.floor((ctx.now.getTime() - due.getTime()) / DAY_MS));
  for (const accountId of accountIds)
    await notify(ctx, {
      template: 'referral.overdue',
      to: { kind: 'account', accountId },
      values: { ...aboutRow(row), organisation: partner ?? asking, count: days },
      subject,
      urgency: row.priority === 'tonight' ? 'now' : 'soon',
    });
}

/** Nobody answered in time: whoever asked is told. */
const tellOverdue: News = async (ctx, event) => {
  const row = await findRow(ctx, event);
  if (row === undefined || row.from_account_id === null || !isNews(ctx, row.due_at)) return;
  await tellOverdueTo(ctx, row, [row.from_account_id]);
};

/** Still nobody: those of their organisation are told who may give the work to somebody else. */
const tellEscalated: News = async (ctx, event) => {
  const row = await findRow(ctx, event);
  if (row === undefined || !isNews(ctx, row.escalate_at)) return;
  await tellOverdueTo(ctx, row, await listAccountsThatMay(ctx, 'referral:lead', row.from_organisation_id));
};

const MOVES = ['accepted', 'rejected', 'started', 'held', 'completed', 'failed'];

/** Who is told of what happens to a referral, each in a transaction of its own, once. */
export const NEWS = [
  ...MOVES.map((move) => ({
    event: `referral.${move}`,
    name: `referrals.tell-${move}`,
    newsForDays: NEWS_FOR_DAYS,
    handle: tellMoved,
  })),
  { event: 'referral.overdue', name: 'referrals.tell-overdue', handle: tellOverdue },
  { event: 'referral.escalated', name: 'referrals.tell-escalated', handle: tellEscalated },
];
