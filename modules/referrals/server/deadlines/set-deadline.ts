import type { LocalizedText } from '@qantara/kernel';
import type { AnyCtx, Ctx } from '@qantara/platform';
import { withTables } from '@qantara/platform';
import { holidaysBetween, type Calendar } from '@qantara/territory/domain';
import { loadCalendar } from '@qantara/territory/server';
import type { z } from 'zod';
import { DeadlineStage, DeadlineUnit, Priority, type DeadlineRule, type DueWhy } from '../../contract/index.ts';
import { deadlineBy, firstStep, ruleFor, stageOf, type Expected } from '../../domain/index.ts';
import { listRuleNames, listRules } from './deadline-store.ts';
import type { DueColumns, ReferralRow } from '../referral-row.ts';
import type { Json, ReferralsTables } from '../tables.gen.ts';

const NOTHING_DUE: DueColumns = {
  due_at: null,
  due_why: null,
  next_step: null,
  next_step_at: null,
  escalate_at: null,
  escalated_at: null,
};

/** The rules and the days by which deadlines are counted for somebody who lives there. */
export type DeadlineBook = { rules: DeadlineRule[]; calendar: Calendar };

export async function loadDeadlineBook(anyCtx: AnyCtx, areaId: string | null): Promise<DeadlineBook> {
  return {
    rules: await listRules(withTables<ReferralsTables>(anyCtx).db),
    calendar: await loadCalendar(anyCtx, areaId),
  };
}

/** The columns of a deadline that begins now, with the rule that it is by, as it stands today. */
export function dueColumns({ rules, calendar }: DeadlineBook, expected: Expected, from: Date): DueColumns {
  const rule = ruleFor(rules, expected);
  const deadline = deadlineBy(rule, calendar, from);
  const next = firstStep(deadline);
  return {
    due_at: deadline.dueAt,
    due_why: { ...rule, from: from.toISOString() },
    next_step: next.step,
    next_step_at: next.at,
    escalate_at: deadline.escalateAt,
    escalated_at: null,
  };
}

/** The deadline after a status was reached: the one that runs where the same is still expected, else a new one from now. */
export async function dueAfter(
  ctx: Ctx<ReferralsTables>,
  row: ReferralRow,
  status: ReferralRow['status'],
): Promise<DueColumns> {
  const stage = stageOf(status, row.organisation_id === null);
  if (stage === null) return NOTHING_DUE;
  if (stage === stageOf(row.status, row.organisation_id === null)) {
    const { due_at, due_why, next_step, next_step_at, escalate_at } = row;
    return { due_at, due_why, next_step, next_step_at, escalate_at, escalated_at: null };
  }
  const expected = {
    stage,
    needCode: row.need_code,
    organisationId: row.organisation_id,
    priority: row.priority,
  };
  return dueColumns(await loadDeadlineBook(ctx, row.area_id), expected, ctx.now);
}

type Kept = {
  ruleId: string | null;
  stage: string;
  needCode: string | null;
  organisationId: string | null;
  priority: string | null;
  amount: number;
  unit: string;
  from: string;
};

function keptWhy(why: Json | null): Kept | null {
  return why === null ? null : (why as unknown as Kept);
}

/** Why a referral is due when it is, in words for its page; nothing for one from before rules were kept. */
export async function explainDue(ctx: Ctx<ReferralsTables>, row: ReferralRow): Promise<z.input<typeof DueWhy> | null> {
  const kept = keptWhy(row.due_why);
  if (kept === null || row.due_at === null) return null;
  const calendar = await loadCalendar(ctx, row.area_id);
  const from = new Date(kept.from);
  const isByTheClock = kept.unit === 'hours';
  const holidays: { onDay: string; name: LocalizedText }[] = isByTheClock
    ? []
    : holidaysBetween(calendar, from, row.due_at);
  return {
    stage: DeadlineStage.parse(kept.stage),
    amount: kept.amount,
    unit: DeadlineUnit.parse(kept.unit),
    priority: kept.priority === null ? null : Priority.parse(kept.priority),
    isOfTheField: kept.ruleId === null,
    from: kept.from,
    ...(await listRuleNames(ctx.db, kept)),
    holidays,
  };
}
