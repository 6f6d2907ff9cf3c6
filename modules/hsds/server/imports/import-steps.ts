import { refuse, Refusal, type Locale } from '@qantara/kernel';
import { logFault, withTables, type AnyCtx, type Ctx, type DeliveredEvent } from '@qantara/platform';
import { listAreas } from '@qantara/territory/server';
import type { Area } from '@qantara/territory/contract';
import { sql } from 'kysely';
import { ImportFailure } from '../contract/index.ts';
import { findImport, findImportContent, insertRowRefusals, updateImport } from './import-store.ts';
import { listNeeds } from './need-store.ts';
import { readZip } from './read-files.ts';
import { readPackage, type Checked } from './read-package.ts';
import type { DirectoryTables } from './tables.gen.ts';
import { writePackage } from './write-package.ts';

type DirectoryCtx = Ctx<DirectoryTables>;

/** What of ours the rows of a package are read by. */
export type Ground = { areas: Area[]; needCodes: ReadonlySet<string> };

export async function loadGround(ctx: AnyCtx): Promise<Ground> {
  const needs = await listNeeds(ctx);
  return { areas: await listAreas(ctx), needCodes: new Set(needs.map((need) => need.needCode)) };
}

/** The package has been read: how much there is, and what of it cannot be taken. */
export async function noteRead(
  ctx: DirectoryCtx,
  importId: string,
  { content, report, format, rowsTotal }: Checked,
): Promise<void> {
  await updateImport(ctx.db, importId, {
    status: 'running',
    format,
    language: content.language,
    rows_read: rowsTotal,
    rows_total: rowsTotal,
    rows_refused: report.rowsRefused,
    values_refused: report.valuesRefused,
    notes: JSON.stringify(report.notes()),
  });
  await insertRowRefusals(ctx.db, importId, report.refusals);
}

/** Writes all that was accepted and says so, in one transaction. */
export async function writeImport(ctx: DirectoryCtx, importId: string, checked: Checked): Promise<void> {
  const { source } = (await findImport(ctx.db, importId)) ?? refuse('import_not_found');
  const written = await writePackage(ctx, checked.content, source);
  await updateImport(ctx.db, importId, {
    status: 'done',
    content: null,
    organisations_saved: written.organisations,
    locations_saved: written.locations,
    services_saved: written.services,
    services_ended: written.ended,
    ended_at: new Date(),
  });
  const counts = {
    services: written.services,
    organisations: written.organisations,
    refused: checked.report.rowsRefused,
  };
  ctx.emit({ type: 'service_import.ended', subject: importId, data: { source, ...counts } });
}

/** Nothing of the package was saved; the import says why. What is no refusal is our fault, and logged. */
export async function failImport(ctx: DirectoryCtx, importId: string, fault: unknown): Promise<void> {
  const failure = ImportFailure.safeParse(fault instanceof Refusal ? fault.code : 'import_broken');
  if (!(fault instanceof Refusal)) logFault('hsds.import', fault);
  await updateImport(ctx.db, importId, {
    status: 'failed',
    content: null,
    failure: failure.data ?? 'import_broken',
    ended_at: new Date(),
  });
  ctx.emit({ type: 'service_import.failed', subject: importId, data: { failure: failure.data ?? 'import_broken' } });
}

async function readStored(ctx: DirectoryCtx, importId: string): Promise<Checked | undefined> {
  const content = await findImportContent(ctx.db, importId);
  const waiting = await findImport(ctx.db, importId);
  if (content === null || waiting === undefined) return undefined;
  const language: Locale | null = waiting.language;
  return readPackage(readZip(content), { ...(await loadGround(ctx)), language }, () => undefined);
}

/** In the background, first: reads and checks, so that the page can show how much there is before it is written. */
export async function checkRequestedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  try {
    const checked = await readStored(ctx, event.subject);
    if (checked === undefined) return;
    await noteRead(ctx, event.subject, checked);
    ctx.emit({ type: 'service_import.checked', subject: event.subject });
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    await failImport(ctx, event.subject, fault);
  }
}

/** In the background, second: writes. If that fails midway, everything is as before, and the import says so. */
export async function writeCheckedImport(anyCtx: AnyCtx, event: DeliveredEvent): Promise<void> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const checked = await readStored(ctx, event.subject);
  if (checked === undefined) return;
  await sql`savepoint import_writing`.execute(ctx.db);
  try {
    await writeImport(ctx, event.subject, checked);
  } catch (fault) {
    await sql`rollback to savepoint import_writing`.execute(ctx.db);
    await failImport(ctx, event.subject, fault);
  }
}
