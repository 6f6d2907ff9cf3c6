import { refuse } from '@qantara/kernel';
import type { FoundTable, ImportId, Mapping } from '../../contract/index.ts';
import { checkMapping, ImportReport, suggestMapping } from '../../domain/index.ts';
import { loadColumnNames } from '../reading/column-names-file.ts';
import {
  clearFindings,
  findColumns,
  findImport,
  findImportContent,
  isImportRunning,
  updateImport,
} from './import-store.ts';
import { findMapping, saveMapping } from './mapping-store.ts';
import { describeTables, isHsds, openTables } from '../reading/raw-tables.ts';
import { readSent } from '../reading/read-files.ts';
import type { HsdsCtx } from './turn.ts';

async function getOpen(ctx: HsdsCtx, importId: ImportId) {
  const taken = (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
  return taken.status === 'mapping' || taken.status === 'checked' ? taken : refuse('import_not_mapped');
}

async function columnsOf(ctx: HsdsCtx, taken: { importId: string; fileName: string }): Promise<FoundTable[]> {
  const known = await findColumns(ctx.db, taken.importId);
  if (known !== null) return known;
  const content = (await findImportContent(ctx.db, taken.importId)) ?? refuse('import_not_mapped');
  const tables = await openTables(readSent(taken.fileName, content), new ImportReport());
  return isHsds(tables) || tables.length === 0 ? refuse('import_not_mapped') : describeTables(tables);
}

/** The columns of a file with what they are said, or probably mean. Refuses `import_not_mapped` where nothing is to be said. */
export async function getMapping(ctx: HsdsCtx, { importId }: { importId: ImportId }) {
  const taken = await getOpen(ctx, importId);
  const tables = await columnsOf(ctx, taken);
  const saved = await findMapping(ctx.db, taken.source);
  const mapping = suggestMapping(tables, { names: await loadColumnNames(), saved });
  return { tables, mapping, isSaved: saved !== null };
}

/**
 * Says what the columns of a file are, for it and for the next files of its source; the file is then read. Refuses
 * `mapping_incomplete` with the columns at fault, and `import_running` while another file of the source is read.
 */
export async function mapImport(ctx: HsdsCtx, { importId, tables }: { importId: ImportId } & Mapping) {
  const { source } = await getOpen(ctx, importId);
  const faults = checkMapping({ tables });
  if (faults.length > 0) refuse('mapping_incomplete', { fields: faults });
  if (await isImportRunning(ctx, source)) refuse('import_running');
  await saveMapping(ctx, source, { tables });
  await clearFindings(ctx.db, importId);
  await updateImport(ctx.db, importId, {
    status: 'waiting',
    rows_read: 0,
    rows_total: null,
    counts: '{}',
    notes: null,
  });
  ctx.emit({ type: 'service_import.requested', subject: importId, data: { source } });
  return (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
}
