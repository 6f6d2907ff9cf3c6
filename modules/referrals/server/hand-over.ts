import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findActorOf, listAccountCards } from '@qantara/identity/server';
import { holdsClass } from '@qantara/people/domain';
import type { Colleague, HandOver } from '../contract/index.ts';
import { countHeld, saveHolder } from './change-store.ts';
import type { ReferralRow } from './referral-row.ts';
import { insertSteps, lockOpenOf } from './referral-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Tables = ReferralsTables;

/** Those of one's own organisation who look after referrals, closed accounts too where something is left with them. */
export async function listColleagues(ctx: Ctx<Tables>): Promise<{ colleagues: Colleague[] }> {
  const { organisationId } = ctx.actor;
  const open = await countHeld(ctx.db, organisationId);
  const colleagues: Colleague[] = [];
  for (const card of await listAccountCards(ctx)) {
    if (card.organisationId !== organisationId) continue;
    const count = open.get(card.accountId) ?? 0;
    const mayLookAfter = !card.isClosed && (await findActorOf(ctx, card.accountId))?.permissions.has('referral:send');
    if (mayLookAfter === true || count > 0)
      colleagues.push({
        accountId: card.accountId,
        displayName: card.displayName,
        isClosed: card.isClosed,
        open: count,
      });
  }
  return { colleagues };
}

/** Whoever takes them over: an open account of this organisation whose role sends people on and has the class of each. */
async function checkColleague(ctx: Ctx<Tables>, given: HandOver, rows: ReferralRow[]): Promise<void> {
  const to = await findActorOf(ctx, given.toAccountId);
  const isOurs = to !== undefined && to.organisationId === ctx.actor.organisationId;
  if (!isOurs || !to.permissions.has('referral:send') || given.toAccountId === given.fromAccountId)
    return refuse('colleague_not_found', { fields: [{ path: 'toAccountId', code: 'not_a_choice' }] });
  if (!rows.every((row) => holdsClass(to, row.record_class))) refuse('class_not_held');
}

/**
 * Gives the open referrals of one colleague, or one of them, to another. One's own may be given by anybody; a colleague's by the lead
 * alone (`lead_hands_over`). Refuses `colleague_not_found`, `class_not_held` where the other's role lacks the class of one.
 */
export async function handOver(ctx: Ctx<Tables>, given: HandOver): Promise<{ count: number }> {
  const { actor, now } = ctx;
  if (given.fromAccountId !== actor.accountId && !actor.permissions.has('referral:lead')) refuse('lead_hands_over');
  const rows = await lockOpenOf(ctx.db, actor, given);
  if (rows.length === 0) refuse('nothing_to_hand_over');
  await checkColleague(ctx, given, rows);
  await saveHolder(ctx.db, rows, given.toAccountId);
  const told = { step: 'hand_over', side: 'requester', reasonCode: given.reasonCode, note: '', actor, now } as const;
  await insertSteps(
    ctx.db,
    rows.map((row) => ({ ...told, row, from: row.status, to: row.status })),
  );
  for (const row of rows)
    ctx.emit({
      type: 'referral.handed_over',
      subject: row.referral_id,
      personId: row.person_id,
      reason: given.reasonCode,
      data: { fromAccountId: given.fromAccountId, toAccountId: given.toAccountId, needCode: row.need_code },
    });
  return { count: rows.length };
}
