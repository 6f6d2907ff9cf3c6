import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql, type RawBuilder } from 'kysely';
import type { Dataset, KeptPolicy, Policy, PolicyState } from '../contract/index.ts';
import { presetOf } from '../domain/index.ts';
import type { DisclosureTables } from './tables.gen.ts';

export type DisclosureCtx = Ctx<DisclosureTables>;

type DatasetRow = Omit<Dataset, 'preset' | 'lastReleasedAt'> & { lastReleasedAt: Date | null };

const POLICY = sql`jsonb_build_object('least', policy.least, 'showsZero', policy.shows_zero,
  'leastPopulation', policy.least_population, 'rounding', policy.rounding)`;

const selectDatasets = (where: RawBuilder<unknown>) => sql<DatasetRow>`
  select dataset.dataset_code as "datasetCode", dataset.name, ${POLICY} as policy,
    exists (select from disclosure.policy as asked
      where asked.dataset_code = dataset.dataset_code and asked.state = 'asked') as "isAsked",
    (select count(*)::integer from disclosure.release where release.dataset_code = dataset.dataset_code) as releases,
    (select max(released_at) from disclosure.release where release.dataset_code = dataset.dataset_code) as "lastReleasedAt"
  from disclosure.dataset
  join disclosure.policy on policy.dataset_code = dataset.dataset_code and policy.state = 'standing'
  where ${where} order by dataset.dataset_code`;

const toDataset = ({ lastReleasedAt, ...row }: DatasetRow): Dataset => ({
  ...row,
  preset: presetOf(row.policy),
  lastReleasedAt: lastReleasedAt?.toISOString() ?? null,
});

export async function listDatasets(ctx: DisclosureCtx): Promise<Dataset[]> {
  const { rows } = await selectDatasets(sql`true`).execute(ctx.db);
  return rows.map(toDataset);
}

export async function findDataset(ctx: DisclosureCtx, datasetCode: string): Promise<Dataset | undefined> {
  const { rows } = await selectDatasets(sql`dataset.dataset_code = ${datasetCode}`).execute(ctx.db);
  return rows[0] === undefined ? undefined : toDataset(rows[0]);
}

/** A dataset held until the command ends: of two who tell of it at once, the second sees what the first told. */
export async function lockDataset(ctx: DisclosureCtx, datasetCode: string): Promise<Dataset | undefined> {
  await sql`select 1 from disclosure.dataset where dataset_code = ${datasetCode} for update`.execute(ctx.db);
  return findDataset(ctx, datasetCode);
}

/** A dataset that nothing was told of yet, and what may be told of it at first, by its policy's identifier; nothing where it is there already. */
export async function insertDataset(
  ctx: DisclosureCtx,
  dataset: { datasetCode: string; name: LocalizedText; policy: Policy; reason: string },
): Promise<string | undefined> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('disclosure.dataset')
    .values({ dataset_code: dataset.datasetCode, name: JSON.stringify(dataset.name), created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return undefined;
  return insertPolicy(ctx, { ...dataset, state: 'standing' });
}

type PolicyRow = Omit<KeptPolicy, 'preset' | 'isOwn' | 'askedAt' | 'answeredAt'> & {
  datasetCode: string;
  askedAt: Date;
  answeredAt: Date | null;
};

const selectPolicies = (where: RawBuilder<unknown>) => sql<PolicyRow>`
  select policy.policy_id as "policyId", policy.dataset_code as "datasetCode", ${POLICY} as policy, policy.reason, policy.state,
    policy.asked_by as "askedBy", policy.asked_at as "askedAt", policy.answered_by as "answeredBy",
    policy.answered_at as "answeredAt", policy.answer_note as "answerNote"
  from disclosure.policy where ${where} order by policy.asked_at desc, policy.policy_id desc limit 100`;

export type DatasetPolicy = KeptPolicy & { datasetCode: string };

const toPolicy = (ctx: DisclosureCtx, row: PolicyRow): DatasetPolicy => ({
  ...row,
  preset: presetOf(row.policy),
  isOwn: row.askedBy !== null && row.askedBy === ctx.actor.accountId,
  askedAt: row.askedAt.toISOString(),
  answeredAt: row.answeredAt?.toISOString() ?? null,
});

export async function listPolicies(ctx: DisclosureCtx, datasetCode: string): Promise<DatasetPolicy[]> {
  const { rows } = await selectPolicies(sql`policy.dataset_code = ${datasetCode}`).execute(ctx.db);
  return rows.map((row) => toPolicy(ctx, row));
}

export async function findPolicy(ctx: DisclosureCtx, policyId: string): Promise<DatasetPolicy | undefined> {
  const { rows } = await selectPolicies(sql`policy.policy_id = ${policyId}`).execute(ctx.db);
  return rows[0] === undefined ? undefined : toPolicy(ctx, rows[0]);
}

export async function insertPolicy(
  ctx: DisclosureCtx,
  asked: { datasetCode: string; policy: Policy; reason: string; state: 'asked' | 'standing' },
): Promise<string> {
  const policyId = newId(ctx.now.getTime());
  const { policy } = asked;
  await ctx.db
    .insertInto('disclosure.policy')
    .values({
      policy_id: policyId,
      dataset_code: asked.datasetCode,
      least: policy.least,
      shows_zero: policy.showsZero,
      least_population: policy.leastPopulation,
      rounding: policy.rounding,
      reason: asked.reason,
      state: asked.state,
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now,
    })
    .execute();
  return policyId;
}

/** The policy that stood until now stands no more. */
export async function replaceStanding(ctx: DisclosureCtx, datasetCode: string): Promise<void> {
  await ctx.db
    .updateTable('disclosure.policy')
    .set({ state: 'replaced' })
    .where('dataset_code', '=', datasetCode)
    .where('state', '=', 'standing')
    .execute();
}

/** The word of a second person on what was asked. False where somebody answered before. */
export async function saveAnswer(
  ctx: DisclosureCtx,
  answer: { policyId: string; state: PolicyState; note: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('disclosure.policy')
    .set({ state: answer.state, answered_by: ctx.actor.accountId, answered_at: ctx.now, answer_note: answer.note })
    .where('policy_id', '=', answer.policyId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
