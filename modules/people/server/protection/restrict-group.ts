import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { PeopleTables } from '../tables.gen.ts';
import { saveRestricted } from './class-store.ts';

/**
 * The records that are one person may be found by others, or not, all alike: one of them left findable would give the person away. The
 * story of each that changes tells it. Refuses `person_not_found` to whoever neither looks after the person nor is them.
 */
export async function restrictGroup(ctx: Ctx<PeopleTables>, personId: string, isRestricted: boolean): Promise<void> {
  const held = await saveRestricted(ctx.db, personId, isRestricted);
  if (held.length === 0) refuse('person_not_found');
  const changed = held.flatMap((one) => (one.was === isRestricted ? [] : [one.personId]));
  const type = isRestricted ? 'person.restricted' : 'person.unrestricted';
  // Where nothing changes it was said all the same.
  for (const one of changed.length === 0 ? [personId] : changed) ctx.emit({ type, subject: one, personId: one });
}
