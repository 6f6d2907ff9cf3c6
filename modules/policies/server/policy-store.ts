import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { sql } from 'kysely';
import type {
  ChangePolicy,
  MovePolicy,
  NewPolicy,
  Policy,
  PolicyFilter,
  PolicyId,
  PolicyWords,
} from '../contract/index.ts';
import type { PoliciesTables } from './tables.gen.ts';

export type PoliciesCtx = Ctx<PoliciesTables>;
/** A text as it is kept; the nodes that it serves are named by their plans. */
export type StoredPolicy = Omit<Policy, 'serves' | 'stages'> & {
  itemIds: string[];
  stages: (Omit<Policy['stages'][number], 'saidAt'> & { saidAt: string })[];
};
type Asked = Partial<Omit<PolicyFilter, 'planId' | 'itemId'>> & {
  policyId?: string;
  itemIds?: readonly string[] | null;
  onlyPublic?: boolean;
};

/** Texts that somebody asks for, what comes next first; what is over last. */
export async function listStored(ctx: PoliciesCtx, asked: Asked): Promise<StoredPolicy[]> {
  const { level = null, kind = null, stage = null, position = null, policyId = null } = asked;
  const itemIds = asked.itemIds ?? null;
  const { rows } = await sql<StoredPolicy>`
    select policy_id as "policyId", level, kind, title, body, changes, stage, stage_on::text as "stageOn", position, reasons,
      decided_by as "decidedBy", decided_on::text as "decidedOn", next_on::text as "nextOn", next_step as "nextStep", links,
      is_public as "isPublic", version,
      (select coalesce(jsonb_agg(jsonb_build_object('stage', one.stage, 'reachedOn', one.reached_on, 'note', one.note,
          'saidAt', one.said_at) order by one.reached_on desc, one.said_at desc), '[]')
        from policies.stage as one where one.policy_id = policy.policy_id) as stages,
      (select coalesce(jsonb_agg(served.item_id order by served.item_id), '[]')
        from policies.served_item as served where served.policy_id = policy.policy_id) as "itemIds"
    from policies.policy
    where (${level}::text is null or level = ${level}::text)
      and (${kind}::text is null or kind = ${kind}::text)
      and (${stage}::text is null or stage = ${stage}::text)
      and (${position}::text is null or position = ${position}::text)
      and (${policyId}::uuid is null or policy_id = ${policyId}::uuid)
      and (not ${asked.onlyPublic ?? false}::boolean or is_public)
      and (${itemIds === null}::boolean or exists (select 1 from policies.served_item as served
        where served.policy_id = policy.policy_id and served.item_id = any(${itemIds ?? []}::uuid[])))
    order by (stage in ('rejected', 'withdrawn', 'repealed')), next_on nulls last, stage_on desc, policy_id
    limit 1000`.execute(ctx.db);
  return rows.map((row) => ({
    ...row,
    stages: row.stages.map((one) => ({ ...one, saidAt: new Date(one.saidAt).toISOString() })),
  }));
}

const said = (words: object | null): string | null => (words === null ? null : JSON.stringify(words));

const columnsOf = (words: PolicyWords) => ({
  level: words.level,
  kind: words.kind,
  title: JSON.stringify(words.title),
  body: JSON.stringify(words.body),
  changes: JSON.stringify(words.changes),
  position: words.position,
  reasons: said(words.reasons),
  decided_by: said(words.decidedBy),
  decided_on: words.decidedOn,
  next_on: words.nextOn,
  next_step: said(words.nextStep),
  links: words.links,
  is_public: words.isPublic,
});

async function saveServed(ctx: PoliciesCtx, policyId: string, itemIds: readonly string[]): Promise<void> {
  await ctx.db.deleteFrom('policies.served_item').where('policy_id', '=', policyId).execute();
  const rows = [...new Set(itemIds)].map((itemId) => ({ policy_id: policyId, item_id: itemId }));
  if (rows.length > 0) await ctx.db.insertInto('policies.served_item').values(rows).execute();
}

type Reached = Pick<MovePolicy, 'policyId' | 'stage' | 'reachedOn' | 'note'>;

async function insertStage(ctx: PoliciesCtx, { policyId, stage, reachedOn, note }: Reached): Promise<void> {
  await ctx.db
    .insertInto('policies.stage')
    .values({
      stage_id: newId(ctx.now.getTime()),
      policy_id: policyId,
      stage,
      reached_on: reachedOn,
      note: said(note),
      said_by: ctx.actor.accountId,
      said_at: ctx.now,
    })
    .execute();
}

export async function insertPolicy(ctx: PoliciesCtx, given: NewPolicy): Promise<PolicyId> {
  const policyId = newId<'PolicyId'>(ctx.now.getTime());
  const { stage, stageOn } = given;
  await ctx.db
    .insertInto('policies.policy')
    .values({
      policy_id: policyId,
      ...columnsOf(given),
      stage,
      stage_on: stageOn,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .execute();
  await insertStage(ctx, { policyId, stage, reachedOn: stageOn, note: null });
  await saveServed(ctx, policyId, given.itemIds);
  return policyId;
}

type Change = { policyId: string; version: number };

async function updatePolicy(ctx: PoliciesCtx, { policyId, version }: Change, set: object): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('policies.policy')
    .set({ ...set, version: version + 1, updated_at: ctx.now })
    .where('policy_id', '=', policyId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Writes what is said of a text over the version that was read; false where somebody else was first. */
export async function savePolicyWords(ctx: PoliciesCtx, change: ChangePolicy): Promise<boolean> {
  const isKept = await updatePolicy(ctx, change, columnsOf(change));
  if (isKept) await saveServed(ctx, change.policyId, change.itemIds);
  return isKept;
}

/** Writes the stage that a text reached; false where somebody else was first. */
export async function saveStage(ctx: PoliciesCtx, change: MovePolicy): Promise<boolean> {
  const isKept = await updatePolicy(ctx, change, { stage: change.stage, stage_on: change.reachedOn });
  if (isKept) await insertStage(ctx, change);
  return isKept;
}
