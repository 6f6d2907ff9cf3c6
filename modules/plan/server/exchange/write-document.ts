import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listAllIndicators } from '@qantara/indicators/server';
import type { DocumentNode, ItemId, PlanDocument, PlanId, PlanWords } from '../../contract/index.ts';
import type { Meaning } from '../../domain/index.ts';
import { writeItemDetails } from '../details/detail-store.ts';
import { insertItem } from '../item-store.ts';
import { insertLevels } from '../level-store.ts';
import { insertPlan, saveAdopted } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { insertTarget } from '../target-store.ts';
import { checkPlan } from '../write/check-plan.ts';

type PlanCtx = Ctx<PlanTables>;
type Writing = { document: PlanDocument; meaning: Meaning; planId: PlanId };

/** Each after what it stands under. */
function fromTheTop(nodes: readonly DocumentNode[]): DocumentNode[] {
  const under = Map.groupBy(nodes, ({ parent }) => parent);
  const ordered = [...(under.get(null) ?? [])];
  for (const node of ordered) ordered.push(...(under.get(node.number) ?? []));
  return ordered;
}

async function writeNodes(ctx: PlanCtx, { document, meaning, planId }: Writing): Promise<Map<string, ItemId>> {
  const written = new Map<string, ItemId>();
  for (const node of fromTheTop(document.nodes)) {
    const itemId = await insertItem(ctx, {
      planId,
      parentItemId: node.parent === null ? null : (written.get(node.parent) ?? null),
      levelCode: node.level,
      number: node.number,
      title: node.title,
      description: node.description,
      frameworkAreas: node.frameworkAreas,
      lever: node.lever,
      leadOrganisationId: meaning.leadOf(node),
      weight: node.weight,
      servesItemId: meaning.servedBy(node) as ItemId | null,
      startsOn: node.startsOn,
      dueOn: node.dueOn,
      progress: node.progress,
      shareDone: node.shareDone,
      reportedAt: node.reportedAt,
    });
    written.set(node.number, itemId);
    const details = meaning.detailsOf(node);
    if (details !== null) await writeItemDetails(ctx, itemId, details);
  }
  return written;
}

async function writeTargets(ctx: PlanCtx, { document, meaning }: Writing, written: Map<string, ItemId>): Promise<void> {
  const idOf = new Map((await listAllIndicators(ctx)).map(({ code, indicatorId }) => [code, indicatorId]));
  for (const { node, indicator, kind, baselineIsWithheld: _withheld, ...target } of document.targets) {
    const itemId = written.get(node);
    const indicatorId = idOf.get(meaning.indicatorOf(indicator.code) ?? '');
    if (itemId === undefined || indicatorId === undefined) continue;
    // Two words for one indicator, at one node: which of them is meant is not for us to say.
    if ((await insertTarget(ctx, { ...target, targetKind: kind, itemId, indicatorId })) === null)
      refuse('plan_choice_unknown');
  }
}

/**
 * Writes a document as a new plan, not published. The plan's own adoption comes with it, but not into the next version of another.
 * Refuses what a plan that is written by hand is refused for.
 */
export async function writeDocument(
  ctx: PlanCtx,
  { document, meaning }: { document: PlanDocument; meaning: Meaning },
): Promise<{ planId: PlanId; itemIds: Map<string, ItemId> }> {
  const { name, vision, reach, startsOn, endsOn, reportEveryMonths, reviewOn, adoptedOn, resolution } = document.plan;
  const words: PlanWords = {
    name,
    vision,
    reach,
    startsOn,
    endsOn,
    reportEveryMonths,
    reviewOn,
    areaId: meaning.areaId ?? '',
    parentPlanId: meaning.parentPlanId as PlanId | null,
  };
  await checkPlan(ctx, words);
  const planId = await insertPlan(ctx, words, meaning.previousPlanId);
  await insertLevels(ctx.db, planId, document.levels);
  const writing = { document, meaning, planId };
  const itemIds = await writeNodes(ctx, writing);
  await writeTargets(ctx, writing, itemIds);
  if (adoptedOn !== null && resolution !== null && meaning.previousPlanId === null)
    await saveAdopted(ctx, { planId, version: 1, adoptedOn, resolution });
  ctx.emit({
    type: 'plan.imported',
    subject: planId,
    data: { reach, nodes: document.nodes.length, targets: document.targets.length, from: meaning.previousPlanId },
  });
  return { planId, itemIds };
}
