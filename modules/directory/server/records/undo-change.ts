import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx } from '@qantara/platform';
import { undoneBy, type HomeObject, type ObjectName } from '../../domain/index.ts';
import type { DirectoryTables } from '../tables.gen.ts';
import { editRecord } from './edit-record.ts';
import { listChangesAt } from './history-store.ts';
import { readMerged } from './rebuild-records.ts';
import { HERE } from './statement-store.ts';

/**
 * Takes back what was changed of a record here at one moment, as a new change in this directory's own name. Refuses
 * `change_not_found`, and `changed_since` where something of it reads otherwise by now.
 */
export async function undoChange(
  anyCtx: AnyCtx,
  of: { object: HomeObject; recordId: string; at: string },
): Promise<void> {
  const { db } = withTables<DirectoryTables>(anyCtx);
  const lines = await listChangesAt(db, { recordId: of.recordId, at: of.at, by: HERE });
  const record = (await readMerged(anyCtx, [of.recordId])).get(of.recordId);
  if (lines.length === 0 || record === undefined) refuse('change_not_found');
  const changes = lines.map((line) => ({
    object: line.resource_type as ObjectName,
    id: line.resource_id,
    field: line.field_name,
    before: line.previous_value,
    after: line.replacement_value,
  }));
  const undoing = undoneBy(record, changes) ?? refuse('changed_since');
  await editRecord(anyCtx, { object: of.object, recordId: of.recordId, ...undoing });
}
