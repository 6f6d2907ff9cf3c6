import type { LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import type { Level } from '../contract/index.ts';
import type { PlanTables } from './tables.gen.ts';

type Db = Kysely<PlanTables>;

/** A plan's levels, the highest first. */
export async function listLevels(db: Db, planId: string): Promise<Level[]> {
  const rows = await db
    .selectFrom('plan.level')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('rank')
    .orderBy('code')
    .execute();
  return rows.map(({ code, rank, kind, name }) => ({ code, rank, kind, name: name as LocalizedText }));
}

export async function insertLevels(db: Db, planId: string, levels: Level[]): Promise<void> {
  const rows = levels.map(({ name, ...level }) => ({ plan_id: planId, ...level, name: JSON.stringify(name) }));
  await db.insertInto('plan.level').values(rows).execute();
}

/** Writes a level, or changes the one of that code. */
export async function upsertLevel(db: Db, planId: string, { code, rank, kind, name }: Level): Promise<void> {
  const said = { rank, kind, name: JSON.stringify(name) };
  await db
    .insertInto('plan.level')
    .values({ plan_id: planId, code, ...said })
    .onConflict((conflict) => conflict.columns(['plan_id', 'code']).doUpdateSet(said))
    .execute();
}

export async function deleteLevel(db: Db, planId: string, code: string): Promise<void> {
  await db.deleteFrom('plan.level').where('plan_id', '=', planId).where('code', '=', code).execute();
}
