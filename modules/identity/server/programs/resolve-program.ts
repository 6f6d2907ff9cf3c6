import type { Actor } from '@qantara/kernel';
import type { Database } from '@qantara/platform';
import { findProgramOf, toActor } from '../sessions/actor-view.ts';

/** Whose program calls with this token, as it stands at this moment; null where the token opens nothing. */
export async function resolveProgram(database: Database, token: string, now = new Date()): Promise<Actor | null> {
  const found = await findProgramOf(database, token, now);
  return found === undefined ? null : { ...toActor(found), scopes: found.scopes };
}
