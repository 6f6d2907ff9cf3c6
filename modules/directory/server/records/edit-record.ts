import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { isText, type Content, type HomeObject, type Parts } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { stateRecords } from './state-records.ts';
import { HERE, listStatements } from './statement-store.ts';

/** What is said here of a record: only what is given, of texts only the languages that are; null takes back what was said here. */
export type Edit = {
  object: HomeObject;
  recordId: string;
  fields?: Record<string, unknown>;
  /** Whole lists, each in place of the one that stood; undefined takes back what was said here of it. */
  parts?: Parts;
};

/** Of a text only the languages that are given change. */
function editedFields(
  object: HomeObject,
  before: Content['fields'],
  change: Record<string, unknown> = {},
): Content['fields'] {
  const said = before as Record<string, unknown>;
  const whole = Object.entries(change).map(([field, value]) => {
    const isPartial = isText(object, field) && value !== null && typeof value === 'object';
    return [field, isPartial ? { ...(said[field] as object | undefined), ...value } : value];
  });
  return edited(before, Object.fromEntries(whole));
}

function edited<T extends object>(before: T, change: object | undefined): T {
  const kept = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as T;
}

const NOTHING: Content = { fields: {}, parts: {} };

/**
 * Corrects a record in this directory's own name: the word of this house counts before that of every source, and a source
 * that says something new later is still heard in all other fields. Refuses `record_not_found`.
 */
export async function editRecord(anyCtx: AnyCtx, edit: Edit): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const said = await listStatements(db, [edit.recordId]);
  if (!said.some(({ object }) => object === edit.object)) refuse('record_not_found');
  const ours = said.find((one) => one.source === HERE && one.isLiving);
  const before = ours?.content ?? NOTHING;
  const content: Content = {
    fields: editedFields(edit.object, before.fields, edit.fields),
    parts: edited(before.parts, edit.parts),
  };
  await stateRecords(anyCtx, HERE, [
    {
      object: edit.object,
      recordId: edit.recordId,
      sourceRecordId: ours?.sourceRecordId ?? edit.recordId,
      content,
      isEdit: ours?.isEdit ?? true,
    },
  ]);
}
