import { LOCALES, newId, type LocalizedText } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { sql, type Kysely } from 'kysely';
import { isText, type Change, type DirectoryRecord } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { insertRows } from './insert-rows-store.ts';

/** What became of one record. */
export type Rebuilt = { object: DirectoryRecord['object']; id: string; isNew: boolean; changes: Change[] };

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

/** What is said of a service at one of its places may say where that is, and a place becomes confidential at any time. */
function isTold({ object, field }: Change): boolean {
  return object !== 'service_at_location' || field !== 'description';
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
    .flatMap(({ id, changes }) =>
      changes.filter(isTold).flatMap((change) => linesOf(change, of).map((one) => ({ home_id: id, ...one }))),
    );
  await insertRows(db, 'directory.metadata', { rows });
}

export type HistoryRow = {
  resource_type: string;
  field_name: string;
  last_action_type: string;
  previous_value: string | null;
  replacement_value: string | null;
  updated_by: string | null;
  last_action_date: string;
};

/** One page of what changed of a record and its parts, newest first, and how much there is. */
export async function listHistory(
  anyCtx: AnyCtx,
  of: { recordId: string; page: number; perPage: number },
): Promise<{ rows: HistoryRow[]; total: number }> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const { rows } = await sql<HistoryRow & { total: number }>`
    select resource_type, field_name, last_action_type, previous_value, replacement_value, updated_by, last_action_date,
      count(*) over ()::integer as total
    from directory.metadata where home_id = ${of.recordId}
    order by last_action_date desc, metadata_id desc limit ${of.perPage} offset ${(of.page - 1) * of.perPage}`.execute(
    db,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
