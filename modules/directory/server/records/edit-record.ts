import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import type { Content, HomeObject, Parts } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { stateRecords } from './state-records.ts';
import { HERE, listStatements } from './statement-store.ts';

/** What is said here of a record: only what is given; a field that is null takes back what was said here of it. */
export type Edit = {
  object: HomeObject;
  recordId: string;
  fields?: Record<string, unknown>;
  /** Whole lists, each in place of the one that stood; undefined takes back what was said here of it. */
  parts?: Parts;
};

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
    fields: edited(before.fields, edit.fields),
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
