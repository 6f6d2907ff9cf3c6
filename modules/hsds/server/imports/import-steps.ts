import { Refusal } from '@qantara/kernel';
import { allOrNothing, logFault, withTables, type AnyCtx, type DeliveredEvent } from '@qantara/platform';
import { ImportFailure } from '../../contract/index.ts';
import { checkChanges } from './check-import.ts';
import { clearFindings, findImport, findImportContent, updateImport } from './import-store.ts';
import { readFilesOf, type FilesRead } from './read-files-of.ts';
import { readSent } from '../reading/read-files.ts';
import type { Progress } from './read-import.ts';
import { removeStaged } from './staging-store.ts';
import type { HsdsTables } from '../tables.gen.ts';
import { turnIn, type HsdsCtx } from './turn.ts';
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

/** Work on an import, after whose failure everything is as before, and the import says why it failed. */
async function orFail(ctx: HsdsCtx, importId: string, work: () => Promise<void>): Promise<void> {
  try {
    await allOrNothing(ctx, work);
  } catch (fault) {
    readings.delete(importId);
    await failImport(ctx, importId, fault);
  }
}

/** A reading that goes on in the next transaction: others are answered between, and the page sees how far it is. */
type Reading = { steps: AsyncGenerator<Progress, FilesRead>; work: { ctx: HsdsCtx }; read: number };

/** Readings under way in this process. What another process began, or what a fault undid, begins again. */
const readings = new Map<string, Reading>();
const SLICE_MS = 2500;
/** Where several servers hand one reading to and fro, it is at last read in one go. */
const MOST_BEGINNINGS = 3;

async function begin(ctx: HsdsCtx, importId: string): Promise<Reading | undefined> {
  const taken = await findImport(ctx.db, importId);
  const content = await findImportContent(ctx.db, importId);
  if (content === null || taken === undefined) return undefined;
  await clearFindings(ctx.db, importId);
  const work = { ctx };
  const steps = readFilesOf((use) => use(work.ctx), { importId, files: readSent(taken.fileName, content) });
  return { steps, work, read: 0 };
}

async function endReading(ctx: HsdsCtx, importId: string, { waitsFor }: FilesRead): Promise<void> {
  readings.delete(importId);
  if (waitsFor !== null) {
    ctx.emit({ type: 'service_import.described', subject: importId });
    return;
  }
  const { isTrial = false } = (await findImport(ctx.db, importId)) ?? {};
  if (isTrial) await checkChanges(turnIn(ctx), importId);
  else ctx.emit({ type: 'service_import.checked', subject: importId });
}

async function readSlice(ctx: HsdsCtx, importId: string, of: { reading: Reading; beginnings: number }): Promise<void> {
  const { reading, beginnings } = of;
  const until = beginnings >= MOST_BEGINNINGS ? Number.POSITIVE_INFINITY : performance.now() + SLICE_MS;
  reading.work.ctx = ctx;
  for (;;) {
    const step = await reading.steps.next();
    if (step.done === true) return endReading(ctx, importId, step.value);
    if (performance.now() < until) continue;
    reading.read = step.value.read;
    await updateImport(ctx.db, importId, { rows_read: step.value.read, rows_total: step.value.total });
    ctx.emit({ type: 'service_import.continued', subject: importId, data: { beginnings } });
    return;
  }
}

/**
 * In the background, first: reads and checks, a few seconds in each transaction, so that the page can show how far it is and
 * how much there is before anything is written.
 */
export async function readRequestedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<HsdsTables>(anyCtx);
  const importId = event.subject;
  const taken = await findImport(ctx.db, importId);
  if (taken?.status !== 'waiting') return;
  await orFail(ctx, importId, async () => {
    const known = event.type === 'service_import.continued' ? readings.get(importId) : undefined;
    // What the database has is what counts: a slice that was undone is read again.
    const goesOn = known !== undefined && known.read === taken.rowsRead ? known : undefined;
    const reading = goesOn ?? (await begin(ctx, importId));
    if (reading === undefined) return;
    readings.set(importId, reading);
    const before = Number(event.data['beginnings'] ?? 0);
    await readSlice(ctx, importId, { reading, beginnings: goesOn === undefined ? before + 1 : before });
  });
}

/** In the background, second: writes. If that fails midway, everything is as before, and the import says so. */
export async function writeCheckedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<HsdsTables>(anyCtx);
  const taken = await findImport(ctx.db, event.subject);
  if (taken?.status !== 'running') return;
  await orFail(ctx, event.subject, () => writeImport(ctx, event.subject));
}
