import { dayIn, refuse } from '@qantara/kernel';
import type {
  NextEdition,
  Report,
  ReportId,
  StartReport,
  StepOfReport,
  WriteReason,
  WriteWords,
} from '../contract/index.ts';
import { lacksLanguages, readPeriod } from '../domain/index.ts';
import { gather } from './gather.ts';
import { keepSections, readSections } from './kept-sections.ts';
import {
  deleteReport,
  findReport,
  insertReport,
  listEditions,
  saveApproved,
  saveGathered,
  savePublished,
  saveReason,
  saveWords,
  type ObservatoryCtx,
  type StoredReport,
} from './report-store.ts';
import { TEMPLATES } from './templates.ts';

const faultAt = (code: string, path: string): never => refuse(code, { fields: [{ path, code }] });

/** A report as whoever writes it sees it. Refuses `report_not_found`. */
export async function getReport(ctx: ObservatoryCtx, { reportId }: { reportId: ReportId }): Promise<Report> {
  const stored = (await findReport(ctx, reportId)) ?? refuse('report_not_found');
  const { authors: _by, kept, ...report } = stored;
  return { ...report, sections: await readSections(ctx, kept), isOwn: isOwnOf(ctx, stored) };
}

/** Whether anything of it was written or gathered by whoever asks. */
function isOwnOf({ actor }: ObservatoryCtx, { authors }: StoredReport): boolean {
  const { wordsBy, gatheredBy, reasonBy } = authors;
  return actor.accountId !== null && [...Object.values(wordsBy).flat(), gatheredBy, reasonBy].includes(actor.accountId);
}

/** A report that may still be written, in the version that was read. */
async function openReport(ctx: ObservatoryCtx, { reportId, version }: StepOfReport): Promise<StoredReport> {
  const report = (await findReport(ctx, reportId)) ?? refuse('report_not_found');
  if (report.publishedAt !== null) refuse('report_published');
  return report.version === version ? report : refuse('report_changed');
}

/** Begins a report of a period that is over, with what everybody may read of it now. */
export async function startReport(ctx: ObservatoryCtx, { templateCode, period }: StartReport): Promise<Report> {
  const template = TEMPLATES.get(templateCode) ?? faultAt('report_template_not_found', 'templateCode');
  const { rhythm, ...days } = readPeriod(period);
  if (rhythm !== template.rhythm) faultAt('report_period_other', 'period');
  if (days.endsOn > dayIn(ctx.timeZone, ctx.now)) faultAt('report_period_not_over', 'period');
  if ((await listEditions(ctx, { templateCode, period })).length > 0) faultAt('report_exists', 'period');
  const { title, about } = template;
  const sections = await gather(ctx, template, days);
  const reportId = await insertReport(ctx, {
    ...days,
    templateCode,
    period,
    title,
    about,
    kept: keepSections(sections),
    edition: 1,
    reason: null,
    words: {},
  });
  ctx.emit({ type: 'report.started', subject: reportId, data: { templateCode, period, edition: 1 } });
  return getReport(ctx, { reportId });
}

/** The figures of this moment in place of those that stand. */
export async function gatherAgain(ctx: ObservatoryCtx, step: StepOfReport): Promise<Report> {
  const { templateCode, startsOn, endsOn } = await openReport(ctx, step);
  const template = TEMPLATES.get(templateCode) ?? refuse('report_not_found');
  const sections = await gather(ctx, template, { startsOn, endsOn });
  if (!(await saveGathered(ctx, step, keepSections(sections)))) refuse('report_changed');
  ctx.emit({ type: 'report.gathered', subject: step.reportId });
  return getReport(ctx, step);
}

/** What is said of one section, or nothing. Refuses `report_section_not_found`. */
export async function writeWords(ctx: ObservatoryCtx, { section, words, ...step }: WriteWords): Promise<Report> {
  const report = await openReport(ctx, step);
  if (!report.kept.some(({ code }) => code === section)) refuse('report_section_not_found');
  if (!(await saveWords(ctx, report, { section, words }))) refuse('report_changed');
  ctx.emit({ type: 'report.written', subject: step.reportId, data: { section } });
  return getReport(ctx, step);
}

/** Why this edition follows the one before it. Refuses `report_first_edition`, which follows none. */
export async function writeReason(ctx: ObservatoryCtx, { reason, ...step }: WriteReason): Promise<Report> {
  const { edition } = await openReport(ctx, step);
  if (edition === 1) refuse('report_first_edition');
  if (!(await saveReason(ctx, step, reason))) refuse('report_changed');
  ctx.emit({ type: 'report.reasoned', subject: step.reportId });
  return getReport(ctx, step);
}

/** Takes away what was never published, so that it can be begun anew. */
export async function discardReport(ctx: ObservatoryCtx, step: StepOfReport): Promise<Record<string, never>> {
  const { templateCode, period, edition, words } = await openReport(ctx, step);
  if (!(await deleteReport(ctx, step))) refuse('report_changed');
  ctx.emit({
    type: 'report.discarded',
    subject: step.reportId,
    data: { templateCode, period, edition },
    before: { words },
  });
  return {};
}

/**
 * Agrees to a report. Refuses `own_report`: whoever wrote words of it, gathered its figures or gave its reason is not who checks it; and
 * `report_languages_missing` where something is said in one language and not in the others.
 */
export async function approveReport(ctx: ObservatoryCtx, step: StepOfReport): Promise<Report> {
  const report = await openReport(ctx, step);
  if (isOwnOf(ctx, report)) refuse('own_report');
  if (lacksLanguages(report)) refuse('report_languages_missing');
  if (!(await saveApproved(ctx, step))) refuse('report_changed');
  ctx.emit({ type: 'report.approved', subject: step.reportId });
  return getReport(ctx, step);
}

/** Tells everybody, for good: what was approved, as it was approved. */
export async function publishReport(ctx: ObservatoryCtx, step: StepOfReport): Promise<Report> {
  const report = (await findReport(ctx, step.reportId)) ?? refuse('report_not_found');
  if (report.version !== step.version) refuse('report_changed');
  if (report.state !== 'approved') refuse('report_not_approved');
  if (!(await savePublished(ctx, report))) refuse('report_changed');
  const { templateCode, period, edition } = report;
  ctx.emit({ type: 'report.published', subject: step.reportId, data: { templateCode, period, edition } });
  return getReport(ctx, step);
}

/** A corrected edition of what was published, which stays readable: the same words, the figures of now, and why. */
export async function startEdition(ctx: ObservatoryCtx, { reportId, reason }: NextEdition): Promise<Report> {
  const before = (await findReport(ctx, reportId)) ?? refuse('report_not_found');
  if (before.state !== 'published') refuse('report_not_published');
  const [newest] = await listEditions(ctx, before);
  if (newest !== undefined && newest.edition > before.edition) refuse('report_exists');
  const template = TEMPLATES.get(before.templateCode) ?? refuse('report_not_found');
  const { title, about } = template;
  const sections = await gather(ctx, template, before);
  const edition = before.edition + 1;
  const next = await insertReport(ctx, { ...before, title, about, kept: keepSections(sections), edition, reason });
  const { templateCode, period } = before;
  ctx.emit({ type: 'report.started', subject: next, data: { templateCode, period, edition }, after: { reason } });
  return getReport(ctx, { reportId: next });
}
