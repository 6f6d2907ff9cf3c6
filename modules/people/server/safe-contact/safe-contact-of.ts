import { withTables, type AnyCtx } from '@qantara/platform';
import type { Channel, Person, SafeContact } from '../../contract/index.ts';
import { contactWays } from '../../domain/index.ts';
import { listGroupIds } from '../merge/merge-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { isContactStopped, listContactGuards, listContactPoints } from './contact-store.ts';

/**
 * Whether and how somebody may be reached at this moment, with the words to use: the one way by which anything that writes, calls,
 * prints an invitation or shows an address to touch comes to a person. Where two records are one person, what either of them
 * forbids is forbidden, whoever asks: a record that they do not see tells no more than that. The caller has judged that this actor may know of it.
 */
export async function safeContactOf(
  ctx: AnyCtx,
  person: Pick<Person, 'personId' | 'mayContact' | 'noContactReason' | 'noContactSince'>,
  channels: readonly Channel[] | null = null,
): Promise<SafeContact> {
  const { db } = withTables<PeopleTables>(ctx);
  const contactPoints = await listContactPoints(db, await listGroupIds(db, person.personId));
  const guards = await listContactGuards(db, person.personId);
  const mayContact = person.mayContact && !(await isContactStopped(db, person.personId));
  const facts = { ...person, mayContact, contactPoints, guards };
  return contactWays(facts, { at: ctx.now, timeZone: ctx.timeZone }, channels);
}
