import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findActorOf, listAccountCards } from '@qantara/identity/server';
import { holdsClass } from '@qantara/people/domain';
import { sql } from 'kysely';
import type { Colleague, HandOver } from '../contract/index.ts';
import type { ReferralRow } from './referral-row.ts';
import { insertStep, lockOpenOf } from './referral-store.ts';
import type { ReferralsTables } from './tables.gen.ts';

type Tables = ReferralsTables;

/** Those of one's own organisation who look after referrals, closed accounts too where something is left with them. */
export async function listColleagues(ctx: Ctx<Tables>): Promise<{ colleagues: Colleague[] }> {
  const { organisationId } = ctx.actor;
  const { rows } = await sql<{ id: string; open: number }>`
    select from_account_id as id, count(*)::int as open from referrals.referral
    where from_organisation_id = ${organisationId} and status in ('requested', 'accepted', 'in-progress', 'on-hold')
    group by from_account_id`.execute(ctx.db);
  const open = new Map(rows.map((row) => [row.id, row.open]));
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
  for (const row of rows) {
    await ctx.db
      .updateTable('referrals.referral')
      .set({ from_account_id: given.toAccountId, version: row.version + 1 })
      .where('person_id', '=', row.person_id)
      .where('referral_id', '=', row.referral_id)
      .execute();
    const same = { from: row.status, to: row.status, side: 'requester' } as const;
    await insertStep(ctx.db, { row, step: 'hand_over', ...same, reasonCode: given.reasonCode, note: '', actor, now });
    ctx.emit({
      type: 'referral.handed_over',
      subject: row.referral_id,
      personId: row.person_id,
      reason: given.reasonCode,
      data: { fromAccountId: given.fromAccountId, toAccountId: given.toAccountId, needCode: row.need_code },
    });
  }
  return { count: rows.length };
}
