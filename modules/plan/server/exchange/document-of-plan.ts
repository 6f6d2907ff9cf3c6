import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listOrganisationNames } from '@qantara/organisations/server';
import type { Area } from '@qantara/territory/contract';
import { listAreas } from '@qantara/territory/server';
import { DOCUMENT_FORMAT, PlanDocument, type Item, type Plan, type Target } from '../../contract/index.ts';
import { detailsForDocument, inReadingOrder } from '../../domain/index.ts';
import { readItemDetails } from '../details/detail-store.ts';
import { getPlan } from '../get-plan.ts';
import type { PlanTables } from '../tables.gen.ts';
import { listServed, type NamedNode } from './exchange-store.ts';

type Reader = 'public' | 'staff';
type Around = {
  areaCode: string;
  numbers: ReadonlyMap<string, string>;
  served: ReadonlyMap<string, NamedNode>;
  detailsOf: (itemId: string) => ReturnType<typeof detailsForDocument>;
};

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function nodeOf(item: Item, { numbers, served, detailsOf }: Around) {
  const serves = item.servesItemId === null ? undefined : served.get(item.servesItemId);
  return {
    number: item.number,
    parent: item.parentItemId === null ? null : (numbers.get(item.parentItemId) ?? null),
    level: item.levelCode,
    title: item.title,
    description: item.description,
    frameworkAreas: item.frameworkAreas,
    lever: item.lever,
    lead: item.leadName === null ? null : { organisationId: item.leadOrganisationId, name: item.leadName },
    weight: item.weight,
    serves: serves === undefined ? null : { plan: serves.plan, number: serves.number },
    startsOn: item.startsOn,
    dueOn: item.dueOn,
    progress: item.progress,
    shareDone: item.shareDone,
    reportedAt: item.reportedAt,
    details: detailsOf(item.itemId),
  };
}

/** As it was set. A baseline that this reader is not told is withheld, and said to be. */
function targetOf(node: string, target: Target) {
  return {
    node,
    indicator: { code: target.indicator.code, name: target.indicator.name },
    kind: target.targetKind,
    target: target.target,
    tolerance: target.tolerance,
    baseline: target.baseline,
    baselineIsWithheld: target.baselineState !== 'shown' && target.baselineState !== 'missing',
    baselineStartsOn: target.baselineStartsOn,
    baselineEndsOn: target.baselineEndsOn,
    path: target.path,
    dueOn: target.dueOn,
  };
}

function targetsOf(items: readonly Item[]) {
  return items.flatMap(({ number, targets }) =>
    targets
      .toSorted((one, other) => byCode(one.dueOn, other.dueOn) || byCode(one.indicator.code, other.indicator.code))
      .map((target) => targetOf(number, target)),
  );
}

function factsOf(plan: Plan, areaCode: string) {
  const above: LocalizedText | null = plan.above?.name ?? null;
  const { name, vision, reach, startsOn, endsOn, reportEveryMonths, reviewOn, adoptedOn, resolution } = plan;
  const area = { code: areaCode, name: plan.areaName };
  return { name, vision, reach, area, startsOn, endsOn, reportEveryMonths, reviewOn, adoptedOn, resolution, above };
}

/** What nodes say beside their words, with organisations by name and places by code. */
async function readDetails(
  ctx: Ctx<PlanTables>,
  items: readonly Item[],
  areas: readonly Area[],
): Promise<Around['detailsOf']> {
  const details = await readItemDetails(
    ctx.db,
    items.map(({ itemId }) => itemId),
  );
  const partnerIds = [...details.values()].flatMap(({ partners }) =>
    partners.map(({ organisationId }) => organisationId),
  );
  const names = {
    organisations: await listOrganisationNames(ctx, [...new Set(partnerIds)]),
    areaCodes: new Map<string, string>(areas.map(({ areaId, code }) => [areaId, code])),
  };
  return (itemId) => {
    const own = details.get(itemId);
    return own === undefined ? null : detailsForDocument(own, names);
  };
}

/**
 * A plan as a document: what was set, and nothing that is computed. Of what is not told to everyone the public's holds nothing: it is
 * made of the plan as its reader sees it. Refuses `plan_not_found`.
 */
export async function documentOfPlan(
  ctx: Ctx<PlanTables>,
  asked: { planId?: string | undefined; reader: Reader },
): Promise<PlanDocument> {
  const plan = await getPlan(ctx, asked);
  const items = inReadingOrder(plan.items.toSorted((one, other) => byCode(one.number, other.number)));
  const served = await listServed(ctx.db, plan.planId, { onlyPublic: asked.reader === 'public' });
  const areas = await listAreas(ctx);
  const around: Around = {
    detailsOf: await readDetails(ctx, items, areas),
    areaCode: areas.find(({ areaId }) => areaId === plan.areaId)?.code ?? '',
    numbers: new Map(items.map(({ itemId, number }) => [itemId, number])),
    served: new Map(served.map((node) => [node.itemId, node])),
  };
  return PlanDocument.parse({
    format: DOCUMENT_FORMAT,
    plan: factsOf(plan, around.areaCode),
    levels: plan.levels,
    nodes: items.map((item) => nodeOf(item, around)),
    targets: targetsOf(items),
  });
}
