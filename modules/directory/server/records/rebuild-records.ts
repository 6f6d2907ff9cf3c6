import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { changesOf, mergeStatements, type Conflict, type Content, type DirectoryRecord } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { saveConflicts } from './conflict-store.ts';
import { saveHistory, type Rebuilt } from './history-store.ts';
import type { Origin } from './home-columns.ts';
import { listAliases, listMergedInto } from './merge-store.ts';
import { saveRecords, type RecordToSave } from './record-store.ts';
import { listDecisions, listStatements, type StatementRow } from './statement-store.ts';

type DirectoryCtx = Ctx<DirectoryTables>;

/** What each record was before; one that is not here was not there. */
export type Before = ReadonlyMap<string, Content>;

type Built = RecordToSave & { conflicts: Conflict[] };

function byRecord(statements: StatementRow[]): Map<string, StatementRow[]> {
  const grouped = new Map<string, StatementRow[]>();
  for (const statement of statements)
    grouped.set(statement.recordId, [...(grouped.get(statement.recordId) ?? []), statement]);
  return grouped;
}

function originOf(statements: StatementRow[]): Origin {
  const first = statements.find(({ isEdit }) => !isEdit) ?? statements[0];
  return { source: first?.source ?? null, sourceId: first?.sourceRecordId ?? null };
}

/** A record of which no source speaks any more is inactive, and keeps what was last said of it. */
function build(id: string, statements: StatementRow[], decisions: ReadonlyMap<string, string>): Built | undefined {
  const object = statements[0]?.object;
  if (object === undefined) return undefined;
  const isLiving = statements.some((one) => one.isLiving && !one.isEdit);
  const heard = statements.filter((one) => one.isLiving || !isLiving);
  const { content, conflicts } = mergeStatements(object, heard, decisions);
  const fields = object === 'service' && !isLiving ? { ...content.fields, status: 'inactive' } : content.fields;
  const record = { object, id, fields, parts: content.parts } as DirectoryRecord;
  return { record, origin: originOf(statements), conflicts };
}

/** Every name of a record that was merged away, as that of the record that stands for it. */
function renamed<T>(value: T, aliases: ReadonlyMap<string, string>): T {
  if (aliases.size === 0) return value;
  const rename = (_key: string, inner: unknown) => (typeof inner === 'string' ? (aliases.get(inner) ?? inner) : inner);
  return JSON.parse(JSON.stringify(value, rename)) as T;
}

/** The organisations that these records name, where one was found to be another. */
async function organisationAliases(ctx: DirectoryCtx, built: Built[]): Promise<Map<string, string>> {
  const named = built.flatMap(({ record }) => {
    const { organization_id } = record.fields as { organization_id?: string | null };
    return organization_id ?? [];
  });
  return listAliases(ctx.db, [...new Set(named)]);
}

/** Records as they are now; one that was merged away is built as part of the record that stands for it. */
async function buildAll(ctx: DirectoryCtx, recordIds: string[]): Promise<Built[]> {
  const aliases = await listAliases(ctx.db, recordIds);
  const roots = [...new Set(recordIds.map((id) => aliases.get(id) ?? id))];
  const merged = await listMergedInto(ctx.db, roots);
  const all = await listStatements(ctx.db, [...roots, ...[...merged.values()].flat()]);
  for (const [root, ids] of merged) for (const id of ids) aliases.set(id, root);
  const statements = byRecord(all.map((one) => (aliases.has(one.recordId) ? renamed(one, aliases) : one)));
  const decisions = await listDecisions(ctx.db, roots);
  const built = [...statements].flatMap(([id, said]) => build(id, said, decisions.get(id) ?? new Map()) ?? []);
  const organisations = await organisationAliases(ctx, built);
  return built.map(({ record, ...one }) => ({ ...one, record: renamed(record, organisations) }));
}

/** What records would be, if this were said of them: nothing is written. */
export function mergedOf(
  statements: StatementRow[],
  decisions: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(),
): Map<string, DirectoryRecord> {
  const built = [...byRecord(statements)].flatMap(
    ([id, said]) => build(id, said, decisions.get(id) ?? new Map()) ?? [],
  );
  return new Map(built.map(({ record }) => [record.id, record]));
}

/** What these records are, of all that is said of them now. */
export async function readMerged(anyCtx: AnyCtx, recordIds: string[]): Promise<Map<string, DirectoryRecord>> {
  const built = await buildAll(withTables<DirectoryTables>(anyCtx), recordIds);
  return new Map(built.map(({ record }) => [record.id, record]));
}

/** Writes records anew out of what their sources say, with their history and where the sources contradict one another. */
export async function rebuildRecords(
  anyCtx: AnyCtx,
  recordIds: string[],
  of: { before: Before; by: string },
): Promise<Rebuilt[]> {
  const ctx = withTables<DirectoryTables>(anyCtx);
  const built = await buildAll(ctx, recordIds);
  await saveRecords(ctx, built);
  await saveConflicts(ctx.db, built, ctx.now);
  const rebuilt = built.map(({ record }) => {
    const before = of.before.get(record.id);
    const changes = before === undefined ? [] : changesOf(record, before, record);
    return { object: record.object, id: record.id, isNew: before === undefined, changes };
  });
  await saveHistory(ctx.db, { records: built.map(({ record }) => record), rebuilt, by: of.by, now: ctx.now });
  return rebuilt;
}
