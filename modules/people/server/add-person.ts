import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import { NewPerson, type CorrectedPerson, type Person } from '../contract/index.ts';
import { findPerson, insertPerson, updatePerson } from './person-store.ts';
import { restrictGroup } from './protection/restrict-group.ts';
import type { PeopleTables } from './tables.gen.ts';

function checkReachable(person: NewPerson): void {
  if (person.displayName === '' && person.contactPoints.length === 0) refuse('name_or_contact_needed');
}

type Keeping = { origin: 'staff' | 'self'; stewardOrganisationId: string | null; accountId: string | null };

/** Whoever asks for themselves has no account, and no organisation that looks after them yet. */
const BY_THEMSELVES: Keeping = { origin: 'self', stewardOrganisationId: null, accountId: null };

function byStaff({ actor }: Ctx<PeopleTables>): Keeping {
  return { origin: 'staff', stewardOrganisationId: actor.organisationId, accountId: actor.accountId };
}

async function keep(ctx: Ctx<PeopleTables>, person: NewPerson, keeping: Keeping): Promise<Person> {
  const added = await insertPerson(ctx.db, person, { ...keeping, actor: ctx.actor, now: ctx.now });
  ctx.emit({ type: 'person.added', subject: added.personId, personId: added.personId, after: { ...person } });
  return added;
}

/** A navigator adds someone, after searching. Refuses `name_or_contact_needed`: else nobody would find them again. */
export async function addPerson(ctx: Ctx<PeopleTables>, person: NewPerson): Promise<Person> {
  checkReachable(person);
  return keep(ctx, person, byStaff(ctx));
}

/**
 * Somebody whose answers came on paper, or from a colleague who was outside: no name, no way to reach them, and needs all the same
 * (anonymous first). A name joins later, with their agreement. Not for a page: whoever can be asked is asked how to be found again.
 */
export async function addUnnamed(anyCtx: AnyCtx, person: Partial<NewPerson>): Promise<Person> {
  const ctx = withTables<PeopleTables>(anyCtx);
  return keep(ctx, NewPerson.parse(person), byStaff(ctx));
}

/** Someone who asks for help without an account: anonymous first, looked after by whoever takes the request. */
export async function addResident(anyCtx: AnyCtx, person: NewPerson): Promise<Person> {
  return keep(withTables<PeopleTables>(anyCtx), person, BY_THEMSELVES);
}

function checkCorrection(before: Person, { agreedHow, ...person }: CorrectedPerson): void {
  // To be found again is not one person's word: docs/decisions/0015, page `protection`.
  if (before.isRestricted && !person.isRestricted)
    refuse('two_people_needed', { fields: [{ path: 'isRestricted', code: 'two_people_needed' }] });
  if (before.names.every(({ kind }) => kind === 'usual')) checkReachable(person);
  if (before.names.length === 0 && person.displayName !== '' && agreedHow === null)
    refuse('name_needs_agreement', { fields: [{ path: 'agreedHow', code: 'required' }] });
}

/**
 * Corrects a record over the version that was read. Refuses `person_changed` where somebody else was first, and
 * `name_needs_agreement` where somebody who had been anonymous gets a name and it is not said how they agreed.
 */
export async function correctPerson(ctx: Ctx<PeopleTables>, input: CorrectedPerson): Promise<Person> {
  const { personId, version, agreedHow, ...person } = input;
  const before = (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  checkCorrection(before, input);
  if (person.isRestricted && !before.isRestricted) await restrictGroup(ctx, personId, true);
  const by = { accountId: ctx.actor.accountId, now: ctx.now };
  const after = await updatePerson(ctx.db, { before, version, person, agreedHow, ...by });
  if (after === undefined) return refuse('person_changed');
  ctx.emit({ type: 'person.corrected', subject: personId, personId, before: { ...before }, after: { ...after } });
  return after;
}

/**
 * The person says, by their own code, whether others may find that they are known. Their word needs nobody's agreement, and holds for
 * all of their records.
 */
export async function restrictMyRecord(ctx: Ctx<PeopleTables>, { isRestricted }: { isRestricted: boolean }) {
  const { personId } = ctx.actor;
  if (personId === null) return refuse('person_not_found');
  await restrictGroup(ctx, personId, isRestricted);
  return { isRestricted };
}
