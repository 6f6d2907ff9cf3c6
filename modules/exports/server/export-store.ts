import { newId } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { AskedExport, ExportId } from '../contract/index.ts';
import type { ExportsTables } from './tables.gen.ts';

type Tables = ExportsTables;
export type ExportRow = Selectable<Tables['exports.export']>;

const MOST_LISTED = 20;

export async function insertExport(
  { db, actor, now }: Ctx<Tables>,
  { kind, format, ...filter }: AskedExport,
): Promise<ExportId> {
  const exportId = newId<'ExportId'>(now.getTime());
  await db
    .insertInto('exports.export')
    .values({
      export_id: exportId,
      account_id: actor.accountId ?? '',
      organisation_id: actor.organisationId,
      kind,
      format,
      filter: JSON.stringify(filter),
      begun_at: now,
    })
    .execute();
  return exportId;
}

/** One's own export that is not at its end, held: a batch is given once. */
export async function lockOpen({ db, actor }: Ctx<Tables>, exportId: string): Promise<ExportRow | undefined> {
  return db
    .selectFrom('exports.export')
    .selectAll()
    .where('export_id', '=', exportId)
    .where('account_id', '=', actor.accountId ?? '')
    .where('is_whole', '=', false)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveBatch(
  { db, now }: Ctx<Tables>,
  row: ExportRow,
  given: { count: number; place: string | null; isWhole: boolean },
): Promise<number> {
  const rows = row.rows + given.count;
  await db
    .updateTable('exports.export')
    .set({ rows, place: given.place, is_whole: given.isWhole, ended_at: given.isWhole ? now : null })
    .where('export_id', '=', row.export_id)
    .execute();
  return rows;
}

/** What somebody took last. */
export async function listOwnExports({ db, actor }: Ctx<Tables>): Promise<ExportRow[]> {
  return db
    .selectFrom('exports.export')
    .selectAll()
    .where('account_id', '=', actor.accountId ?? '')
    .orderBy('begun_at', 'desc')
    .limit(MOST_LISTED)
    .execute();
}
