import { route } from '@qantara/kernel';
import { z } from 'zod';
import { consentRoutes } from './consent/consent-routes.ts';
import { Consent, ConsentRefusal, Minority } from './consent/consent.ts';
import { SharingOverride } from './consent/sharing-override.ts';
import { SafeContact } from './contact.ts';
import { CorrectionRequest, correctionRoutes } from './corrections/correction.ts';
import { Alike, Merge, MergePreview, Pair, TwoPeople } from './duplicate.ts';
import { NameId, NewName } from './name.ts';
import { householdRoutes } from './household/household-routes.ts';
import { PersonId } from './person-id.ts';
import { keeperRoutes } from './keeper.ts';
import { protectionRoutes } from './protection-routes.ts';
import { CorrectedPerson, MergeId, NewPerson, Person, PersonCard } from './person.ts';

const finding = {
  searchPeople: route({
    // A name is not put in an address, where it would stay in logs and histories.
    path: 'POST /people/search',
    may: 'person:search',
    input: z.object({
      name: z.string().trim().min(2).max(200),
      /** The last of the page before: the next twenty follow, of the newest two hundred. */
      after: PersonId.optional(),
    }),
    output: z.object({ people: z.array(PersonCard), hasMore: z.boolean() }),
    refusals: [],
    opens: true,
  }),
  findAlike: route({
    path: 'POST /people/alike',
    may: 'person:write',
    input: NewPerson,
    output: Alike,
    refusals: ['too_many_requests'],
    opens: true,
  }),
  getPerson: route({
    path: 'GET /people/:personId',
    may: 'person:read',
    input: z.object({ personId: PersonId }),
    output: z.object({
      person: Person,
      safeContact: SafeContact,
      consents: z.array(Consent),
      refusals: z.array(ConsentRefusal),
      overrides: z.array(SharingOverride),
      /** Whether they are of age today, as far as their birth is known. */
      minority: Minority,
      corrections: z.array(CorrectionRequest),
      standsFor: z.array(Merge),
    }),
    refusals: ['person_not_found'],
    opens: true,
  }),
};

const keeping = {
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
    input: CorrectedPerson,
    output: Person,
    refusals: [
      'person_not_found',
      'person_changed',
      'name_or_contact_needed',
      'name_needs_agreement',
      'two_people_needed',
    ],
  }),
  addName: route({
    path: 'POST /people/:personId/names',
    may: 'person:write',
    input: NewName,
    output: Person,
    refusals: ['person_not_found', 'name_needs_agreement', 'too_many_names'],
  }),
  removeName: route({
    path: 'POST /people/:personId/names/:nameId/remove',
    may: 'person:write',
    input: z.object({ personId: PersonId, nameId: NameId }),
    output: Person,
    refusals: ['person_not_found', 'name_not_found'],
  }),
};

const ofOneself = {
  /** The person themselves, by their code: whether others may find that they are known. */
  restrictMyRecord: route({
    path: 'POST /my-record/restrict',
    may: 'request:follow',
    input: z.object({ isRestricted: z.preprocess((value) => value === true || value === 'true', z.boolean()) }),
    output: z.object({ isRestricted: z.boolean() }),
    refusals: ['person_not_found'],
  }),
};

const done = z.object({ done: z.literal(true) });
const ofMerge = z.object({ mergeId: MergeId });

const duplicates = {
  listPairs: route({
    path: 'GET /duplicates',
    may: 'person:write',
    input: z.object({}),
    output: z.object({ pairs: z.array(Pair), merges: z.array(Merge), hasMore: z.boolean() }),
    refusals: [],
    opens: true,
  }),
  sayNotSame: route({
    path: 'POST /duplicates/not-same',
    may: 'person:write',
    input: TwoPeople,
    output: done,
    refusals: ['person_not_found'],
  }),
  previewMerge: route({
    path: 'GET /merges/preview',
    may: 'person:write',
    input: TwoPeople,
    output: MergePreview,
    refusals: ['person_not_found', 'same_person_record'],
    opens: true,
  }),
  requestMerge: route({
    path: 'POST /merges',
    may: 'person:write',
    input: TwoPeople,
    output: Merge,
    refusals: [
      'person_not_found',
      'same_person_record',
      'record_already_merged',
      'record_classes_differ',
      'merge_already_requested',
    ],
  }),
  getMerge: route({
    path: 'GET /merges/:mergeId',
    may: 'person:write',
    input: ofMerge,
    output: z.object({ merge: Merge, preview: MergePreview }),
    refusals: ['record_merge_not_found'],
    opens: true,
  }),
  confirmMerge: route({
    path: 'POST /merges/:mergeId/confirm',
    may: 'person:write',
    input: ofMerge,
    output: Merge,
    refusals: [
      'record_merge_not_found',
      'merge_not_waiting',
      'merge_expired',
      'colleague_needed',
      'record_already_merged',
      'record_classes_differ',
    ],
  }),
  refuseMerge: route({
    path: 'POST /merges/:mergeId/refuse',
    may: 'person:write',
    input: ofMerge,
    output: Merge,
    refusals: ['record_merge_not_found', 'merge_not_waiting'],
  }),
  undoMerge: route({
    path: 'POST /merges/:mergeId/undo',
    may: 'person:write',
    input: ofMerge,
    output: Merge,
    refusals: ['record_merge_not_found', 'merge_not_done'],
  }),
};

export const peopleRoutes = {
  ...finding,
  ...keeping,
  ...ofOneself,
  ...consentRoutes,
  ...correctionRoutes,
  ...duplicates,
  ...protectionRoutes,
  ...keeperRoutes,
  ...householdRoutes,
};
