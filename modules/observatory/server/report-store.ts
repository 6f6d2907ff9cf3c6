import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { Report, ReportId, ReportState, Section, Words } from '../contract/index.ts';
import type { ObservatoryTables } from './tables.gen.ts';

export type ObservatoryCtx = Ctx<ObservatoryTables>;
export type StoredReport = Omit<Report, 'isOwn'> & { writtenBy: string | null };

function toReport(row: Selectable<ObservatoryTables['observatory.report']>): StoredReport {
  return {
    reportId: row.report_id as ReportId,
    templateCode: row.template_code,
    title: row.title as LocalizedText,
    about: row.about as LocalizedText,
    period: row.period,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    edition: row.edition,
    state: row.state,
    reason: row.reason,
    sections: row.sections as Section[],
    words: row.words as Words,
    gatheredAt: row.gathered_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    version: row.version,
    writtenBy: row.written_by,
  };
}

export async function findReport(ctx: ObservatoryCtx, reportId: string): Promise<StoredReport | undefined> {
  const row = await ctx.db
    .selectFrom('observatory.report')
    .selectAll()
    .where('report_id', '=', reportId)
    .executeTakeFirst();
  return row && toReport(row);
}

/** Reports of these states, the newest period and edition first. */
export async function listReportsIn(ctx: ObservatoryCtx, states: readonly ReportState[]): Promise<StoredReport[]> {
  const rows = await ctx.db
    .selectFrom('observatory.report')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('starts_on', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(toReport);
}

/** All editions of one period, the newest first. */
export async function listEditions(
  ctx: ObservatoryCtx,
  of: { templateCode: string; period: string },
): Promise<StoredReport[]> {
  const rows = await ctx.db
    .selectFrom('observatory.report')
    .selectAll()
    .where('template_code', '=', of.templateCode)
    .where('period', '=', of.period)
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(toReport);
}

type NewReport = Pick<
  StoredReport,
  'templateCode' | 'title' | 'about' | 'period' | 'startsOn' | 'endsOn' | 'edition' | 'reason' | 'sections' | 'words'
>;

export async function insertReport(ctx: ObservatoryCtx, given: NewReport): Promise<ReportId> {
  const reportId = newId<'ReportId'>(ctx.now.getTime());
  await ctx.db
    .insertInto('observatory.report')
    .values({
      report_id: reportId,
      template_code: given.templateCode,
      period: given.period,
      starts_on: given.startsOn,
      ends_on: given.endsOn,
      edition: given.edition,
      state: 'draft',
      title: JSON.stringify(given.title),
      about: JSON.stringify(given.about),
      sections: JSON.stringify(given.sections),
      words: JSON.stringify(given.words),
      reason: given.reason,
      gathered_at: ctx.now,
      written_by: ctx.actor.accountId,
      written_at: ctx.now,
      created_at: ctx.now,
    })
    .execute();
  return reportId;
}

type Change = { reportId: string; version: number };

/** Writes over the version that was read; false where somebody else was first. What was approved is a draft again. */
async function change(ctx: ObservatoryCtx, { reportId, version }: Change, set: object): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('observatory.report')
    .set({ ...set, version: version + 1 })
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What the writer changes: a draft again, for somebody else to approve. */
export async function saveWritten(
  ctx: ObservatoryCtx,
  of: Change,
  written: { words?: Words; sections?: Section[] },
): Promise<boolean> {
  const { words, sections } = written;
  return change(ctx, of, {
    state: 'draft',
    approved_by: null,
    approved_at: null,
    written_by: ctx.actor.accountId,
    written_at: ctx.now,
    ...(words !== undefined && { words: JSON.stringify(words) }),
    ...(sections !== undefined && { sections: JSON.stringify(sections), gathered_at: ctx.now }),
  });
}

export async function saveApproved(ctx: ObservatoryCtx, of: Change): Promise<boolean> {
  return change(ctx, of, { state: 'approved', approved_by: ctx.actor.accountId, approved_at: ctx.now });
}

/** Publishes an edition; the one before it stays readable and is superseded. */
export async function savePublished(
  ctx: ObservatoryCtx,
  report: Change & { templateCode: string; period: string },
): Promise<boolean> {
  await ctx.db
    .updateTable('observatory.report')
    .set({ state: 'superseded' })
    .where('template_code', '=', report.templateCode)
    .where('period', '=', report.period)
    .where('state', '=', 'published')
    .execute();
  return change(ctx, report, { state: 'published', published_by: ctx.actor.accountId, published_at: ctx.now });
}
