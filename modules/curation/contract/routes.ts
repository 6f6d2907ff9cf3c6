import { LocalizedText, IsoDateTime, pageOf, Paging, route } from '@qantara/kernel';
import { Capacity, ServiceId } from '@qantara/directory/contract';
import { z } from 'zod';
import {
  FreshnessReport,
  Keeper,
  KeptEntries,
  KeptOrganisation,
  LinkId,
  LinkToken,
  MadeLink,
  NewLink,
} from './keeping.ts';
import { EditedService, HistoryLine, MergedPair, Pair, PairObject, ServiceEdit } from './record.ts';
import { handRoutes } from './hand/routes.ts';
import {
  Acceptance,
  NewSuggestion,
  Rejection,
  Suggestion,
  SuggestionAnswer,
  SuggestionCode,
  SuggestionId,
  SuggestionState,
} from './suggestion.ts';

const done = z.object({ done: z.literal(true) });
const organisation = z.object({ organisationId: z.uuid() });

/** By a link, without an account: the link is the secret, and every wrong one is counted. */
const byLink = {
  openLink: route({
    path: 'POST /keeping/open',
    may: 'anyone',
    input: z.object({ token: LinkToken }),
    output: KeptEntries,
    refusals: ['link_not_valid', 'too_many_requests'],
    tries: true,
  }),
  confirmEntries: route({
    path: 'POST /keeping/confirm',
    may: 'anyone',
    input: z.object({ token: LinkToken, serviceIds: z.array(ServiceId).min(1).max(500) }),
    output: KeptEntries,
    refusals: ['link_not_valid', 'service_not_found'],
  }),
  sayCapacity: route({
    path: 'POST /keeping/capacity',
    may: 'anyone',
    input: z.object({ token: LinkToken, serviceId: ServiceId, capacity: Capacity }),
    output: KeptEntries,
    refusals: ['link_not_valid', 'service_not_found'],
  }),
  suggestByLink: route({
    path: 'POST /keeping/suggestions',
    may: 'anyone',
    input: NewSuggestion.extend({ token: LinkToken }),
    output: z.object({ code: z.string() }),
    refusals: ['link_not_valid', 'service_not_found', 'nothing_suggested'],
  }),
};

const bySuggestion = {
  suggest: route({
    path: 'POST /suggestions',
    may: 'anyone',
    input: NewSuggestion,
    output: z.object({ code: z.string() }),
    refusals: ['service_not_found', 'nothing_suggested', 'claim_contact_needed', 'too_many_requests'],
  }),
  openSuggestion: route({
    path: 'POST /suggestions/open',
    may: 'anyone',
    input: z.object({ code: SuggestionCode }),
    output: SuggestionAnswer,
    refusals: ['suggestion_not_found', 'too_many_requests'],
    tries: true,
  }),
  listSuggestions: route({
    path: 'GET /suggestions',
    may: 'directory:curate',
    input: Paging.extend({ state: SuggestionState.default('waiting') }),
    output: pageOf(Suggestion),
    refusals: [],
  }),
  getSuggestion: route({
    path: 'GET /suggestions/:suggestionId',
    may: 'directory:curate',
    input: z.object({ suggestionId: SuggestionId }),
    output: Suggestion,
    refusals: ['suggestion_not_found'],
  }),
  acceptSuggestion: route({
    path: 'POST /suggestions/:suggestionId/accept',
    may: 'directory:curate',
    input: Acceptance,
    output: Suggestion,
    refusals: ['suggestion_not_found', 'changed_meanwhile', 'already_decided', 'entry_needed', 'not_entered_yet'],
  }),
  rejectSuggestion: route({
    path: 'POST /suggestions/:suggestionId/reject',
    may: 'directory:curate',
    input: Rejection,
    output: Suggestion,
    refusals: ['suggestion_not_found', 'changed_meanwhile', 'already_decided'],
  }),
};

const keeping = {
  getFreshness: route({
    path: 'GET /curation/freshness',
    may: 'directory:curate',
    input: z.object({}),
    output: FreshnessReport,
    refusals: [],
  }),
  getKeptOrganisation: route({
    path: 'GET /curation/organisations/:organisationId',
    may: 'directory:curate',
    input: organisation,
    output: KeptOrganisation,
    refusals: ['organisation_not_found'],
  }),
  saveKeeper: route({
    path: 'POST /curation/organisations/:organisationId/keeper',
    may: 'directory:curate',
    input: Keeper.extend(organisation.shape),
    output: KeptOrganisation,
    refusals: ['organisation_not_found'],
  }),
  makeLink: route({
    path: 'POST /curation/organisations/:organisationId/links',
    may: 'directory:curate',
    input: NewLink,
    output: MadeLink,
    refusals: ['organisation_not_found'],
  }),
  revokeLink: route({
    path: 'POST /curation/links/:linkId/revoke',
    may: 'directory:curate',
    input: z.object({ linkId: LinkId }),
    output: done,
    refusals: ['link_not_found'],
  }),
  confirmService: route({
    path: 'POST /curation/services/:serviceId/confirm',
    may: 'directory:curate',
    input: z.object({ serviceId: ServiceId }),
    output: done,
    refusals: ['service_not_found'],
  }),
};

const records = {
  getEditedService: route({
    path: 'GET /curation/services/:serviceId',
    may: 'directory:curate',
    input: z.object({ serviceId: ServiceId }),
    output: EditedService,
    refusals: ['service_not_found'],
  }),
  editService: route({
    path: 'POST /curation/services/:serviceId',
    may: 'directory:curate',
    input: ServiceEdit,
    output: EditedService,
    refusals: ['service_not_found', 'need_not_found', 'area_not_found'],
  }),
  listHistory: route({
    path: 'GET /curation/services/:serviceId/history',
    may: 'directory:curate',
    input: Paging.extend({ serviceId: ServiceId }),
    output: pageOf(HistoryLine),
    refusals: ['service_not_found'],
  }),
  listPairs: route({
    path: 'GET /curation/pairs',
    may: 'directory:curate',
    input: Paging,
    output: pageOf(Pair),
    refusals: [],
  }),
  findPairs: route({
    path: 'POST /curation/pairs/find',
    may: 'directory:curate',
    input: z.object({}),
    output: z.object({ found: z.number().int() }),
    refusals: [],
  }),
  mergePair: route({
    path: 'POST /curation/pairs/merge',
    may: 'directory:curate',
    input: z.object({ object: PairObject, keptId: z.uuid(), goneId: z.uuid() }),
    output: z.object({ mergeId: z.uuid() }),
    refusals: ['pair_not_found', 'same_record', 'record_not_found', 'already_merged', 'organisation_in_use'],
  }),
  partPair: route({
    path: 'POST /curation/pairs/distinct',
    may: 'directory:curate',
    input: z.object({ object: PairObject, oneId: z.uuid(), otherId: z.uuid() }),
    output: done,
    refusals: ['pair_not_found'],
  }),
  listMerges: route({
    path: 'GET /curation/merges',
    may: 'directory:curate',
    input: Paging,
    output: pageOf(MergedPair),
    refusals: [],
  }),
  undoMerge: route({
    path: 'POST /curation/merges/:mergeId/undo',
    may: 'directory:curate',
    input: z.object({ mergeId: z.uuid() }),
    output: done,
    refusals: ['merge_not_found'],
  }),
};

/** What people must know now; the directory keeps it, whoever curates it says it. */
export const NewAlert = z.object({
  serviceId: z.preprocess((value) => (value === '' ? undefined : value), ServiceId.optional()),
  areaId: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional()),
  text: LocalizedText,
  severity: z.enum(['notice', 'danger']),
  /** The last day on which it is shown. */
  endsOn: z.iso.date(),
});

const alerts = {
  publishAlert: route({
    path: 'POST /curation/alerts',
    may: 'directory:curate',
    input: NewAlert,
    output: z.object({ alertId: z.uuid(), endsAt: IsoDateTime }),
    refusals: ['service_not_found', 'area_not_found', 'ends_before_it_begins', 'service_or_area'],
  }),
  endAlert: route({
    path: 'POST /curation/alerts/:alertId/end',
    may: 'directory:curate',
    input: z.object({ alertId: z.uuid() }),
    output: done,
    refusals: ['alert_not_found'],
  }),
};

export const curationRoutes = { ...byLink, ...bySuggestion, ...keeping, ...records, ...alerts, ...handRoutes };
