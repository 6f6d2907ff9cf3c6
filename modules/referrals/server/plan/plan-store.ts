import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type { GoalState, PlanEntryKind } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;

export type PlanRow = {
  personId: string;
  leadAccountId: string;
  organisationName: LocalizedText;
  nextReviewOn: string;
  version: number;
};

/** The plan of a person, held where it is about to be changed. */
export async function findPlan(ctx: Ctx<Tables>, personId: string, isHeld = false): Promise<PlanRow | undefined> {
  const { rows } = await sql<PlanRow>`
    select plan.person_id as "personId", plan.lead_account_id as "leadAccountId", organisation.name as "organisationName",
      to_char(plan.next_review_on, 'YYYY-MM-DD') as "nextReviewOn", plan.version
    from referrals.care_plan as plan
    join organisations.published_organisation as organisation using (organisation_id)
    where plan.person_id = ${personId}::uuid ${isHeld ? sql`for update of plan` : sql``}`.execute(ctx.db);
  return rows[0];
}

/** Begins a plan; false where there is one: two who begin at once are one. */
export async function insertPlan(
  ctx: Ctx<Tables>,
  plan: { personId: string; organisationId: string; leadAccountId: string; nextReviewOn: string },
): Promise<boolean> {
  const made = await ctx.db
    .insertInto('referrals.care_plan')
    .values({
      person_id: plan.personId,
      organisation_id: plan.organisationId,
      lead_account_id: plan.leadAccountId,
      next_review_on: plan.nextReviewOn,
      started_at: ctx.now,
    })
    .onConflict((conflict) => conflict.column('person_id').doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return made !== undefined;
}

export async function savePlan(
  ctx: Ctx<Tables>,
  plan: PlanRow,
  change: { leadAccountId?: string; nextReviewOn?: string },
): Promise<void> {
  await ctx.db
    .updateTable('referrals.care_plan')
    .set({
      lead_account_id: change.leadAccountId ?? plan.leadAccountId,
      next_review_on: change.nextReviewOn ?? plan.nextReviewOn,
      version: plan.version + 1,
    })
    .where('person_id', '=', plan.personId)
    .execute();
}

/** Writes what became of a plan, and who leads it from then on. */
export async function insertEntry(
  ctx: Ctx<Tables>,
  plan: Pick<PlanRow, 'personId' | 'leadAccountId'>,
  entry: { kind: PlanEntryKind; reasonCode?: string },
): Promise<void> {
  await ctx.db
    .insertInto('referrals.care_plan_entry')
    .values({
      person_id: plan.personId,
      entry_id: newId(ctx.now.getTime()),
      kind: entry.kind,
      reason_code: entry.reasonCode ?? null,
      lead_account_id: plan.leadAccountId,
      account_id: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
}

export async function listEntriesOf(ctx: Ctx<Tables>, personId: string) {
  return ctx.db
    .selectFrom('referrals.care_plan_entry')
    .select(['kind', 'reason_code', 'lead_account_id', 'at'])
    .where('person_id', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('entry_id', 'desc')
    .limit(100)
    .execute();
}

export type GoalRow = {
  goalId: string;
  needCode: string;
  needName: LocalizedText;
  words: string;
  state: GoalState;
};

/** What is to come of each need, what is still wanted first. */
export async function listGoals(ctx: Ctx<Tables>, personId: string): Promise<GoalRow[]> {
  const { rows } = await sql<GoalRow>`
    select goal.goal_id as "goalId", goal.need_code as "needCode", need.name as "needName", goal.words, goal.state
    from referrals.care_goal as goal join directory.published_need as need using (need_code)
    where goal.person_id = ${personId}::uuid order by goal.state <> 'active', goal.created_at, goal.goal_id`.execute(
    ctx.db,
  );
  return rows;
}

/** Writes a goal; nothing where there is no such need. */
export async function insertGoal(
  ctx: Ctx<Tables>,
  goal: { personId: string; needCode: string; words: string },
): Promise<string | undefined> {
  const goalId = newId(ctx.now.getTime());
  const { rows } = await sql<{ goal_id: string }>`
    insert into referrals.care_goal (person_id, goal_id, need_code, words, state, created_at)
    select ${goal.personId}::uuid, ${goalId}::uuid, need_code, ${goal.words}, 'active', ${ctx.now}
    from directory.published_need where need_code = ${goal.needCode} returning goal_id`.execute(ctx.db);
  return rows[0]?.goal_id;
}

/** Ends a goal that is still wanted; false where there is none. */
export async function closeGoal(
  ctx: Ctx<Tables>,
  goal: { personId: string; goalId: string; state: GoalState },
): Promise<boolean> {
  const closed = await ctx.db
    .updateTable('referrals.care_goal')
    .set({ state: goal.state, ended_at: ctx.now })
    .where('person_id', '=', goal.personId)
    .where('goal_id', '=', goal.goalId)
    .where('state', '=', 'active')
    .returning('goal_id')
    .executeTakeFirst();
  return closed !== undefined;
}
