import type { Ctx } from '@qantara/platform';
import { stepAfter, type SystemStep } from '../../domain/index.ts';
import type { ReferralRow } from '../referral-row.ts';
import { saveNextStep, takeDue } from '../change-store.ts';
import { insertStep } from '../referral-store.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;

/** What is left is walked at the next look, a few minutes later. */
const MOST_AT_ONCE = 500;

const EVENTS: Record<SystemStep, 'referral.reminded' | 'referral.overdue' | 'referral.escalated'> = {
  remind: 'referral.reminded',
  overdue: 'referral.overdue',
  escalate: 'referral.escalated',
};

async function tell(ctx: Ctx<Tables>, row: ReferralRow, step: SystemStep): Promise<void> {
  const same = { from: row.status, to: row.status } as const;
  await insertStep(ctx.db, {
    row,
    step,
    ...same,
    reasonCode: null,
    note: '',
    side: 'system',
    actor: ctx.actor,
    now: ctx.now,
  });
  ctx.emit({
    type: EVENTS[step],
    subject: row.referral_id,
    personId: row.person_id,
    data: {
      needCode: row.need_code,
      status: row.status,
      priority: row.priority,
      organisationId: row.organisation_id,
      fromOrganisationId: row.from_organisation_id,
      navigatorAccountId: row.from_account_id,
      serviceId: row.service_id,
      dueAt: row.due_at?.toISOString() ?? null,
    },
  });
}

/** Every step of one referral that has come; where the server slept over several, each is told, in their order. */
async function walkOne(ctx: Ctx<Tables>, row: ReferralRow): Promise<void> {
  let { next_step: step, next_step_at: at, escalated_at: escalatedAt } = row;
  while (step !== null && at !== null && at <= ctx.now) {
    await tell(ctx, row, step);
    if (step === 'escalate') escalatedAt = ctx.now;
    const dueAt = row.due_at ?? at;
    const next = stepAfter(step, { dueAt, escalateAt: row.escalate_at ?? dueAt });
    [step, at] = next === null ? [null, null] : [next.step, next.at];
  }
  await saveNextStep(ctx.db, row, { step, at, escalatedAt });
}

/**
 * Walks what is due: whoever is to act is reminded, then whoever asked learns that it is overdue, then their lead. Each once, whatever
 * the number of servers and however long they slept: what was told and what comes next are one transaction.
 */
export async function walkDue(ctx: Ctx<Tables>): Promise<void> {
  for (const row of await takeDue(ctx.db, ctx.now, MOST_AT_ONCE)) await walkOne(ctx, row);
}
