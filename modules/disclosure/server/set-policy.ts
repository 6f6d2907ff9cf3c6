import { refuse } from '@qantara/kernel';
import type { AnswerPolicy, AskPolicy, KeptPolicy, Policy } from '../contract/index.ts';
import { isLooser } from '../domain/index.ts';
import {
  findPolicy,
  insertPolicy,
  listPolicies,
  lockDataset,
  replaceStanding,
  saveAnswer,
  type DatasetPolicy,
  type DisclosureCtx,
} from './dataset-store.ts';

const policyOf = ({ least, showsZero, leastPopulation, rounding }: Policy): Policy => ({
  least,
  showsZero,
  leastPopulation,
  rounding,
});

async function getPolicyThatIs(ctx: DisclosureCtx, policyId: string): Promise<DatasetPolicy> {
  return (await findPolicy(ctx, policyId)) ?? refuse('policy_not_found');
}

const isAlike = (one: Policy, other: Policy): boolean => !isLooser(one, other) && !isLooser(other, one);

/**
 * Changes what may be told of a dataset. What tells less holds at once; what would tell more in any way waits for a second person. Refuses
 * `policy_is_so` where nothing would change, and `policy_already_asked` while something waits.
 */
export async function askPolicy(ctx: DisclosureCtx, asked: AskPolicy): Promise<KeptPolicy> {
  const { datasetCode, reason } = asked;
  const dataset = (await lockDataset(ctx, datasetCode)) ?? refuse('dataset_not_found');
  const policy = policyOf(asked);
  if (isAlike(policy, dataset.policy)) refuse('policy_is_so');
  if (dataset.isAsked) refuse('policy_already_asked');
  const mustAgree = isLooser(policy, dataset.policy);
  if (!mustAgree) await replaceStanding(ctx, datasetCode);
  const policyId = await insertPolicy(ctx, { datasetCode, policy, reason, state: mustAgree ? 'asked' : 'standing' });
  ctx.emit({
    type: mustAgree ? 'policy.asked' : 'policy.tightened',
    subject: policyId,
    reason,
    data: { dataset: datasetCode, ...policy },
    before: { ...dataset.policy },
  });
  return getPolicyThatIs(ctx, policyId);
}

/** The second person's word on a policy that would tell more. Refuses `policy_own` to who asked, `policy_answered` the second time. */
export async function answerPolicy(ctx: DisclosureCtx, { policyId, agrees, note }: AnswerPolicy): Promise<KeptPolicy> {
  const asked = await getPolicyThatIs(ctx, policyId);
  if (asked.isOwn) refuse('policy_own');
  if (asked.state !== 'asked') refuse('policy_answered');
  await lockDataset(ctx, asked.datasetCode);
  if (agrees) await replaceStanding(ctx, asked.datasetCode);
  if (!(await saveAnswer(ctx, { policyId, state: agrees ? 'standing' : 'refused', note }))) refuse('policy_answered');
  ctx.emit({
    type: agrees ? 'policy.loosened' : 'policy.refused',
    subject: policyId,
    reason: note,
    data: { dataset: asked.datasetCode },
  });
  return getPolicyThatIs(ctx, policyId);
}

/** All policies that a dataset had, newest first. */
export const listHistory = (ctx: DisclosureCtx, datasetCode: string): Promise<KeptPolicy[]> =>
  listPolicies(ctx, datasetCode);
