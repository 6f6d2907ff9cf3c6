import { newId, refuse, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import type { DeadlineRule, DeadlineUnit, SaveDeadlineRule } from '../../contract/index.ts';
import type { ReferralsTables } from '../tables.gen.ts';

type Tables = ReferralsTables;

/** The region's own rules of deadlines; what the field does is not among them. */
export async function listRules(db: Kysely<Tables>): Promise<DeadlineRule[]> {
  const rows = await db
    .selectFrom('referrals.deadline_rule')
    .selectAll()
    .orderBy('stage')
    .orderBy('need_code')
    .orderBy('organisation_id')
    .orderBy('priority')
    .execute();
  return rows.map((row) => ({
    ruleId: row.rule_id,
    stage: row.stage,
    needCode: row.need_code,
    organisationId: row.organisation_id,
    priority: row.priority,
    amount: row.amount,
    unit: row.unit as DeadlineUnit,
    remindAfter: row.remind_after,
    escalateAfter: row.escalate_after,
  }));
}

type NamesOf = { needName: LocalizedText | null; organisationName: LocalizedText | null };

/** What a rule names, in words. */
export async function listRuleNames(
  db: Kysely<Tables>,
  { needCode, organisationId }: { needCode: string | null; organisationId: string | null },
): Promise<NamesOf> {
  const { rows } = await sql<NamesOf>`
    select (select name from directory.published_need where need_code = ${needCode}) as "needName",
      (select name from organisations.published_organisation where organisation_id = ${organisationId}::uuid) as "organisationName"`.execute(
    db,
  );
  return rows[0] ?? { needName: null, organisationName: null };
}

async function checkNamed(db: Kysely<Tables>, given: SaveDeadlineRule): Promise<void> {
  const { needName, organisationName } = await listRuleNames(db, given);
  if (given.needCode !== null && needName === null)
    refuse('need_not_found', { fields: [{ path: 'needCode', code: 'not_a_choice' }] });
  if (given.organisationId !== null && organisationName === null)
    refuse('organisation_not_found', { fields: [{ path: 'organisationId', code: 'not_a_choice' }] });
}

/** Writes a rule; one for the same stage, need, partner and priority is over. What is under way keeps the date that it was given. */
export async function saveDeadlineRule(ctx: Ctx<Tables>, given: SaveDeadlineRule): Promise<{ rules: DeadlineRule[] }> {
  await checkNamed(ctx.db, given);
  const ruleId = newId(ctx.now.getTime());
  const said = {
    amount: given.amount,
    unit: given.unit,
    remind_after: given.remindAfter,
    escalate_after: given.escalateAfter,
    updated_at: ctx.now,
  };
  const row = {
    stage: given.stage,
    need_code: given.needCode,
    organisation_id: given.organisationId,
    priority: given.priority,
  };
  const saved = await ctx.db
    .insertInto('referrals.deadline_rule')
    .values({ rule_id: ruleId, ...row, ...said })
    .onConflict((conflict) => conflict.columns(['stage', 'need_code', 'organisation_id', 'priority']).doUpdateSet(said))
    .returning('rule_id')
    .executeTakeFirstOrThrow();
  ctx.emit({
    type: 'deadline_rule.saved',
    subject: saved.rule_id,
    data: { stage: given.stage, needCode: given.needCode, amount: given.amount, unit: given.unit },
  });
  return { rules: await listRules(ctx.db) };
}

/** Takes a rule back: the next most particular one holds again. */
export async function removeDeadlineRule(
  ctx: Ctx<Tables>,
  { ruleId }: { ruleId: string },
): Promise<{ rules: DeadlineRule[] }> {
  const gone = await ctx.db
    .deleteFrom('referrals.deadline_rule')
    .where('rule_id', '=', ruleId)
    .returning('stage')
    .executeTakeFirst();
  if (gone === undefined) refuse('deadline_rule_not_found');
  ctx.emit({ type: 'deadline_rule.removed', subject: ruleId, data: { stage: gone.stage } });
  return { rules: await listRules(ctx.db) };
}
