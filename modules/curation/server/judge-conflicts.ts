import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import {
  countConflicts,
  decideConflict as decideDirectoryConflict,
  listConflicts as listDirectoryConflicts,
} from '@qantara/directory/server';
import type { z } from 'zod';
import type { SourceConflict } from '../contract/index.ts';
import { listSides } from './pair-store.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** One page of what sources say differently, oldest first, each with the name of its record. */
export async function listConflicts(ctx: CurationCtx, { page, perPage }: { page: number; perPage: number }) {
  const rows = await listDirectoryConflicts(ctx, { page, perPage });
  const names = new Map<string, LocalizedText>();
  for (const object of ['service', 'organization'] as const) {
    const ids = rows.filter((row) => row.object === object).map((row) => row.record_id);
    for (const [id, side] of await listSides(ctx, object, ids)) names.set(id, side.name);
  }
  const items = rows.map((row): z.input<typeof SourceConflict> => ({
    recordId: row.record_id,
    object: row.object,
    name: names.get(row.record_id) ?? null,
    field: row.field,
    said: row.said.map(({ source, value }) => ({ source, value: asText(value) })),
    foundAt: new Date(row.found_at).toISOString(),
  }));
  const total = await countConflicts(ctx);
  return { items, page, perPage, total, hasMore: page * perPage < total };
}

/** A person says whose word counts for one field of one record. Refuses `conflict_not_found` and `source_not_found`. */
export async function decideConflict(
  ctx: CurationCtx,
  decision: { recordId: string; field: string; source: string },
): Promise<{ done: true }> {
  await decideDirectoryConflict(ctx, decision);
  return { done: true };
}
