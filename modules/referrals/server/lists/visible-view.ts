import { withTables, type AnyCtx } from '@qantara/platform';
import { listNamed, type NamedReferral } from '../names-view.ts';
import type { ReferralRow } from '../referral-row.ts';
import { listVisibleRows, listWaitingRows } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

/** A referral as a list shows it, to whoever may open it: without the person. */
export type ListedReferral = NamedReferral & { dueAt: string | null };

async function listed(anyCtx: AnyCtx, rows: ReferralRow[]): Promise<ListedReferral[]> {
  const sent = await listNamed(withTables<ReferralsTables>(anyCtx).db, rows);
  return sent.map(({ row, named }) => ({ ...named, dueAt: row.due_at?.toISOString() ?? null }));
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
