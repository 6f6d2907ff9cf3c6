import { newId, refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import {
  listLikeOrganisations,
  listLikeServices,
  listMerges as listDirectoryMerges,
  listRecordSources,
  mergeRecords,
  undoMerge as undoDirectoryMerge,
} from '@qantara/directory/server';
import type { z } from 'zod';
import type { MergedPair, Pair, PairObject } from '../contract/index.ts';
import { listPairRows, listSides, reopenPair, savePairs, savePairState } from './pair-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Paged = { page: number; perPage: number };
type Side = z.input<typeof Pair>['one'];

/** Looks through the whole directory for records that may be one. */
export async function findPairs(ctx: CurationCtx): Promise<{ found: number }> {
  const found = await savePairs(ctx, [...(await listLikeServices(ctx)), ...(await listLikeOrganisations(ctx))]);
  ctx.emit({ type: 'pairs.looked_for', subject: newId(), data: { found } });
  return { found };
}

type Named = { object: PairObject; ids: string[] };

async function sidesOf(ctx: CurationCtx, named: Named[]): Promise<Map<string, Side>> {
  const sides = new Map<string, Side>();
  for (const object of ['service', 'organization'] as const) {
    const ids = named.filter((one) => one.object === object).flatMap((one) => one.ids);
    const sources = await listRecordSources(ctx, ids);
    for (const [id, side] of await listSides(ctx, object, ids))
      sides.set(id, { ...side, source: sources.get(id) ?? null });
  }
  return sides;
}

const unknown = (id: string): Side => ({ id, name: {}, of: null, source: null });

/** One page of records that may be one. */
export async function listPairs(ctx: CurationCtx, { page, perPage }: Paged) {
  const rows = await listPairRows(ctx, { page, perPage });
  const sides = await sidesOf(
    ctx,
    rows.map((row) => ({ object: row.object, ids: [row.one_id, row.other_id] })),
  );
  const items = rows.map((row) => ({
    object: row.object,
    one: sides.get(row.one_id) ?? unknown(row.one_id),
    other: sides.get(row.other_id) ?? unknown(row.other_id),
    reasons: row.reasons,
    score: row.score,
  }));
  const total = rows[0]?.total ?? 0;
  return { items, page, perPage, total, hasMore: page * perPage < total };
}

/** Says that two records are one, and which of them stays. */
export async function mergePair(ctx: CurationCtx, given: { object: PairObject; keptId: string; goneId: string }) {
  const { object, keptId, goneId } = given;
  const isPair = await savePairState(ctx, { object, ids: [keptId, goneId], state: 'merged', mergeId: null });
  if (!isPair) refuse('pair_not_found');
  const mergeId = await mergeRecords(ctx, { object, fromId: goneId, intoId: keptId });
  await savePairState(ctx, { object, ids: [keptId, goneId], state: 'merged', mergeId });
  return { mergeId };
}

/** Says that two records are two, so that nobody is asked again. */
export async function partPair(ctx: CurationCtx, given: { object: PairObject; oneId: string; otherId: string }) {
  const { object, oneId, otherId } = given;
  if (!(await savePairState(ctx, { object, ids: [oneId, otherId], state: 'distinct', mergeId: null })))
    refuse('pair_not_found');
  ctx.emit({ type: 'pair.judged_distinct', subject: oneId, data: { object, otherId } });
  return { done: true as const };
}

/** One page of the merges that stand. */
export async function listMerges(ctx: CurationCtx, { page, perPage }: Paged) {
  const { rows, total } = await listDirectoryMerges(ctx, { page, perPage });
  const sides = await sidesOf(
    ctx,
    rows.map((row) => ({ object: row.object, ids: [row.fromId, row.intoId] })),
  );
  const items = rows.map((row): z.input<typeof MergedPair> => ({
    mergeId: row.mergeId,
    object: row.object,
    kept: sides.get(row.intoId) ?? unknown(row.intoId),
    gone: sides.get(row.fromId) ?? unknown(row.fromId),
    mergedAt: row.mergedAt.toISOString(),
  }));
  return { items, page, perPage, total, hasMore: page * perPage < total };
}

/** Makes two records of one again; whether they are one is asked anew. */
export async function undoMerge(ctx: CurationCtx, { mergeId }: { mergeId: string }) {
  await undoDirectoryMerge(ctx, mergeId);
  await reopenPair(ctx, mergeId);
  return { done: true as const };
}
