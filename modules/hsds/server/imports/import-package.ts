import { refuse, type Locale } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx, type Executor } from '@qantara/platform';
import type { z } from 'zod';
import type { RowRefusal, ServiceImport } from '../contract/index.ts';
import { failImport, loadGround, noteRead, writeImport } from './import-steps.ts';
import { findImport, insertImport, isImportRunning, updateImport } from './import-store.ts';
import { readPath } from './read-files.ts';
import { readPackage } from './read-package.ts';
import type { DirectoryTables } from './tables.gen.ts';

export type ImportRequest = {
  /** A folder or a zip on this machine. */
  path: string;
  /** The name under which its records are known again; the name of the folder or file, if left out. */
  source?: string;
  /** The language of its texts; left out, the one that the package says. */
  language?: Locale | null;
};

export type ImportProgress = { step: 'reading' | 'checked' | 'writing' | 'ended'; rowsRead: number };

/** What came of it: the import as its page shows it, and everything that was refused. */
export type ImportOutcome = { import: z.input<typeof ServiceImport>; refusals: RowRefusal[] };

type AsSystem = Pick<Executor, 'asSystem'>;

/** Work in a short transaction of its own, and its result: the embedded database has one connection, held by nobody for long. */
async function inTurn<T>({ asSystem }: AsSystem, work: (ctx: Ctx<DirectoryTables>) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await asSystem(async (ctx: AnyCtx) => {
    result = { value: await work(withTables<DirectoryTables>(ctx)) };
  });
  if (result === undefined) throw new Error('the transaction ended without a result');
  return result.value;
}

async function begin(
  executor: AsSystem,
  given: Required<Omit<ImportRequest, 'path'>> & { fileName: string },
): Promise<string> {
  return inTurn(executor, async (ctx) => {
    if (await isImportRunning(ctx, given.source)) refuse('import_running');
    const { importId } = await insertImport(ctx, { ...given, language: given.language ?? undefined, content: null });
    await updateImport(ctx.db, importId, { status: 'running' });
    ctx.emit({ type: 'service_import.started', subject: importId, data: { source: given.source } });
    return importId;
  });
}

/**
 * Takes in the package at a path, at once, and tells how it goes: what the command does, and the page in the background.
 * Refuses `import_unreadable` and `import_too_large` before anything is noted, and `import_running` for the same source;
 * whatever fails later is in the outcome, and nothing of the package is saved then.
 */
export async function importPackage(
  executor: AsSystem,
  request: ImportRequest,
  onProgress: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportOutcome> {
  const { files, fileName } = await readPath(request.path);
  const { source = fileName.replace(/\.zip$/i, ''), language = null } = request;
  const importId = await begin(executor, { source, language, fileName });
  let refusals: RowRefusal[] = [];
  try {
    const ground = await inTurn(executor, loadGround);
    const checked = await readPackage(files, { ...ground, language }, (rowsRead) =>
      onProgress({ step: 'reading', rowsRead }),
    );
    refusals = checked.report.refusals;
    await inTurn(executor, (ctx) => noteRead(ctx, importId, checked));
    onProgress({ step: 'checked', rowsRead: checked.rowsTotal });
    onProgress({ step: 'writing', rowsRead: checked.rowsTotal });
    await inTurn(executor, (ctx) => writeImport(ctx, importId, checked));
    onProgress({ step: 'ended', rowsRead: checked.rowsTotal });
  } catch (fault) {
    await inTurn(executor, (ctx) => failImport(ctx, importId, fault));
  }
  const ended = (await inTurn(executor, (ctx) => findImport(ctx.db, importId))) ?? refuse('import_not_found');
  return { import: ended, refusals };
}
