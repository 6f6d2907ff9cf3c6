import { refuse } from '@qantara/kernel';
import { withTables, type AnyCtx, type Ctx } from '@qantara/platform';
import type { NewPerson, Person } from '../contract/index.ts';
import { findPerson, insertPerson, updatePerson } from './person-store.ts';
import type { PeopleTables } from './tables.gen.ts';

function checkReachable(person: NewPerson): void {
  if (person.displayName === '' && person.contactPoints.length === 0) refuse('name_or_contact_needed');
}

/** A navigator adds someone, after searching. Refuses `name_or_contact_needed`: else nobody would find them again. */
export async function addPerson(ctx: Ctx<PeopleTables>, person: NewPerson): Promise<Person> {
  checkReachable(person);
  const stewardOrganisationId = ctx.actor.organisationId;
  const added = await insertPerson(ctx.db, person, { origin: 'staff', stewardOrganisationId, now: ctx.now });
  ctx.emit({ type: 'person.added', subject: added.personId, personId: added.personId, after: { ...person } });
  return added;
}

/** Someone who asks for help without an account: anonymous first, looked after by whoever takes the request. */
export async function addResident(anyCtx: AnyCtx, person: NewPerson): Promise<Person> {
  const ctx = withTables<PeopleTables>(anyCtx);
  const added = await insertPerson(ctx.db, person, { origin: 'self', stewardOrganisationId: null, now: ctx.now });
  ctx.emit({ type: 'person.added', subject: added.personId, personId: added.personId, after: { ...person } });
  return added;
}

/** Corrects a record over the version that was read. Refuses `person_changed` where somebody else was first. */
export async function correctPerson(
  ctx: Ctx<PeopleTables>,
  input: NewPerson & { personId: string; version: number },
): Promise<Person> {
  checkReachable(input);
  const { personId, version, ...person } = input;
  const before = (await findPerson(ctx.db, ctx.actor, personId)) ?? refuse('person_not_found');
  const after = await updatePerson(ctx.db, { personId, version, person, now: ctx.now });
  if (after === undefined) return refuse('person_changed');
  ctx.emit({ type: 'person.corrected', subject: personId, personId, before: { ...before }, after: { ...after } });
  return after;
}
