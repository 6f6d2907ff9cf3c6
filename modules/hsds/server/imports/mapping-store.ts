import type { Ctx } from '@qantara/platform';
import type { Kysely } from 'kysely';
import { Mapping } from '../../contract/index.ts';
import type { HsdsTables } from '../tables.gen.ts';

/** How a source's columns were said to be read; null where nobody said it, or said it in another form than ours of today. */
export async function findMapping(db: Kysely<HsdsTables>, source: string): Promise<Mapping | null> {
  const row = await db.selectFrom('hsds.mapping').select('mapping').where('source', '=', source).executeTakeFirst();
  return Mapping.safeParse(row?.mapping).data ?? null;
}

/** Keeps a mapping for this file of a source and its next ones. Tables of which nothing is said now stay as they were said. */
export async function saveMapping(ctx: Ctx<HsdsTables>, source: string, mapping: Mapping): Promise<void> {
  const before = await findMapping(ctx.db, source);
  const said = new Set(mapping.tables.map(({ table }) => table));
  const others = (before?.tables ?? []).filter(({ table }) => !said.has(table));
  const whole = { tables: [...mapping.tables, ...others].slice(0, 50) };
  const values = { mapping: JSON.stringify(whole), saved_by: ctx.actor.accountId, saved_at: ctx.now };
  await ctx.db
    .insertInto('hsds.mapping')
    .values({ source, ...values })
    .onConflict((conflict) => conflict.column('source').doUpdateSet(values))
    .execute();
}

/** The sources whose columns are known. */
export async function listMappedSources(db: Kysely<HsdsTables>): Promise<string[]> {
  const rows = await db.selectFrom('hsds.mapping').select('source').orderBy('source').execute();
  return rows.map(({ source }) => source);
}
