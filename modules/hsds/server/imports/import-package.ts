import { refuse, type Locale } from '@qantara/kernel';
import type { Executor } from '@qantara/platform';
import type { z } from 'zod';
import type { ImportReport } from '../../domain/index.ts';
import type { Mapping, RowRefusal, ServiceImport } from '../../contract/index.ts';
import { checkChanges } from './check-import.ts';
import { failImport } from './import-steps.ts';
import { saveMapping } from './mapping-store.ts';
import { readFilesOf } from './read-files-of.ts';
import { findImport, insertImport, isImportRunning, updateImport } from './import-store.ts';
import { readPath, type PackageFiles } from '../reading/read-files.ts';
import { turnsOf, type Turn } from './turn.ts';
import { writeImport } from './write-import.ts';

export type ImportRequest = {
  /** A folder, a zip or a file on this machine. */
  path: string;
  /** The name under which its records are known again; the name of the folder or file, if left out. */
  source?: string;
  /** The language of its texts; left out, the one that the package says. */
  language?: Locale | null;
  /** Only to see what would change. */
  isTrial?: boolean;
  /** What its columns are, where it is no HSDS package; kept for its next files. */
  mapping?: Mapping;
};

export type ImportProgress = { step: 'reading' | 'checked' | 'writing' | 'ended'; rowsRead: number };

/** What came of it: the import as its page shows it, and everything that was refused. */
export type ImportOutcome = { import: z.input<typeof ServiceImport>; refusals: RowRefusal[] };

type Beginning = { source: string; language: Locale | null; fileName: string; isTrial: boolean; mapping?: Mapping };

async function begin(turn: Turn, given: Beginning): Promise<string> {
  return turn(async (ctx) => {
    if (await isImportRunning(ctx, given.source)) refuse('import_running');
    const { importId } = await insertImport(ctx, { ...given, language: given.language ?? undefined, content: null });
    if (given.mapping !== undefined) await saveMapping(ctx, given.source, given.mapping);
    await updateImport(ctx.db, importId, { status: 'running' });
    ctx.emit({ type: 'service_import.started', subject: importId, data: { source: given.source } });
    return importId;
  });
}

async function readAll(
  turn: Turn,
  of: { importId: string; files: PackageFiles },
  onRows: (read: number) => void,
): Promise<ImportReport> {
  const steps = readFilesOf(turn, of);
  for (;;) {
    const step = await steps.next();
    if (step.done !== true) onRows(step.value.read);
    else if (step.value.waitsFor === null) return step.value.report;
    else refuse('import_unmapped');
  }
}

/**
 * Takes in what stands at a path, at once, and tells how it goes: what the command does, and the page in the background.
 * Refuses `import_unreadable` and `import_too_large` before anything is noted, and `import_running` for the same source;
 * whatever fails later is in the outcome, and nothing of the package is saved then.
 */
export async function importPackage(
  executor: Pick<Executor, 'asSystem'>,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportOutcome> {
  const { files, fileName } = await readPath(request.path);
  const { source = fileName.replace(/\.[a-z]+$/i, ''), language = null, isTrial = false } = request;
  const { mapping } = request;
  const turn = turnsOf(executor);
  const importId = await begin(turn, {
    source,
    language,
    fileName,
    isTrial,
    ...(mapping === undefined ? {} : { mapping }),
  });
  let refusals: RowRefusal[] = [];
  let rowsRead = 0;
  try {
    const report = await readAll(turn, { importId, files }, (read) => {
      rowsRead = read;
      onProgress({ step: 'reading', rowsRead });
    });
    refusals = report.refusals;
    onProgress({ step: 'checked', rowsRead });
    if (isTrial) await checkChanges(turn, importId);
    else {
      onProgress({ step: 'writing', rowsRead });
      await turn((ctx) => writeImport(ctx, importId));
    }
    onProgress({ step: 'ended', rowsRead });
  } catch (fault) {
    await turn((ctx) => failImport(ctx, importId, fault));
  }
  const ended = (await turn((ctx) => findImport(ctx.db, importId))) ?? refuse('import_not_found');
  return { import: ended, refusals };
}
