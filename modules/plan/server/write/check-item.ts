import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { findOrganisation } from '@qantara/organisations/server';
import type { ItemWords, Level } from '../../contract/index.ts';
import { mayStandUnder } from '../../domain/index.ts';
import { findItem, listItems, type BareItem } from '../item-store.ts';
import { listLevels } from '../level-store.ts';
import { findPlan } from '../plan-store.ts';
import type { PlanTables } from '../tables.gen.ts';

type PlanCtx = Ctx<PlanTables>;
type Place = { planId: string; itemId: string | null; words: ItemWords };

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

function isUnder(items: BareItem[], itemId: string, aboveId: string): boolean {
  const parentOf = new Map(items.map((item) => [item.itemId as string, item.parentItemId as string | null]));
  for (let at: string | null = itemId; at !== null; at = parentOf.get(at) ?? null) if (at === aboveId) return true;
  return false;
}

const levelNamed = (levels: Level[], code: string): Level =>
  levels.find((level) => level.code === code) ?? faultAt('level_not_found', 'levelCode');

/** Where a node stands: under one of its own plan, not under itself, at a level that may be there, and above what is under it. */
function checkPlace({ itemId, words }: Place, items: BareItem[], levels: Level[]): void {
  const level = levelNamed(levels, words.levelCode);
  if (words.parentItemId !== null) {
    const above = items.find((item) => item.itemId === words.parentItemId);
    if (above === undefined) return faultAt('item_parent_not_found', 'parentItemId');
    if (itemId !== null && isUnder(items, above.itemId, itemId)) faultAt('item_under_itself', 'parentItemId');
    if (!mayStandUnder(level, levelNamed(levels, above.levelCode))) faultAt('level_not_below', 'levelCode');
  }
  const under = items.filter((item) => item.parentItemId === itemId && itemId !== null);
  const isAbove = (one: BareItem) => mayStandUnder(levelNamed(levels, one.levelCode), level);
  if (!under.every(isAbove)) faultAt('level_not_below', 'levelCode');
}

async function isAbove(ctx: PlanCtx, planId: string, aboveId: string): Promise<boolean> {
  const parentOf = async (of: string): Promise<string | null> =>
    (await findPlan(ctx.db, { planId: of, onlyPublic: false }))?.parentPlanId ?? null;
  const seen = new Set([planId]);
  for (let at = await parentOf(planId); at !== null && !seen.has(at); at = await parentOf(at)) {
    if (at === aboveId) return true;
    seen.add(at);
  }
  return false;
}

/** What is served is a node of a plan above, however far above. */
async function checkServed(ctx: PlanCtx, { planId, words }: Place): Promise<void> {
  if (words.servesItemId === null) return;
  const served = await findItem(ctx.db, words.servesItemId);
  if (served === undefined || !(await isAbove(ctx, planId, served.planId)))
    faultAt('item_serves_nothing', 'servesItemId');
}

async function checkLead(ctx: PlanCtx, { leadOrganisationId }: ItemWords): Promise<void> {
  if (leadOrganisationId === null) return;
  if ((await findOrganisation(ctx, leadOrganisationId)) === undefined)
    faultAt('item_lead_not_found', 'leadOrganisationId');
}

/** Whether a node's words hold together and fit their plan. Refuses what does not, at its field. */
export async function checkItem(ctx: PlanCtx, place: Place): Promise<void> {
  const { planId, itemId, words } = place;
  if (words.startsOn !== null && words.dueOn !== null && words.startsOn > words.dueOn)
    faultAt('item_ends_too_soon', 'dueOn');
  const items = await listItems(ctx.db, planId);
  checkPlace(place, items, await listLevels(ctx.db, planId));
  if (items.some((item) => item.number === words.number && item.itemId !== itemId))
    faultAt('item_number_taken', 'number');
  await checkServed(ctx, place);
  await checkLead(ctx, words);
}
