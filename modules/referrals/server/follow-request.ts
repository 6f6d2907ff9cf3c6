import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findLatestScreening } from '@qantara/screening/server';
import type { z } from 'zod';
import { mayWithdraw } from '../domain/index.ts';
import type { FollowedReferral, FollowedRequest, PersonWord } from '../contract/index.ts';
import type { ConfirmHelp } from '../contract/followed.ts';
import { changeReferral } from './change-store.ts';
import { listNamed } from './names-view.ts';
import type { ReferralRow } from './referral-row.ts';
import { insertStep, lockOwnReferral } from './referral-store.ts';
import { listToldRows } from './sending/sent-view.ts';
import { insertWord, listWords } from './own/word-store.ts';
import { listWaiting } from './waiting/wait-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Tables = ReferralsTables;
type Followed = z.input<typeof FollowedReferral>;

/** Help may come before the partner says so, and may not have come although they did: the person may say so in each case. */
function mayConfirm(row: ReferralRow): boolean {
  return ['accepted', 'in-progress', 'on-hold', 'completed', 'failed'].includes(row.status);
}

/** What somebody said last besides yes or no. */
function lastOf(said: PersonWord[] | undefined): Pick<PersonWord, 'rating' | 'whyNot'> {
  const last = said?.[0];
  return { rating: last?.rating ?? null, whyNot: last?.whyNot ?? null };
}

async function toFollowed(ctx: Ctx<Tables>, rows: ReferralRow[]): Promise<Followed[]> {
  const sent = await listNamed(ctx.db, rows);
  const waiting = await listWaiting(ctx, rows);
  const words = await listWords(ctx, rows);
  return sent.map(({ row, named }) => ({
    ...named,
    answeredAt: row.answered_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    confirmation: row.confirmation,
    waiting: waiting.get(row.referral_id) ?? null,
    mayConfirm: mayConfirm(row),
    ...lastOf(words.get(row.referral_id)),
    mayWithdraw: mayWithdraw(row.status),
  }));
}

/** A person's own request, opened by their code or personal account: where it is, in words, with nothing that a partner wrote for colleagues. */
export async function followRequest(ctx: Ctx<Tables>): Promise<z.input<typeof FollowedRequest>> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const screening = await findLatestScreening(ctx, personId);
  const referrals = await toFollowed(ctx, await listToldRows(ctx, personId));
  return {
    mark: ctx.vault.digest('request mark', personId).toString('hex').slice(0, 16),
    receivedAt: screening?.receivedAt ?? null,
    isTaken: screening?.status !== 'waiting',
    mayWithdraw: ['waiting', 'taken'].includes(screening?.status ?? '') || referrals.some((one) => one.mayWithdraw),
    referrals,
  };
}

/** The person's own word on whether help came; said again, the later word holds. Refuses `not_answered_yet`. */
export async function confirmHelp(ctx: Ctx<Tables>, given: z.output<typeof ConfirmHelp>): Promise<Followed> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const row = (await lockOwnReferral(ctx.db, personId, given.referralId)) ?? refuse('referral_not_found');
  if (!mayConfirm(row)) refuse('not_answered_yet');
  const said = { confirmation: given.confirmation, confirmed_at: ctx.now };
  const saved = await changeReferral(ctx.db, row, said);
  await insertWord(ctx, row, { confirmation: given.confirmation, rating: null, whyNot: null, words: null });
  const told = { row, step: 'confirm', from: row.status, to: row.status, side: 'person' } as const;
  await insertStep(ctx.db, { ...told, reasonCode: null, note: '', actor: ctx.actor, now: ctx.now });
  ctx.emit({
    type: 'referral.confirmed',
    subject: given.referralId,
    personId,
    data: { confirmation: given.confirmation, needCode: row.need_code },
  });
  return (await toFollowed(ctx, [saved]))[0] ?? refuse('referral_not_found');
}
