import type { LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { LikePair } from '@qantara/directory/server';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Pair, PairObject, PairReason } from '../contract/index.ts';
import type { CurationTables } from './tables.gen.ts';

type CurationCtx = Ctx<CurationTables>;
type Side = z.input<typeof Pair>['one'];

/** Keeps which records may be one. Pairs that a person has judged stay judged; open ones that are alike no more go. */
export async function savePairs(ctx: CurationCtx, pairs: LikePair[]): Promise<number> {
  const rows = pairs.map((pair) => {
    const [one, other] = [pair.oneId, pair.otherId].toSorted();
    return { object: pair.object, one_id: one, other_id: other, reasons: pair.reasons, score: pair.score };
  });
  await sql`delete from curation.pair where state = 'open'`.execute(ctx.db);
  const { rows: saved } = await sql`
    insert into curation.pair (object, one_id, other_id, reasons, score, state, found_at)
    select object, one_id, other_id, reasons, score, 'open', ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as found (object text, one_id uuid, other_id uuid, reasons text[], score real)
    on conflict (object, one_id, other_id) do nothing returning one_id`.execute(ctx.db);
  return saved.length;
}

type PairRow = {
  object: PairObject;
  one_id: string;
  other_id: string;
  reasons: PairReason[];
  score: number;
  total: number;
};

/** One page of the pairs that nobody has judged, those most alike first, and how many there are. */
export async function listPairRows(ctx: CurationCtx, of: { page: number; perPage: number }): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    select object, one_id, other_id, reasons, score, count(*) over ()::integer as total
    from curation.pair where state = 'open' order by score desc, one_id, other_id
    limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(ctx.db);
  return rows;
}

/** How many pairs nobody has judged. */
export async function countPairs(ctx: CurationCtx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from curation.pair where state = 'open'`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

/** Keeps what a person says of two records; whether the pair was there to be judged. */
export async function savePairState(
  ctx: CurationCtx,
  of: { object: PairObject; ids: [string, string]; state: 'merged' | 'distinct' | 'open'; mergeId: string | null },
): Promise<boolean> {
  const [one = '', other = ''] = of.ids.toSorted();
  const saved = await ctx.db
    .updateTable('curation.pair')
    .set({ state: of.state, merge_id: of.mergeId, decided_by: ctx.actor.accountId, decided_at: ctx.now })
    .where('object', '=', of.object)
    .where('one_id', '=', one)
    .where('other_id', '=', other)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/** A merge that was undone leaves its pair to be judged again. */
export async function reopenPair(ctx: CurationCtx, mergeId: string): Promise<void> {
  await ctx.db
    .updateTable('curation.pair')
    .set({ state: 'open', merge_id: null, decided_by: null, decided_at: null })
    .where('merge_id', '=', mergeId)
    .execute();
}

/** The two sides of pairs as they are shown: what they are called, whose they are. */
export async function listSides(ctx: CurationCtx, object: PairObject, ids: string[]): Promise<Map<string, Side>> {
  const { rows } =
    object === 'service'
      ? await sql<{ id: string; name: LocalizedText; of: LocalizedText | null }>`
        select service.service_id as id, service.name, organisation.name as of from directory.published_service as service
        join organisations.published_organisation as organisation on organisation.organisation_id = service.organisation_id
        where service.service_id = any(${ids}::uuid[])`.execute(ctx.db)
      : await sql<{ id: string; name: LocalizedText; of: LocalizedText | null }>`
        select organisation_id as id, name, null as of from organisations.published_organisation
        where organisation_id = any(${ids}::uuid[])`.execute(ctx.db);
  return new Map(rows.map((row) => [row.id, { ...row, source: null }]));
}
