import { refuse } from '@qantara/kernel';
import type { FoundTable } from '../../contract/index.ts';
import { ImportReport } from '../../domain/index.ts';
import { findImport, insertRowRefusals, updateImport } from './import-store.ts';
import { findMapping } from './mapping-store.ts';
import { openPackage } from '../reading/open-package.ts';
import type { PackageFiles } from '../reading/read-files.ts';
import { readImport, type Progress } from './read-import.ts';
import type { Turn } from './turn.ts';

/** What was found in the files of an import, or the tables that wait for a person to say what their columns are. */
export type FilesRead = { report: ImportReport; waitsFor: FoundTable[] | null };

type Of = { importId: string; files: PackageFiles };

async function waitForMapping(turn: Turn, importId: string, found: FoundTable[]): Promise<void> {
  await turn((ctx) => updateImport(ctx.db, importId, { status: 'mapping', columns: JSON.stringify(found) }));
}

/**
 * Reads and checks the files of an import, saying between thousands of rows how far it is, and keeps what it found: how much
 * there is, and what of it cannot be taken. Tables without a mapping are described instead, and the import waits.
 */
export async function* readFilesOf(turn: Turn, of: Of): AsyncGenerator<Progress, FilesRead> {
  const { importId, files } = of;
  const taken = (await turn((ctx) => findImport(ctx.db, importId))) ?? refuse('import_not_found');
  const mapping = await turn((ctx) => findMapping(ctx.db, taken.source));
  const report = new ImportReport();
  const { tables, found } = await openPackage({ files, report, language: taken.language, mapping });
  if (tables === undefined) {
    await waitForMapping(turn, importId, found);
    return { report, waitsFor: found };
  }
  const { language, rowsTotal } = yield* readImport(turn, { importId, tables, report, language: taken.language });
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
    });
    await insertRowRefusals(ctx.db, importId, report.refusals);
  });
  return { report, waitsFor: null };
}
