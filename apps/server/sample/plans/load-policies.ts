import type { Actor } from '@qantara/kernel';
import type { ServedItem } from '@qantara/policies/contract';
import { seeds } from '../read-seed.ts';
import type { Told } from '../tell.ts';
import type { PolicySeed } from './policy-seed.ts';

const DAY = 86_400_000;
type Loading = { told: Told; now: Date; planner: Actor };

const dayOf = (now: Date, daysAgo: number): string =>
  new Date(now.getTime() - daysAgo * DAY).toISOString().slice(0, 10);

function itemIdsOf({ serves }: PolicySeed, items: readonly ServedItem[]): string[] {
  const names = {
    region: seeds.plan().name.en,
    health: seeds.healthPlan().plan.name.en,
    nation: seeds.nationalPlan().plan.name.en,
  };
  return serves.flatMap(
    ({ plan, number }) => items.find((one) => one.planName.en === names[plan] && one.number === number)?.itemId ?? [],
  );
}

async function loadPolicy({ told, now, planner }: Loading, seed: PolicySeed, itemIds: string[]): Promise<void> {
  const { stages, serves: _serves, decidedDaysAgo, next, ...words } = seed;
  const [first, ...later] = stages;
  if (first === undefined) return;
  const at = (daysAgo: number) => told.policies({ actor: planner, now: new Date(now.getTime() - daysAgo * DAY) });
  let policy = await at(first.daysAgo).addPolicy({
    ...words,
    itemIds,
    stage: first.stage,
    stageOn: dayOf(now, first.daysAgo),
    decidedOn: decidedDaysAgo === null ? null : dayOf(now, decidedDaysAgo),
    nextOn: next === null ? null : dayOf(now, -next.inDays),
    nextStep: next?.step ?? null,
  });
  for (const { stage, daysAgo, note } of later) {
    const { policyId, version } = policy;
    policy = await at(daysAgo).movePolicy({ policyId, version, stage, reachedOn: dayOf(now, daysAgo), note });
  }
}

/** The laws, by-laws and budget rules that the sample follows, over all levels, each with its past. */
export async function loadPolicies(loading: Loading): Promise<void> {
  const { told, now, planner } = loading;
  const { items } = await told.policies({ actor: planner, now }).listServable({});
  for (const seed of seeds.policies()) await loadPolicy(loading, seed, itemIdsOf(seed, items));
}
