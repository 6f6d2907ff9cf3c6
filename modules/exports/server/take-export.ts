import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import { listReferralsForFile } from '@qantara/referrals/server';
import { listScreeningsForFile } from '@qantara/screening/server';
import type { z } from 'zod';
import { AskedExport, type ExportId, type ExportLine, type TakenExport } from '../contract/index.ts';
import { BATCH, isStale } from '../domain/index.ts';
import { insertExport, listOwnExports, lockOpen, saveBatch, type ExportRow } from './export-store.ts';
import type { ExportsTables } from './tables.gen.ts';

type Tables = ExportsTables;
type Line = z.input<typeof ExportLine>;
type Batch = { lines: Line[]; people: string[]; place: string | null };

/** Begins a list: who takes it, in which form and by which filter is told at once. Refuses `screenings_not_yours`, `last_day_before_first`. */
export async function startExport(ctx: Ctx<Tables>, asked: AskedExport): Promise<{ exportId: ExportId }> {
  const { kind, format, state, needCode, startsOn, endsOn } = asked;
  if (kind === 'screenings' && !ctx.actor.permissions.has('screening:read')) refuse('screenings_not_yours');
  if (startsOn !== null && endsOn !== null && startsOn >= endsOn)
    refuse('last_day_before_first', { fields: [{ path: 'endsOn', code: 'invalid' }] });
  const exportId = await insertExport(ctx, asked);
  const data = { kind, format, state, needCode, startsOn, endsOn };
  ctx.emit({ type: 'export.begun', subject: exportId, data });
  return { exportId };
}

async function readBatch(ctx: Ctx<Tables>, row: ExportRow): Promise<Batch> {
  const filter = AskedExport.parse({ ...(row.filter as object), kind: row.kind, format: row.format });
  const from = { place: row.place, limit: BATCH };
  if (row.kind === 'referrals') {
    const { rows, place } = await listReferralsForFile(ctx, filter, from);
    return {
      lines: rows.map((one) => ({ ...one, kind: 'referrals' })),
      people: rows.map(({ personId }) => personId),
      place,
    };
  }
  const { rows, place } = await listScreeningsForFile(ctx, filter, from);
  return {
    lines: rows.map((one) => ({ ...one, kind: 'screenings' })),
    people: rows.map(({ personId }) => personId),
    place,
  };
}

/**
 * The next rows, once: a batch in a transaction of its own, so that a slow reader holds no connection. Whose they are stands in the
 * account of openings, one opening a batch; how many left, in an event. Refuses `export_not_found`.
 */
export async function nextRows(ctx: Ctx<Tables>, { exportId }: { exportId: string }) {
  const row = (await lockOpen(ctx, exportId)) ?? refuse('export_not_found');
  if (isStale(row.begun_at, ctx.now)) refuse('export_not_found');
  const { lines, people, place } = await readBatch(ctx, row);
  const isWhole = lines.length < BATCH;
  const rows = await saveBatch(ctx, row, { count: lines.length, place, isWhole });
  const rule = row.kind === 'referrals' ? { rule: 'party' } : {};
  if (people.length > 0)
    ctx.noteAccess({ personId: [...new Set(people)], kind: 'export', subjectId: exportId, channel: 'export', ...rule });
  ctx.emit({ type: isWhole ? 'export.taken' : 'export.went_on', subject: exportId, data: { kind: row.kind, rows } });
  return { rows: lines, isWhole };
}

/** What the reader took before. */
export async function listExports(ctx: Ctx<Tables>): Promise<{ exports: z.input<typeof TakenExport>[] }> {
  const rows = await listOwnExports(ctx);
  return {
    exports: rows.map((row) => ({
      exportId: row.export_id,
      kind: row.kind,
      format: row.format,
      rows: row.rows,
      isWhole: row.is_whole,
      begunAt: row.begun_at.toISOString(),
    })),
  };
}
