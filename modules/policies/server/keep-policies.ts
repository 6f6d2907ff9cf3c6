import { dayIn, refuse } from '@qantara/kernel';
import { listNamedItems } from '@qantara/plan/server';
import type {
  ChangePolicy,
  MovePolicy,
  NewPolicy,
  Policy,
  PolicyFilter,
  PolicyWords,
  ServedItem,
} from '../contract/index.ts';
import { stagesAfter } from '../domain/index.ts';
import {
  insertPolicy,
  listStored,
  savePolicyWords,
  saveStage,
  type PoliciesCtx,
  type StoredPolicy,
} from './policy-store.ts';

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

type Reader = { onlyPublic: boolean };

async function withServed(ctx: PoliciesCtx, stored: StoredPolicy[], reader: Reader): Promise<Policy[]> {
  const itemIds = [...new Set(stored.flatMap((one) => one.itemIds))];
  const items = new Map((await listNamedItems(ctx, { itemIds, ...reader })).map((item) => [item.itemId, item]));
  return stored.map(({ itemIds: own, ...policy }) => ({
    ...policy,
    serves: own.flatMap((itemId) => items.get(itemId) ?? []),
  }));
}

/** Of a whole plan, what serves any of its nodes; the public asks only of nodes that it may see. */
async function askedItems(
  ctx: PoliciesCtx,
  { itemId, planId }: PolicyFilter,
  reader: Reader,
): Promise<string[] | null> {
  if (itemId === null && planId === null) return null;
  const asked = itemId === null ? {} : { itemIds: [itemId] };
  const items = await listNamedItems(ctx, { ...asked, ...(planId !== null && { planId }), ...reader });
  return items.map((item) => item.itemId);
}

export async function listPolicies(
  ctx: PoliciesCtx,
  filter: PolicyFilter,
  reader: Reader,
): Promise<{ policies: Policy[] }> {
  const itemIds = await askedItems(ctx, filter, reader);
  const { itemId: _item, planId: _plan, ...asked } = filter;
  const stored = await listStored(ctx, { ...asked, itemIds, ...reader });
  return { policies: await withServed(ctx, stored, reader) };
}

/** The nodes of plans in force that a text may serve. */
export async function listServable(ctx: PoliciesCtx): Promise<{ items: ServedItem[] }> {
  return { items: await listNamedItems(ctx, { onlyPublic: false }) };
}

/** Refuses `policy_text_not_found`. */
export async function getPolicy(ctx: PoliciesCtx, { policyId }: { policyId: string }): Promise<Policy> {
  const stored = await listStored(ctx, { policyId });
  const [policy] = await withServed(ctx, stored, { onlyPublic: false });
  return policy ?? refuse('policy_text_not_found');
}

async function checkWords(ctx: PoliciesCtx, words: PolicyWords): Promise<void> {
  const known = new Set(
    (await listNamedItems(ctx, { itemIds: words.itemIds, onlyPublic: false })).map((one) => one.itemId),
  );
  if (!words.itemIds.every((itemId) => known.has(itemId))) faultAt('policy_item_not_found', 'itemIds');
  if (words.decidedOn !== null && words.decidedBy === null) faultAt('policy_decider_missing', 'decidedBy');
}

/** Begins to follow a text. Refuses a stage that is still to come: what is expected is its next step. */
export async function addPolicy(ctx: PoliciesCtx, given: NewPolicy): Promise<Policy> {
  await checkWords(ctx, given);
  if (given.stageOn > dayIn(ctx.timeZone, ctx.now)) faultAt('policy_stage_later', 'stageOn');
  const policyId = await insertPolicy(ctx, given);
  const { level, kind, stage, position } = given;
  ctx.emit({ type: 'policy.added', subject: policyId, data: { level, kind, stage, position } });
  return getPolicy(ctx, { policyId });
}

/** Changes what is said of a text, our position with it. Refuses `policy_changed` over a newer version. */
export async function changePolicy(ctx: PoliciesCtx, given: ChangePolicy): Promise<Policy> {
  const before = await getPolicy(ctx, given);
  await checkWords(ctx, given);
  if (!(await savePolicyWords(ctx, given))) refuse('policy_changed');
  const { position, isPublic } = given;
  ctx.emit({ type: 'policy.changed', subject: given.policyId, data: { from: before.position, position, isPublic } });
  return getPolicy(ctx, given);
}

/** Writes the stage that a text reached. Refuses one that cannot follow, or that was before the last or is still to come. */
export async function movePolicy(ctx: PoliciesCtx, given: MovePolicy): Promise<Policy> {
  const { stage, stageOn } = await getPolicy(ctx, given);
  if (!stagesAfter(stage).includes(given.stage)) faultAt('policy_stage_not_next', 'stage');
  if (given.reachedOn < stageOn) faultAt('policy_stage_earlier', 'reachedOn');
  if (given.reachedOn > dayIn(ctx.timeZone, ctx.now)) faultAt('policy_stage_later', 'reachedOn');
  if (!(await saveStage(ctx, given))) refuse('policy_changed');
  const { reachedOn, stage: to } = given;
  ctx.emit({ type: 'policy.moved', subject: given.policyId, data: { from: stage, to, reachedOn } });
  return getPolicy(ctx, given);
}
