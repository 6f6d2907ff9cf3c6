import { HOME_OBJECTS, type DirectoryRecord, type HomeObject } from '@qantara/directory/domain';
import { listEndings, loadRecords, previewRecords, type Rebuilt } from '@qantara/directory/server';
import { refuse, type LocalizedText } from '@qantara/kernel';
import type { ImportChange } from '../../contract/index.ts';
import { ImportReport } from '../../domain/index.ts';
import { findImport, insertChanges, noteWalk, updateImport } from './import-store.ts';
import { listStagedNames } from './staging-store.ts';
import type { HsdsCtx, Turn } from './turn.ts';
import { walkHomes, type HomePage } from './walk-homes.ts';
import { count, noCounts } from './write-import.ts';

/** More would be no list any more: the rest is counted, not listed. */
const MOST_LISTED = 5000;
const MOST_FIELDS = 30;

type Named = { name: LocalizedText | null; isConfidential: boolean };

function namedOf(record: { fields: Record<string, unknown> } | undefined): Named {
  return {
    name: (record?.fields['name'] as LocalizedText | undefined) ?? null,
    isConfidential: record?.fields['is_confidential'] === true,
  };
}

type Told = ImportChange['fields'][number];

/** Names of records and of kinds say nothing to people. */
const isTold = (field: string): boolean => !/(?:^|_)id$|^link_(?:entity|type)$/.test(field);

/** What is different, field by field; a phone, an address, an attribute as one. */
function toldOf({ object, changes }: Rebuilt): Told[] {
  const parts = new Map<string, { object: string; before: Record<string, unknown>; after: Record<string, unknown> }>();
  const own: Told[] = [];
  for (const change of changes.filter(({ field }) => isTold(field))) {
    const { field, before, after } = change;
    if (change.object === object) own.push({ object, field, before, after });
    else {
      const key = `${change.object} ${change.id}`;
      const part = parts.get(key) ?? { object: change.object, before: {}, after: {} };
      part.before[field] = before;
      part.after[field] = after;
      parts.set(key, part);
    }
  }
  return [...own, ...[...parts.values()].map((part) => ({ ...part, field: part.object }))];
}

/** Of a confidential location only that it changes: what it says would tell where it is. */
function changeOf(rebuilt: Rebuilt, { name, isConfidential }: Named): ImportChange {
  const fields = isConfidential ? [] : toldOf(rebuilt).slice(0, MOST_FIELDS);
  return {
    object: rebuilt.object,
    recordId: rebuilt.id,
    name: isConfidential ? null : name,
    change: rebuilt.isNew ? 'new' : 'changed',
    fields,
  };
}

async function changesOfPage(ctx: HsdsCtx, source: string, page: HomePage) {
  const { rebuilt, unchanged } = await previewRecords(ctx, source, page.said);
  const different = rebuilt.filter(({ isNew, changes }) => isNew || changes.length > 0);
  const current = await loadRecords(
    ctx,
    page.object,
    different.filter(({ isNew }) => !isNew).map(({ id }) => id),
  );
  const changes = different.map((one) => {
    const said = page.assembled.get(one.id)?.content as { fields: Record<string, unknown> } | undefined;
    const was = current.get(one.id) as { fields: Record<string, unknown> } | undefined;
    const isConfidential = namedOf(said).isConfidential || namedOf(was).isConfidential;
    return changeOf(one, { name: namedOf(said).name, isConfidential });
  });
  return { changes, rebuilt, unchanged };
}

async function endingsOf(ctx: HsdsCtx, of: { source: string; importId: string; object: HomeObject }) {
  const spokenOf = await listStagedNames(ctx.db, of.importId, of.object);
  const ids = await listEndings(ctx, { ...of, spokenOf });
  const records = await loadRecords(ctx, of.object, ids.slice(0, MOST_LISTED));
  const listed = [...records.values()].map((record: DirectoryRecord): ImportChange => {
    const { name, isConfidential } = namedOf(record as unknown as { fields: Record<string, unknown> });
    return { object: of.object, recordId: record.id, name: isConfidential ? null : name, change: 'ended', fields: [] };
  });
  return { total: ids.length, listed };
}

/** Finds what an import would change, and keeps that for a person to see; nothing of the directory is written. */
export async function checkChanges(turn: Turn, importId: string): Promise<void> {
  const { source } = (await turn((ctx) => findImport(ctx.db, importId))) ?? refuse('import_not_found');
  const report = new ImportReport();
  const counts = noCounts();
  const listed: ImportChange[] = [];
  await walkHomes(turn, { importId, source, report }, async (ctx, page) => {
    const { changes, rebuilt, unchanged } = await changesOfPage(ctx, source, page);
    count(counts, page.object, { rebuilt, unchanged });
    listed.push(...changes.slice(0, MOST_LISTED - listed.length));
  });
  await turn(async (ctx) => {
    for (const object of HOME_OBJECTS.toReversed()) {
      const { total, listed: endings } = await endingsOf(ctx, { source, importId, object });
      counts[object].ended = total;
      listed.push(...endings.slice(0, Math.max(0, MOST_LISTED - listed.length)));
    }
    await insertChanges(ctx.db, importId, listed);
    await noteWalk(ctx.db, importId, report);
    await updateImport(ctx.db, importId, { status: 'checked', counts: JSON.stringify(counts) });
  });
}
