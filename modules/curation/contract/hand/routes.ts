import { LocalizedText, route } from '@qantara/kernel';
import { ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import { TakenFrom } from '../suggestion.ts';
import { CreatedEntry, LikeRecord, LikeSearch, NewEntry } from './entry.ts';
import { EditedHours, HiddenHoursEdit, HoursEdit } from './hours.ts';
import {
  NewOrganisation,
  NewPlaceOfOrganisation,
  OrganisationEdit,
  OwnCapacity,
  OwnConfirmation,
  OwnEntries,
} from './organisation.ts';
import { EditedPlace, EditedPlaces, NewPlace, PlaceEdit, PlaceOpening } from './place.ts';

const may = 'directory:curate';
const done = z.object({ done: z.literal(true) });
const ofService = z.object({ serviceId: ServiceId, ...TakenFrom.pick({ suggestionId: true }).shape });
const link = z.object({ serviceId: ServiceId, locationId: z.uuid() });
const taking = ['suggestion_not_found', 'changed_meanwhile', 'already_decided'];

const hours = {
  getHours: route({
    path: 'GET /curation/services/:serviceId/hours',
    may,
    input: ofService,
    output: EditedHours,
    refusals: ['service_not_found', 'suggestion_not_found'],
  }),
  saveHours: route({
    path: 'POST /curation/services/:serviceId/hours',
    may,
    input: HoursEdit,
    output: done,
    refusals: ['service_not_found', ...taking],
  }),
  saveHiddenHours: route({
    path: 'POST /curation/services/:serviceId/hidden-hours',
    may,
    input: HiddenHoursEdit,
    output: done,
    refusals: ['service_not_found', 'location_not_found'],
  }),
};

const places = {
  getPlaces: route({
    path: 'GET /curation/services/:serviceId/places',
    may,
    input: ofService,
    output: EditedPlaces,
    refusals: ['service_not_found', 'suggestion_not_found'],
  }),
  addPlace: route({
    path: 'POST /curation/services/:serviceId/places',
    may,
    input: NewPlace,
    output: z.object({ locationId: z.uuid() }),
    refusals: ['service_not_found', 'area_not_found', ...taking],
  }),
  linkPlace: route({
    path: 'POST /curation/services/:serviceId/places/link',
    may,
    input: link.extend(TakenFrom.shape),
    output: done,
    refusals: ['service_not_found', 'location_not_found', ...taking],
  }),
  unlinkPlace: route({
    path: 'POST /curation/services/:serviceId/places/unlink',
    may,
    input: link,
    output: done,
    refusals: ['service_not_found', 'location_not_found'],
  }),
  getPlace: route({
    path: 'GET /curation/locations/:locationId',
    may,
    input: z.object({ locationId: z.uuid(), ...TakenFrom.pick({ suggestionId: true }).shape }),
    output: EditedPlace,
    refusals: ['location_not_found', 'suggestion_not_found'],
  }),
  editPlace: route({
    path: 'POST /curation/locations/:locationId',
    may,
    input: PlaceEdit,
    output: done,
    refusals: ['location_not_found', 'area_not_found', ...taking],
  }),
  openPlace: route({
    path: 'POST /curation/locations/:locationId/open',
    may,
    input: PlaceOpening,
    output: z.object({ locationId: z.uuid() }),
    refusals: ['location_not_found', 'not_confidential', 'not_meant', 'area_not_found'],
  }),
  endPlace: route({
    path: 'POST /curation/locations/:locationId/end',
    may,
    input: z.object({ locationId: z.uuid() }),
    output: done,
    refusals: ['location_not_found', 'location_in_use'],
  }),
};

const entries = {
  findOrganisations: route({
    path: 'GET /curation/organisations',
    may,
    input: z.object({ words: z.string().trim().max(200).default('') }),
    output: z.object({ organisations: z.array(z.object({ organisationId: z.uuid(), name: LocalizedText })) }),
    refusals: [],
  }),
  findAlike: route({
    path: 'POST /curation/entries/alike',
    may,
    input: LikeSearch,
    output: z.object({ alike: z.array(LikeRecord) }),
    refusals: [],
    reads: true,
  }),
  createEntry: route({
    path: 'POST /curation/entries',
    may,
    input: NewEntry,
    output: CreatedEntry,
    refusals: ['organisation_not_found', 'entry_may_exist', 'need_not_found', 'area_not_found', ...taking],
  }),
  undoChange: route({
    path: 'POST /curation/services/:serviceId/undo',
    may,
    input: z.object({ serviceId: ServiceId, at: z.string().max(40) }),
    output: done,
    refusals: ['service_not_found', 'change_not_found', 'changed_since'],
  }),
};

const organisations = {
  createOrganisation: route({
    path: 'POST /curation/organisations',
    may,
    input: NewOrganisation,
    output: z.object({ organisationId: z.uuid() }),
    refusals: ['entry_may_exist'],
  }),
  editOrganisation: route({
    path: 'POST /curation/organisations/:organisationId',
    may,
    input: OrganisationEdit,
    output: done,
    refusals: ['organisation_not_found'],
  }),
  createPlace: route({
    path: 'POST /curation/organisations/:organisationId/places',
    may,
    input: NewPlaceOfOrganisation,
    output: z.object({ locationId: z.uuid() }),
    refusals: ['organisation_not_found', 'area_not_found'],
  }),
};

/** A partner's word on its own services, with an account as others give it by a link. */
const own = {
  listOwnEntries: route({
    path: 'GET /curation/own-entries',
    may: 'referral:answer',
    input: z.object({}),
    output: OwnEntries,
    refusals: [],
  }),
  confirmOwnEntries: route({
    path: 'POST /curation/own-entries/confirm',
    may: 'referral:answer',
    input: OwnConfirmation,
    output: OwnEntries,
    refusals: ['service_not_found'],
  }),
  sayOwnCapacity: route({
    path: 'POST /curation/services/:serviceId/capacity',
    may: 'referral:answer',
    input: OwnCapacity,
    output: done,
    refusals: ['service_not_found'],
  }),
};

/** What a librarian does by hand: hours, places, new entries, organisations; and a partner's word on its own entries. */
export const handRoutes = { ...hours, ...places, ...entries, ...organisations, ...own };
