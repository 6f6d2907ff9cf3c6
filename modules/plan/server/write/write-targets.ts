import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { yearOf } from '@qantara/indicators/domain';
import { listAllIndicators } from '@qantara/indicators/server';
import type { z } from 'zod';
import type { AddTarget, ChangedItem, RemoveTarget } from '../../contract/index.ts';
import { touchItem } from '../item-store.ts';
import type { PlanTables } from '../tables.gen.ts';
import { deleteTarget, insertTarget } from '../target-store.ts';
import { getOpenItem } from './open-plan.ts';
import { keptItem } from './write-items.ts';

type PlanCtx = Ctx<PlanTables>;
type Changed = z.infer<typeof ChangedItem>;

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** Sets what a node aims at. A target that is to be kept says how far off is still kept. */
export async function addTarget(ctx: PlanCtx, given: z.output<typeof AddTarget>): Promise<Changed> {
  await getOpenItem(ctx, given.itemId);
  const { indicatorCode, baselineYear, version: _version, ...target } = given;
  const indicator = (await listAllIndicators(ctx)).find(({ code }) => code === indicatorCode);
  if (indicator === undefined) return faultAt('target_indicator_not_found', 'indicatorCode');
  if (target.targetKind === 'maintain' && target.tolerance === null) faultAt('target_tolerance_missing', 'tolerance');
  const year = baselineYear === null ? null : yearOf(baselineYear);
  const targetId = await insertTarget(ctx, {
    ...target,
    indicatorId: indicator.indicatorId,
    baselineStartsOn: year?.startsOn ?? null,
    baselineEndsOn: year?.endsOn ?? null,
  });
  if (targetId === null) faultAt('target_exists', 'indicatorCode');
  return keptItem(ctx, given, {
    isKept: await touchItem(ctx, given),
    type: 'target.added',
    data: { indicatorCode },
  });
}

export async function removeTarget(ctx: PlanCtx, given: z.output<typeof RemoveTarget>): Promise<Changed> {
  const { targetId } = given;
  await getOpenItem(ctx, given.itemId);
  if (!(await deleteTarget(ctx.db, given))) refuse('target_not_found');
  return keptItem(ctx, given, { isKept: await touchItem(ctx, given), type: 'target.removed', data: { targetId } });
}
