import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationsOfSource } from '@qantara/organisations/server';
import { changesOf, type HomeObject } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { idFor } from './derived-id.ts';
import type { Rebuilt } from './history-store.ts';
import { mergedOf, readMerged, rebuildRecords, type Before } from './rebuild-records.ts';
import {
  digestOf,
  endStatements,
  listDecisions,
  listLiving,
  listRecordIds,
  listStatements,
  rankOf,
  saveSource,
  saveStatements,
  type SaidOf,
  type StatementRow,
} from './statement-store.ts';
import { listOfSource } from './origin-view.ts';

type DirectoryCtx = Ctx<DirectoryTables>;

export type Stated = { rebuilt: Rebuilt[]; unchanged: number };

const CHUNK = 1000;

/**
 * Our identifiers for what a source calls its records: as it called them before; else its own identifier where that is a
 * UUID (so that two sources that speak of one record find one another); else one derived from source and name.
 */
export async function resolveRecordIds(
  anyCtx: AnyCtx,
  of: { source: string; object: HomeObject; sourceRecordIds: string[] },
): Promise<Map<string, string>> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const said = await listRecordIds(db, of);
  const sourceIds = of.sourceRecordIds.filter((id) => !said.has(id));
  const older =
    of.object === 'organization'
      ? await listOrganisationsOfSource(anyCtx, { source: of.source, sourceIds })
      : await listOfSource(db, { ...of, object: of.object, sourceIds });
  return new Map(
    of.sourceRecordIds.map((id) => [id, said.get(id) ?? older.get(id) ?? idFor(of.source, of.object, id)]),
  );
}

const nameOf = (one: { object: string; sourceRecordId: string }): string => `${one.object} ${one.sourceRecordId}`;

/** Those that say something else than their source said last. */
function changedOf(source: string, said: SaidOf[], known: StatementRow[]): SaidOf[] {
  const last = new Map(known.filter((one) => one.source === source).map((one) => [nameOf(one), one]));
  return said.filter((one) => {
    const before = last.get(nameOf(one));
    return before?.isLiving !== true || before.digest !== digestOf(one.content) || before.recordId !== one.recordId;
  });
}

async function stateChunk(ctx: DirectoryCtx, source: string, said: SaidOf[]): Promise<Stated> {
  const ids = [...new Set(said.map(({ recordId }) => recordId))];
  const known = await listStatements(ctx.db, ids);
  const changed = changedOf(source, said, known);
  const changedIds = [...new Set(changed.map(({ recordId }) => recordId))];
  const before: Before = known.length === 0 ? new Map() : await readMerged(ctx, changedIds);
  await saveStatements(ctx.db, source, { said: changed, now: ctx.now });
  return {
    rebuilt: await rebuildRecords(ctx, changedIds, { before, by: source }),
    unchanged: said.length - changed.length,
  };
}

/**
 * Takes down what a source says of records, and writes those that are different now. What it says again as before changes
 * nothing. Organisations come before locations and locations before services.
 */
export async function stateRecords(anyCtx: AnyCtx, source: string, said: SaidOf[]): Promise<Stated> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  await saveSource(ctx.db, source, ctx.now);
  const stated: Stated = { rebuilt: [], unchanged: 0 };
  for (let start = 0; start < said.length; start += CHUNK) {
    const { rebuilt, unchanged } = await stateChunk(ctx, source, said.slice(start, start + CHUNK));
    for (const one of rebuilt) stated.rebuilt.push(one);
    stated.unchanged += unchanged;
  }
  return stated;
}

/** What a source would say, among what is said: in place of what it said last. */
function withSaid(said: SaidOf[], known: StatementRow[], by: { source: string; rank: number }): StatementRow[] {
  const fresh = new Set(said.map(nameOf));
  const others = known.filter((one) => one.source !== by.source || !fresh.has(nameOf(one)));
  const rows = said.map((one): StatementRow => ({ ...one, ...by, digest: '', isLiving: true }));
  return [...others, ...rows].toSorted((one, other) => one.rank - other.rank);
}

/** What would become of records if a source said this: the same that `stateRecords` does, and nothing is written. */
export async function previewRecords(anyCtx: AnyCtx, source: string, said: SaidOf[]): Promise<Stated> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const known = await listStatements(db, [...new Set(said.map(({ recordId }) => recordId))]);
  const changed = changedOf(source, said, known);
  const ids = new Set(changed.map(({ recordId }) => recordId));
  const decisions = await listDecisions(db, [...ids]);
  const of = (statements: StatementRow[]) =>
    mergedOf(
      statements.filter(({ recordId }) => ids.has(recordId)),
      decisions,
    );
  const before = of(known);
  const rank = await rankOf(db, source);
  const rebuilt = [...of(withSaid(changed, known, { source, rank })).values()].map((record): Rebuilt => {
    const was = before.get(record.id);
    const changes = was === undefined ? [] : changesOf(record, was, record);
    return { object: record.object, id: record.id, isNew: was === undefined, changes };
  });
  return { rebuilt, unchanged: said.length - changed.length };
}

/** What a source does not speak of any more; records that nobody else speaks of become inactive. */
export async function endRecords(
  anyCtx: AnyCtx,
  of: { source: string; object: HomeObject; spokenOf: string[] },
): Promise<Rebuilt[]> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const living = await listLiving(ctx.db, of);
  const before = mergedOf(await listStatements(ctx.db, living));
  await endStatements(ctx.db, { source: of.source, object: of.object, recordIds: living, now: ctx.now });
  return rebuildRecords(ctx, living, { before, by: of.source });
}

/** The records that a source speaks of now and would not any more. */
export async function listEndings(
  anyCtx: AnyCtx,
  of: { source: string; object: HomeObject; spokenOf: string[] },
): Promise<string[]> {
  return listLiving(withTables<DirectoryTables>(anyCtx).db, of);
}
