import { route } from '@qantara/kernel';
import { z } from 'zod';
import { Consent, ConsentId, NewConsent } from './consent.ts';
import { NewPerson, Person, PersonCard, PersonId } from './person.ts';

export const peopleRoutes = {
  searchPeople: route({
    // A name is not put in an address, where it would stay in logs and histories.
    path: 'POST /people/search',
    may: 'person:search',
    input: z.object({ name: z.string().trim().min(2).max(200) }),
    output: z.object({ people: z.array(PersonCard), hasMore: z.boolean() }),
    refusals: [],
    opens: true,
  }),
  getPerson: route({
    path: 'GET /people/:personId',
    may: 'person:read',
    input: z.object({ personId: PersonId }),
    output: z.object({ person: Person, consents: z.array(Consent) }),
    refusals: ['person_not_found'],
    opens: true,
  }),
  addPerson: route({
    path: 'POST /people',
    may: 'person:write',
    input: NewPerson,
    output: Person,
    refusals: ['name_or_contact_needed'],
  }),
  correctPerson: route({
    path: 'POST /people/:personId',
    may: 'person:write',
    input: NewPerson.extend({ personId: PersonId, version: z.coerce.number().int() }),
    output: Person,
    refusals: ['person_not_found', 'person_changed', 'name_or_contact_needed'],
  }),
  recordConsent: route({
    path: 'POST /people/:personId/consents',
    may: 'consent:record',
    input: NewConsent,
    output: Consent,
    refusals: ['person_not_found', 'recipient_not_found'],
  }),
  withdrawConsent: route({
    path: 'POST /people/:personId/consents/:consentId/withdraw',
    may: 'consent:withdraw',
    input: z.object({ personId: PersonId, consentId: ConsentId }),
    output: Consent,
    refusals: ['person_not_found', 'consent_not_found', 'consent_already_withdrawn'],
  }),
};
