import { refuse, Refusal } from '@qantara/kernel';
import { logFault, withTables, type AnyCtx, type DeliveredEvent } from '@qantara/platform';
import { sql } from 'kysely';
import { ImportFailure } from '../../contract/index.ts';
import { ImportReport } from '../../domain/index.ts';
import { checkChanges } from './check-import.ts';
import { findImport, findImportContent, insertRowRefusals, updateImport } from './import-store.ts';
import { openPackage } from './open-package.ts';
import { readSent, type PackageFiles } from './read-files.ts';
import { readImport } from './read-import.ts';
import { removeStaged } from './staging-store.ts';
import type { HsdsTables } from '../tables.gen.ts';
import { turnIn, type HsdsCtx, type Turn } from './turn.ts';
import { writeImport } from './write-import.ts';

/** Nothing of the package was saved; the import says why. What is no refusal is our fault, and logged. */
export async function failImport(ctx: HsdsCtx, importId: string, fault: unknown): Promise<void> {
  const failure = ImportFailure.safeParse(fault instanceof Refusal ? fault.code : 'import_broken');
  if (!(fault instanceof Refusal)) logFault('hsds.import', fault);
  await removeStaged(ctx.db, importId);
  await updateImport(ctx.db, importId, {
    status: 'failed',
    content: null,
    failure: failure.data ?? 'import_broken',
    ended_at: new Date(),
  });
  ctx.emit({ type: 'service_import.failed', subject: importId, data: { failure: failure.data ?? 'import_broken' } });
}

/** Reads and checks the files of an import, and says what it found: how much there is, and what of it cannot be taken. */
export async function readFiles(
  turn: Turn,
  of: { importId: string; files: PackageFiles },
  onRows: (rows: number) => void = () => undefined,
): Promise<ImportReport> {
  const { importId, files } = of;
  const taken = (await turn((ctx) => findImport(ctx.db, importId))) ?? refuse('import_not_found');
  const report = new ImportReport();
  const tables = await turn((ctx) => openPackage(ctx, { files, report, source: taken.source }));
  const { language, rowsTotal } = await readImport(
    turn,
    { importId, tables, report, language: taken.language },
    onRows,
  );
  await turn(async (ctx) => {
    await updateImport(ctx.db, importId, {
      status: 'running',
      format: tables.format,
      language,
      rows_read: rowsTotal,
      rows_total: rowsTotal,
      rows_refused: report.rowsRefused,
      values_refused: report.valuesRefused,
      notes: JSON.stringify(report.notes()),
      content: null,
    });
    await insertRowRefusals(ctx.db, importId, report.refusals);
  });
  return report;
}

/** Work on an import, after whose failure everything is as before, and the import says why it failed. */
async function orFail(ctx: HsdsCtx, importId: string, work: () => Promise<void>): Promise<void> {
  await sql`savepoint import_step`.execute(ctx.db);
  try {
    await work();
  } catch (fault) {
    await sql`rollback to savepoint import_step`.execute(ctx.db);
    await failImport(ctx, importId, fault);
  }
}

/** In the background, first: reads and checks, so that the page can show how much there is before it is written. */
export async function checkRequestedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<HsdsTables>(anyCtx);
  const content = await findImportContent(ctx.db, event.subject);
  const waiting = await findImport(ctx.db, event.subject);
  if (content === null || waiting === undefined) return;
  await orFail(ctx, event.subject, async () => {
    const files = readSent(waiting.fileName, content);
    await readFiles(turnIn(ctx), { importId: event.subject, files });
    if (waiting.isTrial) await checkChanges(turnIn(ctx), event.subject);
    else ctx.emit({ type: 'service_import.checked', subject: event.subject });
  });
}

/** In the background, second: writes. If that fails midway, everything is as before, and the import says so. */
export async function writeCheckedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<HsdsTables>(anyCtx);
  const taken = await findImport(ctx.db, event.subject);
  if (taken?.status !== 'running') return;
  await orFail(ctx, event.subject, () => writeImport(ctx, event.subject));
}
