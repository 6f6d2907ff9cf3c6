import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { listOrganisationsOfSource } from '@qantara/organisations/server';
import { mergeStatements, type Content, type HomeObject } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { idFor } from './derived-id.ts';
import { readMerged, rebuildRecords, type Before, type Rebuilt } from './rebuild-records.ts';
import {
  digestOf,
  endStatements,
  listRecordIds,
  listStatements,
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

/** What a source does not speak of any more; records that nobody else speaks of become inactive. */
export async function endRecords(
  anyCtx: AnyCtx,
  of: { source: string; object: HomeObject; spokenOf: string[] },
): Promise<Rebuilt[]> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  // What they were before stands in the statements until these are ended.
  const ended = await endStatements(ctx.db, { ...of, now: ctx.now });
  const statements = await listStatements(ctx.db, ended);
  const before = new Map<string, Content>();
  for (const id of ended) {
    const said = statements.filter((one) => one.recordId === id);
    before.set(id, mergeStatements(of.object, said).content);
  }
  return rebuildRecords(ctx, ended, { before, by: of.source });
}
