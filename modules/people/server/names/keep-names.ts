import { refuse } from '@qantara/kernel';
import type { Ctx } from '@qantara/platform';
import type { NewName, Person } from '../../contract/index.ts';
import { findPerson } from '../person-store.ts';
import type { PeopleTables } from '../tables.gen.ts';
import { deleteName, insertName, saveNameKeys, saveShownName, updateName } from './name-store.ts';

type PeopleCtx = Ctx<PeopleTables>;

/** Nobody goes by more; a list that grows on is a mistake of a program. */
const MOST_NAMES = 12;

async function saved(ctx: PeopleCtx, before: Person, step: 'added' | 'removed'): Promise<Person> {
  const { personId } = before;
  await saveNameKeys(ctx.db, personId);
  await saveShownName(ctx.db, personId, ctx.now);
  const after = (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  const names = (person: Person) => ({ names: person.names.map(({ kind, words }) => ({ kind, words })) });
  ctx.emit({ type: `person.name_${step}`, subject: personId, personId, before: names(before), after: names(after) });
  return after;
}

/**
 * Adds a name in any script. A new usual name makes the one before a former one. Refuses `name_needs_agreement` where the person had
 * been anonymous and it is not said how they agreed, `too_many_names`, `person_not_found`.
 */
export async function addName(ctx: PeopleCtx, given: NewName): Promise<Person> {
  const { personId, kind, words, agreedHow } = given;
  const before = (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  if (before.names.length === 0 && agreedHow === null)
    refuse('name_needs_agreement', { fields: [{ path: 'agreedHow', code: 'required' }] });
  if (before.names.length >= MOST_NAMES) refuse('too_many_names');
  const usual = before.names.find((name) => name.kind === 'usual');
  if (kind === 'usual' && usual !== undefined)
    await updateName(ctx.db, { personId, nameId: usual.nameId }, { kind: 'former' });
  await insertName(ctx.db, { personId, kind, words }, { agreedHow, addedBy: ctx.actor.accountId, now: ctx.now });
  return saved(ctx, before, 'added');
}

/** Takes a name away; the last one too: whoever wants to be anonymous again may be. */
export async function removeName(ctx: PeopleCtx, of: { personId: string; nameId: string }): Promise<Person> {
  const before = (await findPerson(ctx.db, ctx.actor, of.personId)) ?? refuse('person_not_found');
  if (!before.names.some(({ nameId }) => nameId === of.nameId)) refuse('name_not_found');
  await deleteName(ctx.db, of);
  return saved(ctx, before, 'removed');
}
