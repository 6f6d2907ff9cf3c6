import { dayIn, refuse } from '@qantara/kernel';
import type { PublicReport, ReadReport, ReportFacts, ReportState, Shelf } from '../contract/index.ts';
import { lastOver } from '../domain/index.ts';
import { readSections } from './kept-sections.ts';
import { listEditions, listReportsIn, type ObservatoryCtx, type StoredReport } from './report-store.ts';
import { TEMPLATES } from './templates.ts';

const PUBLIC: readonly ReportState[] = ['published', 'superseded'];
const OPEN: readonly ReportState[] = ['draft', 'approved', 'published'];

const factsOf = ({ kept: _k, words: _w, about: _a, authors: _b, ...facts }: StoredReport): ReportFacts => facts;

async function shelvesOf(ctx: ObservatoryCtx, states: readonly ReportState[]): Promise<{ shelves: Shelf[] }> {
  const reports = await listReportsIn(ctx, states);
  const today = dayIn(ctx.timeZone, ctx.now);
  const shelves = [...TEMPLATES.values()].map(({ code, title, about, rhythm }) => {
    const own = reports.filter(({ templateCode }) => templateCode === code);
    const period = lastOver(rhythm, today);
    const isThere = own.some((one) => one.period === period);
    return {
      templateCode: code,
      title,
      about,
      rhythm,
      duePeriod: isThere ? null : period,
      reports: own.map(factsOf),
    };
  });
  return { shelves };
}

/** What everybody finds: of each period its newest edition. */
export function listPublicReports(ctx: ObservatoryCtx): Promise<{ shelves: Shelf[] }> {
  return shelvesOf(ctx, ['published']);
}

/** What whoever writes reports finds: drafts, what was approved and what is published. */
export function listReports(ctx: ObservatoryCtx): Promise<{ shelves: Shelf[] }> {
  return shelvesOf(ctx, OPEN);
}

/** A published report, its newest edition or the one that is asked for. Refuses `report_not_found`. */
export async function getPublicReport(ctx: ObservatoryCtx, asked: ReadReport): Promise<PublicReport> {
  const editions = (await listEditions(ctx, asked)).filter(({ state }) => PUBLIC.includes(state));
  const found = editions.find(({ edition }) => asked.edition === undefined || edition === asked.edition);
  const { authors: _by, kept, ...report } = found ?? refuse('report_not_found');
  return {
    ...report,
    sections: await readSections(ctx, kept),
    editions: editions.map(({ edition, publishedAt, reason }) => ({ edition, publishedAt, reason })),
  };
}
