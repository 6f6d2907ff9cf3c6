import { newId } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import {
  PlanDocument,
  type PlanFinding,
  type PlanId,
  type PlanImport,
  type PlanImportId,
} from '../../contract/index.ts';
import type { PlanTables } from '../tables.gen.ts';

type Db = Kysely<PlanTables>;
type Findings = { faults: PlanFinding[]; notices: PlanFinding[] };
export type KeptImport = PlanImport & { document: PlanDocument | null; choices: Record<string, string> } & Findings;

const SHOWN = ['import_id', 'file_name', 'status', 'requested_at', 'ended_at', 'plan_id'] as const;

type Row = {
  import_id: string;
  file_name: string;
  status: PlanImport['status'];
  requested_at: Date;
  ended_at: Date | null;
  plan_id: string | null;
};

const toImport = (row: Row): PlanImport => ({
  importId: row.import_id as PlanImportId,
  fileName: row.file_name,
  status: row.status,
  requestedAt: row.requested_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  planId: row.plan_id as PlanId | null,
});

/** The newest fifty. */
export async function listPlanImports(db: Db): Promise<PlanImport[]> {
  const rows = await db
    .selectFrom('plan.plan_import')
    .select(SHOWN)
    .orderBy('requested_at', 'desc')
    .orderBy('import_id', 'desc')
    .limit(50)
    .execute();
  return rows.map(toImport);
}

/** The import with what was read of it, held until the command ends where it is to be changed. */
export async function findPlanImport(
  db: Db,
  importId: string,
  { isHeld = false } = {},
): Promise<KeptImport | undefined> {
  const row = await db
    .selectFrom('plan.plan_import')
    .selectAll()
    .where('import_id', '=', importId)
    .$if(isHeld, (query) => query.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { faults, notices } = row.findings as Findings;
  const document = row.document === null ? null : PlanDocument.parse(row.document);
  return { ...toImport(row), document, faults, notices, choices: row.choices as Record<string, string> };
}

type NewImport = { fileName: string; document: PlanDocument | null; accountId: string | null; now: Date } & Findings;

export async function insertPlanImport(db: Db, given: NewImport): Promise<PlanImportId> {
  const importId = newId<'PlanImportId'>(given.now.getTime());
  await db
    .insertInto('plan.plan_import')
    .values({
      import_id: importId,
      file_name: given.fileName,
      status: 'read',
      document: given.document === null ? null : JSON.stringify(given.document),
      findings: JSON.stringify({ faults: given.faults, notices: given.notices }),
      requested_by: given.accountId,
      requested_at: given.now,
    })
    .execute();
  return importId;
}

/** Keeps what was decided. */
export async function saveChoices(db: Db, importId: string, choices: Record<string, string>): Promise<void> {
  await db
    .updateTable('plan.plan_import')
    .set({ choices: JSON.stringify(choices) })
    .where('import_id', '=', importId)
    .execute();
}

/** Ends an import: it became a plan, or was given up; what was read is kept no longer. */
export async function endPlanImport(
  db: Db,
  given: { importId: string; planId: string | null; now: Date },
): Promise<void> {
  await db
    .updateTable('plan.plan_import')
    .set({
      status: given.planId === null ? 'discarded' : 'written',
      plan_id: given.planId,
      document: null,
      ended_at: given.now,
    })
    .where('import_id', '=', given.importId)
    .execute();
}
