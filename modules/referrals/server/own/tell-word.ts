import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { z } from 'zod';
import type { OwnWords, TellMore } from '../../contract/index.ts';
import { listNames } from '../names-view.ts';
import type { ReferralRow } from '../referral-row.ts';
import { insertStep, lockOwnReferral } from '../referral-store.ts';
import { listToldRows } from '../sending/sent-view.ts';
import type { ReferralsTables } from '../tables.gen.ts';
import { insertWord, listWords } from './word-store.ts';

type Tables = ReferralsTables;

async function findTold(ctx: Ctx<Tables>, personId: string, referralId: string): Promise<ReferralRow | undefined> {
  return (await listToldRows(ctx, personId)).find((row) => row.referral_id === referralId);
}

async function toWords(ctx: Ctx<Tables>, row: ReferralRow): Promise<z.input<typeof OwnWords>> {
  const named = (await listNames(ctx.db, [row])).get(row.referral_id) ?? refuse('referral_not_found');
  return {
    referralId: row.referral_id,
    needName: named.needName,
    organisationName: named.organisationName,
    said: (await listWords(ctx, [row])).get(row.referral_id) ?? [],
  };
}

/** What the person said of one referral of theirs, the last first. Refuses `referral_not_found`. */
export async function getMyWords(ctx: Ctx<Tables>, { referralId }: { referralId: string }) {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  return toWords(ctx, (await findTold(ctx, personId, referralId)) ?? refuse('referral_not_found'));
}

function check(row: ReferralRow, { rating, whyNot }: TellMore): void {
  if (row.confirmation === 'not_helped' && rating !== null)
    refuse('rating_without_help', { fields: [{ path: 'rating', code: 'not_a_choice' }] });
  if (row.confirmation === 'helped' && whyNot !== null)
    refuse('reason_with_help', { fields: [{ path: 'whyNot', code: 'not_a_choice' }] });
}

/**
 * How the help was, or why it did not come, beside the person's yes or no. Said again, the later word holds and the earlier
 * stays. Refuses `not_confirmed_yet`, `rating_without_help`, `reason_with_help`, `referral_not_found`.
 */
export async function tellMore(ctx: Ctx<Tables>, given: TellMore): Promise<z.input<typeof OwnWords>> {
  const personId = ctx.actor.personId ?? refuse('not_signed_in');
  const told = (await findTold(ctx, personId, given.referralId)) ?? refuse('referral_not_found');
  const row = (await lockOwnReferral(ctx.db, personId, told.referral_id)) ?? refuse('referral_not_found');
  const confirmation = row.confirmation ?? refuse('not_confirmed_yet');
  check(row, given);
  const { rating, whyNot } = given;
  const words = given.words === '' ? null : given.words;
  await insertWord(ctx, row, { confirmation, rating, whyNot, words });
  const step = { row, step: 'told_more', from: row.status, to: row.status, side: 'person' } as const;
  await insertStep(ctx.db, { ...step, reasonCode: null, note: '', actor: ctx.actor, now: ctx.now });
  const data = { confirmation, rating, whyNot, needCode: row.need_code, hasWords: words !== null };
  ctx.emit({ type: 'referral.told_more', subject: row.referral_id, personId, data });
  return toWords(ctx, row);
}
