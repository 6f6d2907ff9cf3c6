import { isDeepStrictEqual } from 'node:util';
import { newId, type LocalizedText } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { Selectable } from 'kysely';
import type { Report, ReportId, ReportState, Words } from '../contract/index.ts';
import type { KeptSection } from './kept-sections.ts';
import type { ObservatoryTables } from './tables.gen.ts';

export type ObservatoryCtx = Ctx<ObservatoryTables>;
/** By section all who wrote its words, who filled in the figures last, who gave the reason of the edition last. */
type Authors = { wordsBy: Record<string, string[]>; gatheredBy: string | null; reasonBy: string | null };
export type StoredReport = Omit<Report, 'isOwn' | 'sections'> & { kept: KeptSection[]; authors: Authors };

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
    reason: row.reason as LocalizedText | null,
    kept: row.sections as KeptSection[],
    words: row.words as Words,
    gatheredAt: row.gathered_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    version: row.version,
    authors: {
      wordsBy: row.words_by as Record<string, string[]>,
      gatheredBy: row.gathered_by,
      reasonBy: row.reason_by,
    },
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
    .orderBy('report_id')
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
  'templateCode' | 'title' | 'about' | 'period' | 'startsOn' | 'endsOn' | 'edition' | 'reason' | 'kept' | 'words'
>;

/** Words that stood in the edition before were approved there: they are nobody's own here. */
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
      sections: JSON.stringify(given.kept),
      words: JSON.stringify(given.words),
      reason: given.reason === null ? null : JSON.stringify(given.reason),
      gathered_at: ctx.now,
      gathered_by: ctx.actor.accountId,
      reason_by: given.reason === null ? null : ctx.actor.accountId,
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

/** What a writer changes: a draft again, for somebody else to approve. */
function saveWritten(ctx: ObservatoryCtx, of: Change, set: object): Promise<boolean> {
  return change(ctx, of, { state: 'draft', approved_by: null, approved_at: null, written_at: ctx.now, ...set });
}

/** The words of one section in place of those that stood there; null takes them away. */
export async function saveWords(
  ctx: ObservatoryCtx,
  { authors, words, ...of }: StoredReport,
  said: { section: string; words: LocalizedText | null },
): Promise<boolean> {
  const { [said.section]: _replaced, ...others } = words;
  const before = authors.wordsBy[said.section] ?? [];
  // Who saves what stands there already has written nothing of it.
  const isSame = isDeepStrictEqual(words[said.section] ?? null, said.words);
  const writers = isSame ? before : [...new Set([...before, ctx.actor.accountId])];
  return saveWritten(ctx, of, {
    words: JSON.stringify(said.words === null ? others : { ...others, [said.section]: said.words }),
    words_by: JSON.stringify({ ...authors.wordsBy, [said.section]: writers }),
  });
}

export async function saveGathered(ctx: ObservatoryCtx, of: Change, kept: readonly KeptSection[]): Promise<boolean> {
  return saveWritten(ctx, of, {
    sections: JSON.stringify(kept),
    gathered_at: ctx.now,
    gathered_by: ctx.actor.accountId,
  });
}

export async function saveReason(ctx: ObservatoryCtx, of: Change, reason: LocalizedText): Promise<boolean> {
  return saveWritten(ctx, of, { reason: JSON.stringify(reason), reason_by: ctx.actor.accountId });
}

/** Takes away what was never published, in the version that was read; false where somebody else was first. */
export async function deleteReport(ctx: ObservatoryCtx, { reportId, version }: Change): Promise<boolean> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('observatory.report')
    .where('report_id', '=', reportId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
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
