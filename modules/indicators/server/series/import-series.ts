import { decodeText, refuse } from '@qantara/kernel';
import { parseRecords, readWorkbook, type Ctx } from '@qantara/platform';
import { around } from '@qantara/territory/domain';
import { listAreas } from '@qantara/territory/server';
import type { SeriesImport, SeriesOutcome, SeriesRefusal } from '../../contract/index.ts';
import { readSeriesText, sortRows, type Known, type ReadSeries, type TakenRow } from '../../domain/series/index.ts';
import { listIndicators } from '../indicator-store.ts';
import type { IndicatorsTables } from '../tables.gen.ts';
import { compareWithStanding, lockIndicators, saveObservations, type Standing } from './observation-store.ts';
import {
  endSeriesImport,
  findSeriesImport,
  insertSeriesImport,
  listObstacles,
  listSeriesRefusals,
  lockRows,
  replaceSeriesRefusals,
} from './series-import-store.ts';

type IndicatorsCtx = Ctx<IndicatorsTables>;

/** More than this is not a file that somebody looks through before it is written. */
const MOST_ROWS = 100_000;

async function linesOf(records: ReturnType<typeof parseRecords>) {
  const lines: { at: number; cells: string[] }[] = [];
  for await (const record of records) {
    if (record.fault !== undefined) return null;
    lines.push(record);
    if (lines.length > MOST_ROWS) return null;
  }
  return lines;
}

const unreadable = (): never => refuse('file_not_readable', { fields: [{ path: 'content', code: 'invalid' }] });

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return unreadable();
  }
}

/** A workbook by its signature, JSON by its first mark, and otherwise a table of commas. */
async function readFile(bytes: Uint8Array): Promise<ReadSeries> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const [sheet] = readWorkbook(bytes);
    const lines = sheet === undefined ? null : await linesOf(sheet.records());
    return lines === null ? unreadable() : readSeriesText({ lines });
  }
  const { text } = decodeText(bytes);
  if (/^\s*[{[]/.test(text)) return readSeriesText({ json: jsonIn(text) });
  const lines = await linesOf(parseRecords(text));
  return lines === null ? unreadable() : readSeriesText({ lines });
}

async function knownHere(ctx: IndicatorsCtx): Promise<Known> {
  const indicators = await listIndicators(ctx);
  const areas = await listAreas(ctx);
  return {
    indicators: new Map(
      indicators.flatMap((one) => [one.code, ...one.namesElsewhere].map((name) => [name.toLowerCase(), one] as const)),
    ),
    areaIds: new Map(areas.map(({ code, areaId }) => [code.toLowerCase(), areaId])),
  };
}

type Verdict = Standing['stands'] | 'new' | 'overlaps';

/**
 * How each row stands to what is there: as in writing by hand, what is approved here or above is left, and what shares days with another
 * period. What says the same needs no writing.
 */
async function verdictsOn(ctx: IndicatorsCtx, rows: TakenRow[]): Promise<Verdict[]> {
  if (rows.length === 0) return [];
  const areas = await listAreas(ctx);
  const above = new Map<string, string[]>(
    areas.map(({ areaId }) => [
      areaId,
      around(areas, areaId).flatMap((one) => (one.areaId === areaId ? [] : [one.areaId])),
    ]),
  );
  const standing = await compareWithStanding(ctx.db, rows);
  const obstacles = await listObstacles(
    ctx.db,
    rows.map((row) => ({ ...row, above: above.get(row.areaId) ?? [] })),
  );
  return rows.map((_row, index) => {
    const stands = standing.get(index) ?? 'new';
    if (stands === 'same') return stands;
    if (obstacles[index]?.isUnderApproved === true) return 'approved';
    return obstacles[index]?.sharesDays === true ? 'overlaps' : stands;
  });
}

/** What writing these rows would do now, and which of them it would write: what was approved is not overwritten by a file. */
async function outcomeOf(ctx: IndicatorsCtx, rows: TakenRow[], refusals: SeriesRefusal[]) {
  const verdicts = await verdictsOn(ctx, rows);
  const those = (verdict: Verdict) => rows.filter((_row, index) => verdicts[index] === verdict);
  const refusedAs = (verdict: Verdict, code: SeriesRefusal['code']) =>
    those(verdict).map(({ at }): SeriesRefusal => ({ at, field: null, value: null, code }));
  const [added, changed, same] = [those('new'), those('other'), those('same')];
  const left = [...refusedAs('approved', 'already_approved'), ...refusedAs('overlaps', 'period_overlaps')];
  const outcome: SeriesOutcome = {
    added: added.length,
    changed: changed.length,
    same: same.length,
    refused: refusals.length + left.length,
  };
  return {
    outcome,
    writable: [...added, ...changed],
    refusals: [...refusals, ...left].toSorted((one, other) => one.at - other.at),
  };
}

/** A file that is refused as a whole: at its beginning, with what of it. */
function notRead({ fault, field, value = '' }: Extract<ReadSeries, { fault: unknown }>) {
  const refusals: SeriesRefusal[] = [{ at: 1, field, value: value === '' ? null : value, code: fault }];
  return { rows: [], refusals };
}

const shown = async (ctx: IndicatorsCtx, importId: string): Promise<SeriesImport> =>
  (await findSeriesImport(ctx.db, importId)) ?? refuse('series_import_not_found');

/** Reads a file of observations and says what writing it would do; nothing is written. Refuses `file_not_readable`. */
export async function readSeriesFile(
  ctx: IndicatorsCtx,
  { fileName, content }: { fileName: string; content: string },
): Promise<SeriesImport> {
  const read = await readFile(Buffer.from(content, 'base64'));
  const format = 'rows' in read ? read.format : 'table';
  const sorted = 'rows' in read ? sortRows(read.rows, await knownHere(ctx)) : notRead(read);
  const { outcome, refusals } = await outcomeOf(ctx, sorted.rows, sorted.refusals);
  const { accountId } = ctx.actor;
  const importId = await insertSeriesImport(ctx.db, {
    fileName,
    format,
    rows: sorted.rows,
    outcome,
    accountId,
    now: ctx.now,
  });
  await replaceSeriesRefusals(ctx.db, importId, refusals);
  ctx.emit({ type: 'series_import.read', subject: importId, data: { format, ...outcome } });
  return shown(ctx, importId);
}

/** The import with the first thousand of what was not taken. */
export async function getSeriesImport(ctx: IndicatorsCtx, { importId }: { importId: string }) {
  return { seriesImport: await shown(ctx, importId), refusals: await listSeriesRefusals(ctx.db, importId) };
}

/** Writes what was read; what was approved since stays as it is. Refuses `series_import_ended`. */
export async function writeSeriesImport(ctx: IndicatorsCtx, { importId }: { importId: string }): Promise<SeriesImport> {
  const { fileName } = await shown(ctx, importId);
  const rows = (await lockRows(ctx.db, importId)) ?? refuse('series_import_ended');
  await lockIndicators(ctx.db, new Set(rows.map(({ indicatorId }) => indicatorId)));
  // What was read of a line is judged anew; a line that could not be read stays refused.
  const readLines = new Set(rows.map(({ at }) => at));
  const before = (await listSeriesRefusals(ctx.db, importId, MOST_ROWS)).filter(({ at }) => !readLines.has(at));
  const { outcome, refusals, writable } = await outcomeOf(ctx, rows, before);
  const { accountId } = ctx.actor;
  if (writable.length > 0)
    await saveObservations(ctx.db, writable, { source: fileName, importId, reason: fileName, accountId, now: ctx.now });
  await replaceSeriesRefusals(ctx.db, importId, refusals);
  await endSeriesImport(ctx.db, importId, { status: 'written', outcome, now: ctx.now });
  ctx.emit({ type: 'series_import.written', subject: importId, data: outcome });
  return shown(ctx, importId);
}

/** Gives a file up; nothing of it was written. */
export async function discardSeriesImport(
  ctx: IndicatorsCtx,
  { importId }: { importId: string },
): Promise<SeriesImport> {
  await shown(ctx, importId);
  if ((await lockRows(ctx.db, importId)) === null) refuse('series_import_ended');
  await endSeriesImport(ctx.db, importId, { status: 'discarded', now: ctx.now });
  ctx.emit({ type: 'series_import.discarded', subject: importId });
  return shown(ctx, importId);
}
