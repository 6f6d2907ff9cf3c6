import type { LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Referral } from '../../contract/index.ts';
import { listNames } from '../names-view.ts';
import type { ReferralRow } from '../referral-row.ts';
import { listVisibleRows, listWaitingRows } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** A referral as a list shows it, to whoever may open it: without the person. */
export type ListedReferral = {
  referralId: string;
  needName: LocalizedText;
  serviceName: LocalizedText | null;
  organisationName: LocalizedText | null;
  status: Referral['status'];
  sentAt: string;
  dueAt: string | null;
};

async function listed(anyCtx: AnyCtx, rows: ReferralRow[]): Promise<ListedReferral[]> {
  const names = await listNames(withTables<ReferralsTables>(anyCtx).db, rows);
  return rows.flatMap((row) => {
    const named = names.get(row.referral_id);
    if (named === undefined || row.sent_at === null) return [];
    return [
      {
        referralId: row.referral_id,
        needName: named.needName,
        serviceName: named.serviceName,
        organisationName: named.organisationName,
        status: row.status,
        sentAt: row.sent_at.toISOString(),
        dueAt: row.due_at?.toISOString() ?? null,
      },
    ];
  });
}

/** Of these referrals those that this reader may open, newest first; the others do not exist. */
export async function listVisibleReferrals(
  anyCtx: AnyCtx,
  referralIds: readonly string[],
  limit: number,
): Promise<ListedReferral[]> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  return listed(ctx, await listVisibleRows(ctx.db, ctx.actor, { referralIds, limit }));
}

/** What waits for a first answer of the reader's own organisation, the longest waiting first. */
export async function listWaitingForUs(anyCtx: AnyCtx, limit: number): Promise<ListedReferral[]> {
  const ctx = withTables<ReferralsTables>(anyCtx);
  return listed(ctx, await listWaitingRows(ctx.db, ctx.actor, limit));
}
