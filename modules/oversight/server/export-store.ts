import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { OversightTables } from './tables.gen.ts';

export type MadeFile = { assentId: string; rows: number; digest: string; madeAt: Date };

/** Writes that a file left. */
export async function insertExport(
  ctx: Ctx<OversightTables>,
  file: { assentId: string; madeBy: string; rows: number; digest: Buffer },
): Promise<string> {
  const exportId = newId(ctx.now.getTime());
  await ctx.db
    .insertInto('oversight.export')
    .values({
      export_id: exportId,
      assent_id: file.assentId,
      made_by: file.madeBy,
      made_at: ctx.now,
      rows: file.rows,
      digest: file.digest,
    })
    .execute();
  return exportId;
}

/** The files that left, by the assent that let them. */
export async function listMadeFiles(ctx: Ctx<OversightTables>): Promise<Map<string, MadeFile>> {
  const rows = await ctx.db
    .selectFrom('oversight.export')
    .selectAll()
    .orderBy('made_at', 'desc')
    .orderBy('export_id', 'desc')
    .limit(200)
    .execute();
  return new Map(
    rows.map((row) => [
      row.assent_id,
      {
        assentId: row.assent_id,
        rows: row.rows,
        digest: Buffer.from(row.digest).toString('hex'),
        madeAt: row.made_at,
      },
    ]),
  );
}
