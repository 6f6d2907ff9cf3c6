import { LOCALES, newId, type LocalizedText } from '@qantara/kernel';
import type { Kysely } from 'kysely';
import { isText, type Change, type DirectoryRecord } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { insertRows } from './insert-rows-store.ts';
import type { Rebuilt } from './rebuild-records.ts';

type Line = Record<string, unknown>;
type Said = { now: Date; by: string };

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

function line(change: Change, field: string, of: Said & { before: unknown; after: unknown }): Line {
  const action = of.before === null ? 'create' : of.after === null ? 'delete' : 'update';
  return {
    metadata_id: newId(of.now.getTime()),
    resource_id: change.id,
    resource_type: change.object,
    last_action_date: of.now.toISOString(),
    last_action_type: action,
    field_name: field,
    previous_value: asText(of.before),
    replacement_value: asText(of.after),
    updated_by: of.by,
  };
}

/** A text that changed in one language is one change of that language: `name.ar`. */
function linesOf(change: Change, of: Said): Line[] {
  if (!isText(change.object, change.field))
    return [line(change, change.field, { ...of, before: change.before, after: change.after })];
  const [before, after] = [change.before as LocalizedText | null, change.after as LocalizedText | null];
  return LOCALES.filter((locale) => (before?.[locale] ?? '') !== (after?.[locale] ?? '')).map((locale) =>
    line(change, `${change.field}.${locale}`, {
      ...of,
      before: before?.[locale] ?? null,
      after: after?.[locale] ?? null,
    }),
  );
}

/**
 * Keeps field by field what changed, from what to what (HSDS 3.1 metadata). Of a confidential location nothing is kept: its
 * history would tell where it is.
 */
export async function saveHistory(
  db: Kysely<DirectoryTables>,
  of: Said & { records: DirectoryRecord[]; rebuilt: Rebuilt[] },
): Promise<void> {
  const hidden = new Set(
    of.records
      .filter(
        (record) => record.object === 'location' && (record as DirectoryRecord<'location'>).fields.is_confidential,
      )
      .map(({ id }) => id),
  );
  const rows = of.rebuilt
    .filter(({ id }) => !hidden.has(id))
    .flatMap(({ changes }) => changes.flatMap((change) => linesOf(change, of)));
  await insertRows(db, 'directory.metadata', { rows });
}
