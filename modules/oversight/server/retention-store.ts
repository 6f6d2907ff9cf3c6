import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { z } from 'zod';
import { RetentionClass, type HoldId, type LegalHold, type RetentionRun } from '../contract/index.ts';
import { accountNameOf, type Names } from './name-view.ts';
import type { OversightTables } from './tables.gen.ts';

type RetentionCtx = Ctx<OversightTables>;

const Counts = z.array(z.object({ recordClass: RetentionClass, count: z.number() }));
export type Counts = z.infer<typeof Counts>;

/** Keeps what a run removed, or a trial would have. */
export async function insertRun(ctx: RetentionCtx, run: { isTrial: boolean; counts: Counts }): Promise<string> {
  const runId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('oversight.retention_run')
    .values({ run_id: runId, is_trial: run.isTrial, at: ctx.now, report: JSON.stringify(run.counts) })
    .execute();
  return runId;
}

export async function listRuns(ctx: RetentionCtx, limit: number): Promise<RetentionRun[]> {
  const rows = await ctx.db
    .selectFrom('oversight.retention_run')
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('run_id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    runId: row.run_id,
    isTrial: row.is_trial,
    at: row.at.toISOString(),
    counts: Counts.parse(row.report),
  }));
}

/** Everybody about whom nothing is removed by the clock. */
export async function listHeldPeople(ctx: RetentionCtx): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('oversight.legal_hold')
    .select('person_id')
    .distinct()
    .where('lifted_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

/** The holds that stand, and those that stood, newest first. */
export async function listHolds(ctx: RetentionCtx, names: Names): Promise<LegalHold[]> {
  const rows = await ctx.db
    .selectFrom('oversight.legal_hold')
    .selectAll()
    .orderBy('set_at', 'desc')
    .orderBy('hold_id', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    holdId: row.hold_id as HoldId,
    personId: row.person_id,
    reason: row.reason,
    setBy: accountNameOf(names, row.set_by),
    setAt: row.set_at.toISOString(),
    liftedAt: row.lifted_at?.toISOString() ?? null,
  }));
}

export async function insertHold(
  ctx: RetentionCtx,
  hold: { personId: string; reason: string; setBy: string },
): Promise<HoldId> {
  const holdId = newId<'HoldId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('oversight.legal_hold')
    .values({
      person_id: hold.personId,
      hold_id: holdId,
      reason: hold.reason,
      set_by: hold.setBy,
      set_at: ctx.now,
    })
    .execute();
  return holdId;
}

/** Ends a hold; the person it was on, or nothing where it does not stand. */
export async function saveLifted(ctx: RetentionCtx, holdId: string): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('oversight.legal_hold')
    .set({ lifted_at: ctx.now, lifted_by: ctx.actor.accountId })
    .where('hold_id', '=', holdId)
    .where('lifted_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id;
}
