import { Refusal, refuse } from '@qantara/kernel';
import { findPersonChange, listVisibleCards, safeContactOf } from '@qantara/people/server';
import type { Person, PersonCard } from '@qantara/people/contract';
import { listReferralPage, listSharedWith, openReferral } from '@qantara/referrals/server';
import {
  correctionIn,
  cursorOf,
  factsOf,
  filtersOf,
  idIn,
  isUuid,
  isWithin,
  localReference,
  namesIn,
  partsOfCursor,
  patientOf,
  PatientShape,
  personIn,
  readShape,
  type PatientFacts,
  type Question,
  type Reference,
  type Resource,
} from '../../domain/index.ts';
import { paged, type Call, type Kind, type Page } from '../call.ts';
import { idsWithIdentifier, loadIdentifiers, saveIdentifiers } from '../identifier-store.ts';
import { idsLeft } from '../questions.ts';

const NO_MORE: Omit<PatientFacts, 'personId' | 'names'> = {
  version: null,
  birthDate: undefined,
  gender: null,
  languages: [],
  mayContact: true,
  ways: [],
  recordClass: 'ordinary',
  identifiers: undefined,
  isPart: true,
};

const named = (words: string | null) => (words === null ? [] : [{ words, use: 'usual' }]);

function cardOf({ personId, displayName, birthYear, mayContact }: PersonCard): Resource {
  const birthDate = birthYear === null ? undefined : String(birthYear);
  return patientOf({ ...NO_MORE, personId, names: named(displayName), birthDate, mayContact });
}

/** As the gate judges it for everybody: what another record of this person says of a way, or stops, holds here too. */
async function judged(call: Call, person: Person): Promise<Person> {
  const { mayContact, ways } = await safeContactOf(call.ctx, person);
  const isSafe = ({ kind, value }: Person['contactPoints'][number]): boolean =>
    ways.some((way) => way.kind === kind && way.value === value && way.isSafe);
  const contactPoints = person.contactPoints.map((way) => ({ ...way, isSafe: way.isSafe && isSafe(way) }));
  return { ...person, mayContact, contactPoints };
}

async function wholeOf(call: Call, person: Person): Promise<Resource> {
  const identifiers = await loadIdentifiers(call, [person.personId]);
  const changedAt = await findPersonChange(call.ctx, person.personId);
  return patientOf({ ...factsOf(await judged(call, person), identifiers.get(person.personId)), changedAt });
}

/** The record, for those who look after somebody; nothing where they do not. */
async function ownRecord(call: Call, personId: string): Promise<Person | undefined> {
  if (!call.ctx.actor.permissions.has('person:read')) return undefined;
  try {
    return (await call.people.getPerson({ personId })).person;
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'person_not_found') return undefined;
    throw fault;
  }
}

/** What a partner may know, by the consent of this moment, of somebody who was referred to it. */
async function sharedRecord(call: Call, personId: string): Promise<Resource | undefined> {
  const { ctx, organisationId } = call;
  if (!ctx.actor.permissions.has('referral:answer')) return undefined;
  const [sent] = await listReferralPage(ctx, { personIds: [personId], targetIds: [organisationId], limit: 1 });
  if (sent === undefined) return undefined;
  const { person } = await openReferral(ctx, { referralId: sent.referralId, rule: 'party' });
  if (person === null) return undefined;
  const { displayName, birthYear, languages, mayContact, contactPoints } = person;
  const birthDate = birthYear === null ? undefined : String(birthYear);
  const identifiers = (await loadIdentifiers(call, [personId])).get(personId);
  const ways = mayContact ? contactPoints : [];
  return patientOf({
    ...NO_MORE,
    personId,
    names: named(displayName),
    birthDate,
    languages,
    mayContact,
    ways,
    identifiers,
  });
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  if (!isUuid(id)) return undefined;
  const person = await ownRecord(call, id);
  return person === undefined ? sharedRecord(call, id) : wholeOf(call, person);
}

/** Those of a page: as cards for those who look after them, by name alone for a partner whom a consent tells it. */
async function include(call: Call, ids: string[], of: readonly Resource[]): Promise<Resource[]> {
  const { ctx, base } = call;
  const cards = ctx.actor.permissions.has('person:read') ? await listVisibleCards(ctx, ids) : [];
  const known = new Set<string>(cards.map(({ personId }) => personId));
  const idIn = (reference: unknown): string =>
    localReference((reference as Reference | undefined)?.reference, base)?.id ?? '';
  const tasks = of
    .filter(({ resourceType }) => resourceType === 'Task')
    .map((task) => ({
      referral_id: String(task['id']),
      person_id: idIn(task['for']),
      from_organisation_id: idIn(task['requester']),
    }))
    .filter(({ person_id: personId }) => ids.includes(personId) && !known.has(personId));
  const names = tasks.length === 0 ? new Map<string, string | null>() : await listSharedWith(ctx, tasks);
  const byPerson = new Map(
    tasks.flatMap((task) => {
      const name = names.get(task.referral_id) ?? null;
      return name === null ? [] : [[task.person_id, name] as const];
    }),
  );
  const partly = [...byPerson].map(([personId, name]) => patientOf({ ...NO_MORE, personId, names: named(name) }));
  ctx.noteAccess({ personId: [...known, ...byPerson.keys()], kind: 'search', rule: 'party' });
  return [...cards.map(cardOf), ...partly];
}

/**
 * By name as people are searched everywhere, by day of birth within that. A page may be shorter than was asked, and yet not the
 * last: what it leads on to is behind the last person who was looked at.
 */
async function searchByName(call: Call, question: Question, name: string): Promise<Page> {
  const after = idIn(partsOfCursor(question.cursor)) as PersonCard['personId'] | null;
  const { people, hasMore } = await call.people.searchPeople({ name, after: after ?? undefined });
  const dates = filtersOf(question, 'date', 'birthdate').flatMap(({ values }) => values);
  const ids = idsLeft(question);
  const found = people.filter(({ personId, birthYear }) => {
    const isAsked = ids === null || ids.includes(personId);
    const fits = dates.every(
      (date) =>
        birthYear !== null &&
        isWithin(new Date(Date.UTC(birthYear, date.from.getUTCMonth(), date.from.getUTCDate())), date),
    );
    return isAsked && fits;
  });
  const shown = found.slice(0, question.count);
  const isWhole = shown.length === found.length;
  const last = isWhole ? people.at(-1) : shown.at(-1);
  return {
    resources: shown.map(cardOf),
    next: (hasMore || !isWhole) && last !== undefined ? cursorOf([last.personId]) : null,
    ...(hasMore || after !== null ? {} : { total: found.length }),
  };
}

async function search(call: Call, question: Question): Promise<Page> {
  const words = filtersOf(question, 'string', 'name', 'given', 'family').flatMap(({ values }) => values.slice(0, 1));
  if (words.length > 0) return searchByName(call, question, words.join(' ').slice(0, 200));
  const ids = idsLeft(question, await idsWithIdentifier(call, question));
  // All of a region is nobody's to list.
  if (ids === null) return refuse('search_too_wide');
  const [after = ''] = partsOfCursor(question.cursor) ?? [];
  const left = ids.filter((id) => id > after).toSorted();
  const { shown, next } = paged(left, question.count, (id) => cursorOf([id]));
  return { resources: await include(call, shown, []), next };
}

async function keepNames(call: Call, personId: Person['personId'], names: ReturnType<typeof namesIn>): Promise<void> {
  for (const { words, isFormer } of names.slice(1, 6))
    await call.people.addName({ personId, kind: isFormer ? 'former' : 'known_as', words });
}

async function create(call: Call, given: Resource): Promise<Resource> {
  const body = readShape(given, PatientShape);
  const person = await call.people.addPerson(personIn(body));
  await keepNames(call, person.personId, namesIn(body));
  await saveIdentifiers(
    call,
    { personId: person.personId, type: 'Patient', id: person.personId },
    { identifiers: body.identifier, isNew: true },
  );
  return (await read(call, person.personId)) ?? refuse('resource_not_found');
}

async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  const body = readShape(given, PatientShape);
  const person = (await ownRecord(call, String(before['id']))) ?? refuse('not_allowed');
  await call.people.correctPerson(correctionIn(body, person));
  await saveIdentifiers(
    call,
    { personId: person.personId, type: 'Patient', id: person.personId },
    { identifiers: body.identifier, isNew: false },
  );
  return (await read(call, person.personId)) ?? refuse('resource_not_found');
}

/** Somebody who is helped: by the rules of people's own routes, and for a partner by those of what it was sent. */
export const patientKind: Kind = { read, search, include, create, update };
