import { refuse } from '@qantara/kernel';
import type { Consent } from '@qantara/people/contract';
import { findPersonForUseCase, findPersonOfConsent, findVisiblePerson, listConsentsOf } from '@qantara/people/server';
import {
  codesAsked,
  ConsentShape,
  consentIn,
  consentOf,
  isInForce,
  isUuid,
  readShape,
  type Question,
  type Resource,
} from '../../domain/index.ts';
import { NOTHING, type Call, type Kind, type Page } from '../call.ts';
import { idsLeft, personsAsked } from '../questions.ts';
import { personNamed } from './kept.ts';

/** What the caller may know of what somebody agreed to: all of it who looks after them, a partner what names it and lives. */
async function consentsOf(call: Call, personId: string): Promise<{ consents: Consent[]; steward: string }> {
  const { ctx, organisationId } = call;
  const isOwn = (await findVisiblePerson(ctx, personId)) !== undefined;
  const person = await findPersonForUseCase(ctx, personId);
  if (person === undefined) return { consents: [], steward: '' };
  const all = await listConsentsOf(ctx, personId);
  // Whom else somebody agreed to is not a partner's to know.
  const named = all.filter((consent) => consent.recipients.includes(organisationId) && isInForce(consent, ctx.now));
  const consents = isOwn ? all : named.map((consent) => ({ ...consent, recipients: [organisationId] }));
  return { consents, steward: person.stewardOrganisationId ?? organisationId };
}

async function shown(call: Call, personId: string, isAsked: (consent: Consent) => boolean): Promise<Resource[]> {
  const { consents, steward } = await consentsOf(call, personId);
  const { now } = call.ctx;
  const found = consents.filter(isAsked);
  if (found.length > 0) call.ctx.noteAccess({ personId, kind: 'record' });
  return found.map((consent) => consentOf(consent, { now, organisationId: steward, origin: call.asked.origin }));
}

async function read(call: Call, id: string): Promise<Resource | undefined> {
  const personId = isUuid(id) ? await findPersonOfConsent(call.ctx, id) : undefined;
  if (personId === undefined) return undefined;
  return (await shown(call, personId, ({ consentId }) => consentId === id.toLowerCase()))[0];
}

async function search(call: Call, question: Question): Promise<Page> {
  const [personId] = personsAsked(question) ?? refuse('search_too_wide');
  if (personId === undefined) return NOTHING;
  const ids = idsLeft(question);
  const states = codesAsked(question, 'status');
  const stateOf = (consent: Consent): string => (isInForce(consent, call.ctx.now) ? 'active' : 'inactive');
  const isAsked = (consent: Consent): boolean =>
    (ids === null || ids.includes(consent.consentId)) && (states === null || states.includes(stateOf(consent)));
  const found = await shown(call, personId, isAsked);
  return { resources: found.slice(0, question.count), next: null, total: found.length };
}

async function create(call: Call, given: Resource): Promise<Resource> {
  const body = readShape(given, ConsentShape);
  if (body.status !== 'active') refuse('status_not_kept', { fields: [{ path: 'Consent.status', code: 'invalid' }] });
  const personId = personNamed(call, body.patient, 'Consent.patient');
  if ((await findVisiblePerson(call.ctx, personId)) === undefined)
    refuse('person_unknown', { fields: [{ path: 'Consent.patient', code: 'invalid' }] });
  const { texts } = await call.people.listCurrentTexts({});
  const { now } = call.ctx;
  const of = {
    personId,
    ownOrganisationId: call.organisationId,
    base: call.base,
    now,
    locale: call.locale,
    textNumber: 1,
  };
  const { purpose } = consentIn(body, of);
  const textNumber = texts.find((text) => text.purpose === purpose)?.number ?? 1;
  const consent = await call.people.recordConsent(consentIn(body, { ...of, textNumber }));
  return consentOf(consent, { now, organisationId: call.organisationId, origin: call.asked.origin });
}

/** A consent is taken back and never changed: another is another. Refuses `consent_fixed`. */
async function update(call: Call, given: Resource, before: Resource): Promise<Resource> {
  const body = readShape(given, ConsentShape);
  if (body.status === before['status']) refuse('consent_fixed');
  if (body.status === 'active') refuse('status_not_kept', { fields: [{ path: 'Consent.status', code: 'invalid' }] });
  const personId = personNamed(call, body.patient, 'Consent.patient') as Consent['personId'];
  const consentId = String(before['id']) as Consent['consentId'];
  const consent = await call.people.withdrawConsent({ personId, consentId });
  return consentOf(consent, { now: call.ctx.now, organisationId: call.organisationId, origin: call.asked.origin });
}

/** What somebody agreed to. */
export const consentKind: Kind = { read, search, create, update };
