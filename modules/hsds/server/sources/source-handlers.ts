import { refuse, type LocalizedText } from '@qantara/kernel';
import type { AnyCtx, Handlers } from '@qantara/platform';
import { HOME_OBJECTS } from '@qantara/directory/domain';
import {
  decideConflict,
  listOpenConflicts,
  listRankedSources,
  loadRecords,
  rankSources,
} from '@qantara/directory/server';
import type { sourceRoutes } from '../../contract/index.ts';
import type { HsdsTables } from '../tables.gen.ts';

async function shownSources(ctx: AnyCtx) {
  const sources = await listRankedSources(ctx);
  return {
    sources: sources.map(({ source, records, saidAt }) => ({ source, records, saidAt: saidAt?.toISOString() ?? null })),
  };
}

function moved(sources: string[], source: string, direction: 'up' | 'down'): string[] {
  const at = sources.indexOf(source);
  const to = direction === 'up' ? at - 1 : at + 1;
  if (at === -1) refuse('source_not_found');
  const other = sources[to];
  if (other === undefined) return sources;
  return sources.with(to, source).with(at, other);
}

async function namesOf(ctx: AnyCtx, conflicts: { object: (typeof HOME_OBJECTS)[number]; record_id: string }[]) {
  const names = new Map<string, LocalizedText | null>();
  for (const object of HOME_OBJECTS) {
    const ids = conflicts.filter((one) => one.object === object).map((one) => one.record_id);
    for (const [id, record] of await loadRecords(ctx, object, [...new Set(ids)]))
      names.set(id, (record.fields as { name?: LocalizedText | null }).name ?? null);
  }
  return names;
}

type Said = { source: string; value: unknown }[];

/** Organisations by their names: an identifier says nothing to whoever decides. */
async function organisationNames(ctx: AnyCtx, conflicts: { field: string; said: Said }[]) {
  const named = conflicts.filter(({ field }) => field.endsWith('organization_id'));
  const ids = named.flatMap(({ said }) => said.map(({ value }) => String(value)));
  const records = await loadRecords(ctx, 'organization', [...new Set(ids)]);
  return ({ field, said }: { field: string; said: Said }): Said =>
    field.endsWith('organization_id')
      ? said.map(({ source, value }) => ({ source, value: records.get(String(value))?.fields.name ?? value }))
      : said;
}

/** What answers the routes about whose word counts. */
export const sourceHandlers: Handlers<typeof sourceRoutes, HsdsTables> = {
  listSources: (ctx) => shownSources(ctx),
  moveSource: async (ctx, { source, direction }) => {
    const known = (await listRankedSources(ctx)).map((one) => one.source);
    await rankSources(ctx, moved(known, source, direction));
    return shownSources(ctx);
  },
  listConflicts: async (ctx, { page, perPage }) => {
    const { conflicts, total } = await listOpenConflicts(ctx, { page, perPage });
    const names = await namesOf(ctx, conflicts);
    const shown = await organisationNames(ctx, conflicts);
    const items = conflicts.map(({ record_id, object, field, said, found_at }) => ({
      recordId: record_id,
      object,
      name: names.get(record_id) ?? null,
      field,
      said: shown({ field, said }),
      foundAt: found_at.toISOString(),
    }));
    return { items, page, perPage, total, hasMore: page * perPage < total };
  },
  decideConflict: async (ctx, decision) => {
    await decideConflict(ctx, decision);
    return { recordId: decision.recordId };
  },
};
