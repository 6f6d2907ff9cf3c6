import { refuse } from '@qantara/kernel';
import { withdrawOwnRequest } from '@qantara/screening/server';
import type { Ctx, DeliveredEvent } from '@qantara/platform';
import type { WithdrawReason, WithdrawRequest } from '../../contract/index.ts';
import { isEnded, mayWithdraw, withdraw } from '../../domain/index.ts';
import { dueAfter } from '../deadlines/set-deadline.ts';
import { endCandidates } from '../open/candidate-store.ts';
import type { ReferralRow } from '../referral-row.ts';
import { findReferralOf, insertStep, lockOwnReferral, saveStatus } from '../referral-store.ts';
import { listToldRows } from '../sending/sent-view.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { leaveList } from '../waiting/wait-store.ts';

type Tables = ReferralsTables;

async function withdrawOne(ctx: Ctx<Tables>, row: ReferralRow, reasonCode: WithdrawReason): Promise<void> {
  const status = withdraw(row.status, reasonCode);
  const { now } = ctx;
  await saveStatus(ctx.db, {
    row,
    status,
    taken: { referralId: row.referral_id as never, version: row.version, reasonCode, outcomeCode: null, note: '' },
    due: await dueAfter(ctx, row, status),
    isAnswer: false,
    isEnded: isEnded(status),
    now,
  });
  if (row.status === 'on-hold') await leaveList(ctx, row, 'referral_ended');
  const step = { row, step: 'cancel', from: row.status, to: status, side: 'person', reasonCode } as const;
  await insertStep(ctx.db, { ...step, note: '', actor: ctx.actor, now });
  ctx.emit({
    type: 'referral.withdrawn',
    subject: row.referral_id,
    personId: row.person_id,
    reason: reasonCode,
    data: { needCode: row.need_code, status },
  });
}

/** Those that the person means, each held, in one order, so that two presses meet and do not cross. */
async function lockMeant(ctx: Ctx<Tables>, personId: string, referralId: string | null): Promise<ReferralRow[]> {
  const told = await listToldRows(ctx, personId);
  const meant = told.filter((row) => (referralId === null ? mayWithdraw(row.status) : row.referral_id === referralId));
  const rows: ReferralRow[] = [];
  for (const { referral_id: id } of meant.toSorted((a, b) => (a.referral_id < b.referral_id ? -1 : 1))) {
    const row = await lockOwnReferral(ctx.db, personId, id);
    if (row !== undefined) rows.push(row);
  }
  return rows;
}

/**
 * A person takes back one thing that was asked for them, or the whole request: at once, whatever anybody is doing with it.
 * Refuses `referral_not_found`, `step_not_possible` where it is over, `nothing_to_withdraw`.
 */
export async function withdrawRequest(ctx: Ctx<Tables>, given: WithdrawRequest): Promise<{ count: number }> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const { referralId, reasonCode } = given;
  const rows = await lockMeant(ctx, personId, referralId);
  if (referralId !== null && rows.length === 0) refuse('referral_not_found');
  const open = referralId === null ? rows.filter((row) => mayWithdraw(row.status)) : rows;
  for (const row of open) await withdrawOne(ctx, row, reasonCode);
  const isClosed = referralId === null && (await withdrawOwnRequest(ctx));
  const count = open.length + (isClosed ? 1 : 0);
  if (count === 0) refuse('nothing_to_withdraw');
  return { count };
}

/** What was offered to several is offered to nobody any more; who may see those rows is not the person. */
export async function endOffers(ctx: Ctx<Tables>, { subject, personId }: DeliveredEvent): Promise<void> {
  const row = personId === null ? undefined : await findReferralOf(ctx.db, personId, subject);
  if (row !== undefined && isEnded(row.status)) await endCandidates(ctx, row);
}
